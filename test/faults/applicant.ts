import type { ApplicationForm } from '#functions/application/form.ts';
import { AssertedPerson } from '#functions/party/signers.ts';
import { caseIdOf } from '#functions/shared/ids.ts';
import { signatures, withdrawalSignature } from '#test/builders/signatures.ts';
import type { Around } from './actors.ts';
import type { Told } from './clients.ts';
import { signingOf } from './linked-signing.ts';
import type { Actor } from './plan.ts';

/** How often somebody goes on after a return, at the most. */
const CORRECTIONS = 3;

/** Who applies for one business, and whoever has to do with it. */
export function applicant(
  { world, history, formOf, clients, persons, supervisors, decideCase, said }: Around,
  actor: Extract<Actor, { kind: 'ONE' }>,
  index: number,
) {
  const { identity } = world;
  const owner = `person-${history}-${index}`;
  const person = clients.applicantOf(owner);
  const sign = signingOf({ clients: person, persons, supervisors: clients }, owner);
  said.owners.set(owner, false);
  let form: ApplicationForm;
  let signed: object = [];
  let id: string | undefined;
  let wrongs = actor.corrects ?? 0;

  const fill = async (wish: typeof actor.wish) => {
    form = formOf(wish);
    signed = actor.links ? [] : await signatures(form, identity);
  };
  /** 非本人办理, by who is named beside the head */
  const deny = async () => {
    if (!id) return;
    const denier = AssertedPerson.parse(form.people?.p2);
    const inquiry = await persons(denier, `${owner}-denier`).deny(id);
    if (inquiry && actor.inquiry)
      await supervisors.inquire(inquiry, actor.inquiry, `${owner}-head`);
  };

  /** Whatever else moves it at this moment, he tries again a few times. */
  async function withdraw({ id: own }: Told) {
    for (let tries = 0; tries < 4; tries++) {
      const now = await person.read(own);
      if (!now || now.state === 'WITHDRAWN') return;
      if (await person.withdraw(now, await withdrawalSignature(form, now, identity))) return;
    }
  }

  async function correct(returned: Told) {
    const { stopped, ...lawful } = actor.wish;
    await fill(wrongs-- > 0 && stopped ? actor.wish : lawful);
    const draft = (await person.correct(returned, form)) ?? (await person.read(returned.id));
    if (draft?.state === 'DRAFT') await submit(draft);
  }

  async function submit(draft: Told) {
    const sent = await person.submit(draft, signed);
    if (sent?.state === 'SIGNING' && actor.links)
      form = await sign(sent, form, actor.links, formOf(actor.wish));
  }

  return {
    /** sends it */
    async begins() {
      await fill(actor.wish);
      if (actor.sends === 'TWICE') {
        const both = await Promise.allSettled([
          person.create(form, signed, true),
          person.create(form, signed, true),
        ]);
        for (const it of both) if (it.status === 'fulfilled') id ??= it.value?.id;
      } else if (
        actor.sends === 'DRAFT' ||
        actor.withdraws === 'RACING' ||
        actor.denied === 'RACING'
      ) {
        const draft = await person.create(form, signed, false);
        id = draft?.id;
        if (!draft) return;
        await Promise.all([
          submit(draft),
          actor.withdraws === 'RACING' && withdraw(draft),
          actor.denied === 'RACING' && deny(),
        ]);
      } else {
        const sent = await person.create(form, signed, true);
        id = sent?.id;
        if (sent?.state === 'SIGNING' && actor.links)
          form = await sign(sent, form, actor.links, formOf(actor.wish));
      }
    },

    async crosses() {
      const now = actor.withdraws === 'CROSSING' && id && (await person.read(id));
      if (now) await person.withdraw(now, await withdrawalSignature(form, now, identity));
    },

    /** goes on from where it stands */
    async goesOn() {
      for (let step = 0; step < CORRECTIONS; step++) {
        const now = id && (await person.read(id));
        if (!now) return;
        if (now.state === 'DRAFT') await submit(now);
        else if (now.state === 'SIGNING' && actor.links) {
          const { edits: _once, ...links } = actor.links;
          form = await sign(now, form, links, form);
          break;
        } else if (now.state === 'SIGNING') {
          await person.submit(now, await signatures(form, identity));
        } else if (now.state === 'RETURNED' && actor.asks) {
          if (!(await person.askForPerson(now))) break;
        } else if (now.state === 'RETURNED' && !actor.withdraws && actor.corrects !== undefined) {
          await correct(now);
        } else break;
      }
      const now = id && (await person.read(id));
      if (!now) return;
      const caseId = caseIdOf({ applicationId: now.id, attempt: now.attempt });
      await Promise.all([
        now.state === 'REFERRED' && decideCase(caseId, actor.officials),
        actor.withdraws === 'AFTER' && withdraw(now),
        actor.denied === 'AFTER' && deny(),
      ]);
      if (actor.reads) await read(now);
    },
  };

  /** The notices twice at once; what an official may ask of a business and a decision. */
  async function read({ id: own, licence }: Told) {
    await Promise.all([person.readNotices(own), person.readNotices(own)]);
    if (licence) await supervisors.check(licence.uscc, `${owner}-inspector`);
    const holds = await supervisors.defence(own, `${owner}-head`);
    if (holds === false) said.undefended.push(own);
  }
}
