import type { ApplicationForm } from '#functions/application/form.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { ofItsOwn } from '#test/builders/of-its-own.ts';
import { signatures } from '#test/builders/signatures.ts';
import { eventually } from '#test/journeys/running-system.ts';
import { aShop } from './a-shop.ts';
import { aFreshKey, ifMatch, memberOf, textOf } from './caller.ts';
import { recorder } from './recorder.ts';

const OFFICER = 'official-tianhe';
const SUPERVISOR = 'supervisor';

/** A lawful shop at 天河, but for its name, which a person judges (NM-07). */
const doubtful = (word: string, change: Partial<ApplicationForm> = {}): ApplicationForm =>
  aShop(word, {
    registrar: '440106',
    name: `广州市天河区${word}中国百货店`,
    premises: {
      kind: 'OWN',
      address: ofItsOwn(word).address.replace('南沙区', '天河区'),
      proof: 'LEASE',
    },
    ...change,
  });

/** Younger than sixteen: a bar in law (ID-04). */
const tooYoung = (word: string): ApplicationForm =>
  doubtful(word, {
    name: `广州市天河区${word}百货店`,
    people: {
      p1: {
        ...ofItsOwn(word).p1,
        document: { kind: 'RESIDENT_ID', number: '440115201506010023', validUntil: '2033-05-01' },
      },
      p2: ofItsOwn(`${word}家`).p1,
    },
    roles: { operator: 'p1', liaison: 'p2' },
  });

/**
 * A desk at 天河: two cases of one finding decided together, one that a supervisor takes over, and a
 * registration against a bar, which a second official confirms.
 */
export async function deskJourney(system: System): Promise<Exchange[]> {
  const { exchanges, call, shown } = recorder(system);
  const at = (read: unknown) => ({ parameters: { id: textOf(read, 'id') } });
  const changing = (read: unknown) => ({ ...at(read), headers: ifMatch(read) });

  const becomes = (id: string, state: string) =>
    eventually(
      async () => (await call('readApplication', { parameters: { id } }, 'lin-qinghe')).body,
      (now) => memberOf(now, 'state') === state,
    );
  /** sends it and waits for its case, as its official reads it */
  const referred = async (form: ApplicationForm): Promise<unknown> => {
    const body = { submit: true, form, signatures: await signatures(form, system.identity) };
    const sent = await call('createApplication', { headers: aFreshKey(), body }, 'lin-qinghe');
    const read = await becomes(textOf(sent.body, 'id'), 'REFERRED');
    return (await call('readCase', { parameters: { id: textOf(read, 'case', 'id') } }, OFFICER))
      .body;
  };
  const held = async (read: unknown): Promise<unknown> =>
    (
      await eventually(
        async () =>
          call('takeCase', changing((await call('readCase', at(read), OFFICER)).body), OFFICER),
        ({ status }) => status === 200,
      )
    ).body;

  // all of them first: their machines have come to wait by the time at which they are decided
  const [young, one, two, third] = [
    await referred(tooYoung('拾萤')),
    await referred(doubtful('溯光')),
    await referred(doubtful('听雪')),
    await referred(doubtful('漱玉')),
  ];
  await shown('how it stands', 'countCases', { query: { registrar: '440106' } }, OFFICER);
  await shown('by name', 'searchCases', { query: { q: textOf(third, 'form', 'name') } }, OFFICER);
  await shown('state words', 'readReasons', { query: { rule: 'NM-07' } }, OFFICER);
  const cases = [one, two].map((it) => ({
    id: textOf(it, 'id'),
    version: memberOf(it, 'version'),
  }));
  const body = { rule: 'NM-07', outcome: 'RETURN', reason: '名称含有国家字样，未经批准。', cases };
  await shown('two together', 'decideCases', { body }, OFFICER);

  await shown(
    'taken over',
    'takeCase',
    { ...changing(await held(third)), body: { reason: '原经办人外出。' } },
    SUPERVISOR,
  );

  const ruling = { outcome: 'REGISTER', reason: '经营者的身份证件号码系录入错误，已经核实成年。' };
  const barred = await held(young);
  const proposed = await shown(
    'proposed',
    'decideCase',
    { ...changing(barred), body: ruling },
    OFFICER,
  );
  await shown('by a second official', 'confirmDecision', changing(proposed), SUPERVISOR);
  // what takes effect later is in no later example
  for (const it of [one, two]) await becomes(textOf(it, 'application', 'id'), 'RETURNED');
  await becomes(textOf(young, 'application', 'id'), 'REGISTERED');
  return exchanges;
}
