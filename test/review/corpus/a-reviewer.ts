import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { decisionsIn } from '#functions/application/decision.ts';
import type { ApplicationForm, Signatures } from '#functions/application/form.ts';
import { RELEASED_CLOCK } from '#functions/case/case-clock.ts';
import { denials } from '#functions/case/deny.store.ts';
import { deny } from '#functions/case/deny.ts';
import { hostKey } from '#functions/cluster/place.store.ts';
import { correct } from '#functions/intake/correct.ts';
import { addSignatures } from '#functions/intake/sign.ts';
import { submit, takeIn } from '#functions/intake/submit.ts';
import { withdraw } from '#functions/intake/withdraw.ts';
import { newId } from '#functions/runtime/draws.ts';
import type { AttemptTask } from '#functions/shared/ids.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { anIndex } from '#test/builders/a-person-key.ts';
import { anEdition } from '#test/builders/an-edition.ts';
import { aHost } from '#test/builders/review-facts.ts';
import { anIntake } from '#test/intake/an-intake.ts';
import { aWorld } from './a-world.ts';
import { type Labelled, withPlaces } from './labelled.ts';
import { TODAY } from './lawful-bases.ts';
import { signatories } from './signatories.ts';
import { REVIEWED_AT, theReview } from './the-review.ts';

/** How the review decided: every finding as labels write it, and what each rule said. */
export interface Decided {
  readonly verdict: string;
  readonly found: readonly string[];
  readonly rules: readonly { readonly id: string; readonly result: string }[];
  /** what the pre-check said of it the moment before it was sent, to verified persons */
  readonly preChecked: Pick<Decided, 'found' | 'rules'>;
}

interface Told {
  readonly rule: string;
  readonly pointer: string;
  readonly says: string;
  readonly consequence: string;
}
export const asLabel = ({ rule, pointer, says, consequence }: Told): string =>
  `${rule} ${pointer} ${says} ${consequence}`;

const DAY = 86_400_000;

const labelsOf = (findings: readonly Told[]): readonly string[] => findings.map(asLabel).toSorted();

/**
 * The whole way of an application on the real database: intake, what is held, e-licences, facts, rules,
 * decision. Only the identity provider, the partner region and the agent system are ours.
 */
export async function aReviewer() {
  const database = await aDatabase();
  const { documents, tables } = database;
  const intake = anIntake(database);
  const world = aWorld(database);
  const signs = await signatories();
  const standings = new Map<string, object>();
  let hosts = 0;

  const { register, preChecked } = theReview(database, signs, (agent) => standings.get(agent));

  async function around({ form, world: so }: Labelled, id: string, owner: string) {
    standings.set(owner, so.agent ?? {});
    await world.enter(form, owner, so);
    await world.holdNames(form, so.names ?? []);
    if (so.reservedUntil) await world.reserve(form, id, so.reservedUntil);
    await world.takePlaces(form, so.placesTaken ?? []);
  }

  async function decide(it: Labelled): Promise<Decided> {
    const { world: so } = it;
    const id = newId('ap');
    const owner = so.sentBy ?? it.form.mandate?.agent ?? 'applicant-corpus';
    const host = it.form.premises?.host === aHost().id ? `H-${1000 + ++hosts}` : undefined;
    const atHost = host ? { '/premises/host': host } : {};
    const putHost = (change: object) =>
      documents.send(
        new PutCommand({
          TableName: tables.register,
          Item: { ...(host && hostKey(host)), ...aHost({ ...(host && { id: host }), ...change }) },
        }),
      );
    if (host) await putHost(so.host ?? {});
    const shown = so.licence ? await signs.withLicence(it.form, so.licence) : it.form;
    const form = withPlaces(shown, atHost);
    await around({ ...it, form }, id, owner);

    const editions = (so.published ?? []).map((content) => anEdition(content, { from: TODAY }));
    const published = async () => editions;
    const ports = {
      ...intake.ports,
      register: async (task: AttemptTask) => {
        if (host && so.hostMeanwhile) await putHost({ ...so.host, ...so.hostMeanwhile });
        await register(task, published);
      },
    };
    const signed = await signs.sign(form, so);
    if (so.before) await sentBefore(it, form, signed, owner);
    const checked = await preChecked(form, published);
    const before = { found: labelsOf(checked.findings), rules: checked.rules };
    if (so.corrects) await corrected();
    else if (so.denied) await deniedAndSigned();
    else
      await takeIn(
        ports,
        { id, owner, form, signatures: signed, ...(so.row && { row: so.row }) },
        true,
      );
    return { ...(await decided(id)), preChecked: before };

    /** Returned, corrected as a second attempt, and signed anew. */
    async function corrected() {
      const first = withPlaces(form, so.corrects ?? {});
      const ofFirst = await signs.sign(first, {});
      await takeIn(ports, { id, owner, form: first, signatures: ofFirst }, true);
      await correct(ports, await intake.read(id), form);
      await submit(ports, await intake.read(id), signed);
    }

    /** All have signed but one, who denies; then her signature comes after all. */
    async function deniedAndSigned() {
      const hers = await signs.sign(form, so, [so.denied ?? '']);
      const others = signed.slice(1);
      await takeIn(ports, { id, owner, form, signatures: others }, true);
      const { persons } = await anIndex(form);
      const refer = async () => undefined;
      const clock = async () => RELEASED_CLOCK;
      const act = { deny: denials(documents, tables.applications, intake.store), refer, clock };
      const words = { statement: '不是本人办理', assertion: 'kept as it came' };
      const record = await intake.read(id);
      await deny({ ...act, now: () => REVIEWED_AT }, record, persons[so.denied ?? ''] ?? '', words);
      await addSignatures(ports, await intake.read(id), hers);
    }
  }

  /** The same was sent before, by whom the label says. */
  async function sentBefore(
    { world: so }: Labelled,
    form: ApplicationForm,
    signatures: Signatures,
    owner: string,
  ): Promise<string> {
    const id = newId('ap');
    const sender = so.before === 'ANOTHER' ? 'applicant-another' : owner;
    // before a reservation that is past now, or else just now
    const now = so.reservedUntil
      ? () => Date.parse(so.reservedUntil ?? '') - DAY
      : intake.ports.now;
    await takeIn({ ...intake.ports, now }, { id, owner: sender, form, signatures }, true);
    if (so.before === 'WITHDRAWN') await withdraw(intake.ports, await intake.read(id));
    return id;
  }

  async function decided(id: string): Promise<Omit<Decided, 'preChecked'>> {
    const { application, parts } = await intake.read(id);
    const decision = decisionsIn(parts).at(-1);
    if (!decision) throw new Error(`not reviewed: ${application.state}`);
    const { verdict, findings, rules } = decision;
    return { verdict, found: labelsOf(findings), rules };
  }

  return { decide };
}
