import { AssertedPerson } from '#functions/party/signers.ts';
import { byAgentToday } from '#test/builders/a-form-of-today.ts';
import { signatures } from '#test/builders/signatures.ts';
import type { Around } from './actors.ts';
import type { Actor } from './plan.ts';

/** One client and the two who apply for her one business. */
export function client(
  { world, history, formOf, clients, persons, said }: Around,
  { sources, later, open, act, racing }: Extract<Actor, { kind: 'CLIENT' }>,
  index: number,
) {
  const form = formOf({ type: 'INDIVIDUAL', ...(open && { stopped: 'REFERRED' }) });
  const her = AssertedPerson.parse(form.people?.p1);
  const she = persons(her, `client-${history}-${index}`);
  const ids: (string | undefined)[] = [undefined, undefined];

  const audience = sources === 'AGENTS' ? 'agent' : 'applicant';
  const nameOf = (which: 0 | 1): string => `source-${history}-${index}-${which}`;

  const sends = async (which: 0 | 1): Promise<void> => {
    const name = nameOf(which);
    said.owners.set(name, false);
    const agent = clients.applicantOf(name, audience);
    if (sources === 'AGENTS') {
      const own = { ...form, ...byAgentToday(name) };
      ids[which] = (await agent.create(own, await signatures(own, world.identity), true))?.id;
      return;
    }
    const sent = await agent.create(form, [], true);
    ids[which] = sent?.id;
    if (!sent) return;
    const links = await agent.links(sent.id);
    const assertions = await once(form);
    for (const link of links) {
      const who = persons(AssertedPerson.parse(form.people?.[link.person]), name);
      const assertion = assertions.get(link.person);
      if (assertion) await who.sign(link, assertion);
    }
  };

  /** Who got hold of an assertion shows it twice: the very same document, sent by two. */
  let made: Promise<ReadonlyMap<string, string>> | undefined;
  const once = (of: typeof form): Promise<ReadonlyMap<string, string>> => {
    made ??= signatures(of, world.identity).then(
      (all) => new Map(['p1', 'p2'].map((person, at) => [person, all[at]?.assertion ?? ''])),
    );
    return made;
  };

  /** Who was chosen sends once more what was returned for the other's sake. */
  const sendsAgain = async (): Promise<void> => {
    const [, id] = ids;
    const agent = clients.applicantOf(nameOf(1), audience);
    const now = id ? await agent.read(id) : undefined;
    if (now?.state !== 'RETURNED') return;
    const own = sources === 'AGENTS' ? { ...form, ...byAgentToday(nameOf(1)) } : form;
    const draft = await agent.correct(now, own);
    if (draft) await agent.submit(draft, await signatures(own, world.identity));
  };

  const acts = async (): Promise<void> => {
    const [first, second] = ids;
    await she.listMandates();
    await she.listNamings();
    if (act === 'ENDS' && first) await she.endMandate(first);
    if (act === 'CHOOSES' && second && !(await she.choose(second)) && first)
      await she.choose(first);
  };

  return {
    async begins() {
      if (!later) await Promise.all([sends(0), sends(1), racing && acts()]);
      else await sends(0);
    },
    async goesOn() {
      if (later && ids[1] === undefined) await Promise.all([sends(1), racing && acts()]);
      else await acts();
      if (act === 'CHOOSES') await sendsAgain();
    },
  };
}
