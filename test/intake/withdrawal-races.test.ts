import { describe, expect, it } from 'vitest';
import { caseIn } from '#functions/application/case.ts';
import { readHoldings } from '#functions/application/holdings.store.ts';
import { wanted } from '#functions/application/holds.ts';
import { decide, take } from '#functions/case/decide.ts';
import { intakeRecords } from '#functions/intake/intake.store.ts';
import { withdraw } from '#functions/intake/withdraw.ts';
import { codeLots } from '#functions/register/code-lot.store.ts';
import { registerBusiness } from '#functions/register/register-business.ts';
import { commitRegistration } from '#functions/register/registration.store.ts';
import { newSalt } from '#functions/runtime/draws.ts';
import { bundleInForce } from '#functions/scope/catalogue.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aLicenceSigner } from '#test/builders/a-licence-signer.ts';
import { SENT_AT } from '#test/builders/applications-in.ts';
import { anOffice } from '#test/case/an-office.ts';

const database = await aDatabase();
const { documents, tables } = database;
const office = anOffice(database);
const { approved, carryOut, cases, decidedByOfficial, hold, ports, referred, store, taskOf } =
  office;
const withdrawing = {
  ...intakeRecords(documents, tables.applications, tables.register, store),
  wake: async () => {},
  now: () => Date.parse(SENT_AT),
};
const register = registerBusiness({
  record: ({ applicationId, attempt }) => store.read(applicationId, attempt),
  stops: async () => [],
  bundles: async () => bundleInForce,
  holdings: readHoldings(documents, tables.register),
  nextSerial: codeLots(documents, tables.register, 10),
  signer: await aLicenceSigner(),
  issuer: 'https://registry.example',
  newSalt,
  now: () => Date.parse(SENT_AT),
  commit: commitRegistration(documents, tables.applications, tables.register, store),
});

type Raced = Awaited<ReturnType<typeof referred>>;
const stateOf = async (record: Raced) =>
  (await store.read(record.application.id)).application.state;
const caseOf = async (record: Raced) => caseIn((await store.read(record.application.id)).parts);
/** How its name is held now: RESERVED, LIVE under a business's code, or by nobody. */
const nameOf = async ({ application, sent }: Raced) => {
  const want = wanted(sent, SENT_AT);
  const { card } = await readHoldings(documents, tables.register)(application.id, want);
  return Object.values(card?.holdings ?? {}).map(({ kind }) => kind);
};
/** Both at once, on what both have read; who was done. */
async function race(record: Raced, other: () => Promise<unknown>) {
  const [withdrawal, rival] = await Promise.allSettled([withdraw(withdrawing, record), other()]);
  return [withdrawal.status, rival.status].map((status) => status === 'fulfilled');
}
const ROUNDS = [1, 2, 3, 4, 5];

describe('a withdrawal that races', () => {
  it.each(ROUNDS)('an official’s decision: one of the two is made (%i)', async () => {
    const record = await referred();
    const mine = await take(ports, await cases.read(taskOf(record)), 'official-1');
    const read = await store.read(record.application.id);
    const ruling = { outcome: 'REFUSE', reason: '材料虚假' } as const;
    const [withdrawn, decided] = await race(read, () => decide(ports, mine, 'official-1', ruling));
    expect(withdrawn).not.toBe(decided);
    expect([await stateOf(record), (await caseOf(record))?.state]).toEqual(
      withdrawn ? ['WITHDRAWN', 'CLOSED'] : ['REFERRED', 'DECIDED'],
    );
  });

  it.each(ROUNDS)(
    'its refusal carried out: one of the two, and the name is free (%i)',
    async () => {
      const record = await decidedByOfficial('REFUSE');
      await hold(record);
      const read = await store.read(record.application.id);
      const [withdrawn, refused] = await race(read, async () => {
        if ((await carryOut(taskOf(record))).outcome === 'ENDED') throw new Error('too late');
      });
      expect(withdrawn).not.toBe(refused);
      expect(await stateOf(record)).toBe(withdrawn ? 'WITHDRAWN' : 'REFUSED');
      expect((await caseOf(record))?.state).toBe('CLOSED');
      expect(await nameOf(record)).toEqual([]);
    },
  );

  it.each([
    ...ROUNDS.map((round) => ({ round, by: 'the machine' })),
    ...ROUNDS.map((round) => ({ round, by: 'an official' })),
  ])('its registration, approved by $by: one of the two ($round)', async ({ by }) => {
    const record = await (by === 'the machine' ? approved() : decidedByOfficial('REGISTER'));
    await hold(record);
    const read = await store.read(record.application.id);
    await race(read, () => register(taskOf(record)));
    const state = await stateOf(record);
    expect(['WITHDRAWN', 'REGISTERED']).toContain(state);
    expect(await nameOf(record)).toEqual(state === 'REGISTERED' ? ['LIVE'] : []);
    const { uscc } = (await store.read(record.application.id)).application;
    expect(uscc !== undefined).toBe(state === 'REGISTERED');
    expect(await store.history(record.application.id)).toHaveLength(by === 'the machine' ? 2 : 3);
  });
});
