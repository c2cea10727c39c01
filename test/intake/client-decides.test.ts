import { describe, expect, it } from 'vitest';
import type { ApplicationRecord } from '#functions/application/application.ts';
import { holdPorts } from '#functions/application/holdings.store.ts';
import { mayBecome } from '#functions/application/lifecycle.ts';
import { chooseSource } from '#functions/intake/choose-source.ts';
import { endMandate } from '#functions/intake/end-mandate.ts';
import { takeIn } from '#functions/intake/submit.ts';
import { claimStore } from '#functions/party/mandate.store.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm } from '#test/builders/a-form.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';
import { applicationsIn, freshName } from '#test/builders/applications-in.ts';
import { anIntake } from './an-intake.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { ports: intake, store, sending, held, woken, read, stateOf } = anIntake(database);
const { referred } = applicationsIn(database);
const { signed } = await anIdentityProvider();
const claims = claimStore(documents, tables.register);
const ports = { ...intake, ...claims };
const holding = holdPorts(documents, tables.register, tables.applications);

const mandate = {
  agent: 'agent-1',
  acts: ['ESTABLISHMENT'],
  from: '2026-11-01',
  until: '2026-12-31',
  corrections: true,
};
const aMandatedForm = (name = freshName()) => aForm({ name, mandate });
const submitted = async (form = aMandatedForm(), owner = 'agent-1') => {
  const sent = sending({ form, owner, signatures: await signed(form) });
  await takeIn(intake, sent, true);
  return read(sent.id);
};
const claimOf = ({ sent: { intent = '' } }: ApplicationRecord) => claims.claim(intent);

/** Sent by so many agents for one client and business: the first one holds the claim, the others contest it. */
async function competing(count: number) {
  const form = aMandatedForm();
  const records: ApplicationRecord[] = [];
  for (let nth = 1; nth <= count; nth++) records.push(await submitted(form, `agent-${nth}`));
  const { intent = '' } = records[0]?.sent ?? {};
  for (const { application } of records.slice(1)) {
    const claim = await claims.claim(intent);
    if (claim) await holding.contest(intent, application.id, claim);
  }
  return { intent, records, ids: records.map(({ application: { id } }) => id) };
}
describe('a mandate that its client ends', () => {
  it('withdraws what is submitted, and gives back claim and name in one step', async () => {
    const record = await submitted();
    expect((await claimOf(record))?.holder).toBe(record.application.id);
    await endMandate(ports, record);
    const after = await read(record.application.id);
    expect(after.application).toMatchObject({
      state: 'WITHDRAWN',
      withdrawnBecause: 'MANDATE_ENDED',
      mandateEnded: expect.stringMatching(/^2026-11-23T/),
      version: 2,
    });
    expect(await claimOf(record)).toBeUndefined();
    expect((await held(record.application.id, record.sent.form)).name).toBe(false);
    expect((await store.history(record.application.id)).at(-1)).toMatchObject({
      to: 'WITHDRAWN',
      by: 'the client',
    });
  });

  it('withdraws a draft and one that waits for signatures, which hold nothing yet', async () => {
    for (const submit of [false, true]) {
      const sent = sending({ form: aMandatedForm(), signatures: [] });
      await takeIn(intake, sent, submit);
      await endMandate(ports, await read(sent.id));
      expect(await stateOf(sent.id)).toBe('WITHDRAWN');
    }
  });

  it('closes the case of what is before an official, and wakes its machine', async () => {
    const { application } = await referred({ form: aMandatedForm() }, { taskToken: 'token-1' });
    await endMandate(ports, await read(application.id));
    const { parts } = await read(application.id);
    expect(parts.get('#CASE')).toMatchObject({ state: 'CLOSED' });
    expect(woken).toContainEqual(['token-1', { outcome: 'DECIDED', holdSeconds: 0 }]);
  });

  it('leaves what is registered, and is ended once', async () => {
    const record = await submitted();
    const { application } = record;
    const at = '2026-11-23T04:02:00.000Z';
    const move = { to: ['REGISTERED'], at, by: 'test', subject: {} } as const;
    await ports.move(record, { ...move, change: { uscc: '91440115MAX0000153' } });
    await endMandate(ports, await read(application.id));
    const after = await read(application.id);
    expect(after.application).toMatchObject({ state: 'REGISTERED', version: 3 });
    expect(after.application.mandateEnded).toBeDefined();
    expect((await claimOf(record))?.holder).toBe(application.id);
    await endMandate(ports, after);
    expect((await read(application.id)).application.version).toBe(3);
  });

  it('is tried again where the application moved meanwhile, and nothing changes', async () => {
    const record = await submitted();
    const stale = { ...record, application: { ...record.application, version: 7 } };
    await expect(endMandate(ports, stale)).rejects.toMatchObject({ name: 'ApplicationMoved' });
    expect(await stateOf(record.application.id)).toBe('SUBMITTED');
    expect((await claimOf(record))?.holder).toBe(record.application.id);
  });
});

describe('a client’s choice', () => {
  it.each([0, 1, 2])('of three, the one in place %i, withdraws the others', async (place) => {
    const { intent, records, ids } = await competing(3);
    const chosen = records[place];
    if (chosen) await chooseSource(ports, chosen);
    for (const [nth, id] of ids.entries()) {
      const { application } = await read(id);
      expect([application.state, application.withdrawnBecause]).toEqual(
        nth === place ? ['SUBMITTED', undefined] : ['WITHDRAWN', 'CLIENT_CHOSE_ANOTHER'],
      );
    }
    expect(await claims.claim(intent)).toMatchObject({ holder: ids[place], rivals: [] });
  });

  it('that was cut short is made again with the same effect', async () => {
    const { intent, records, ids } = await competing(3);
    const chosen = records[1];
    if (!chosen) throw new Error('nothing to choose');
    let moves = 0;
    const cut: typeof ports.move = (...asked) =>
      ++moves === 2 ? Promise.reject(new Error('cut')) : ports.move(...asked);
    await expect(chooseSource({ ...ports, move: cut }, chosen)).rejects.toThrow('cut');
    expect((await Promise.all(ids.map(stateOf))).toSorted()).toEqual([
      'SUBMITTED',
      'SUBMITTED',
      'WITHDRAWN',
    ]);
    await chooseSource(ports, chosen);
    expect(await Promise.all(ids.map(stateOf))).toEqual(['WITHDRAWN', 'SUBMITTED', 'WITHDRAWN']);
    expect(await claims.claim(intent)).toMatchObject({ holder: ids[1], rivals: [] });
  });

  it('is none where nobody competes, where it is over, or where the other is registered', async () => {
    const alone = await submitted();
    const refused = (record: ApplicationRecord) =>
      expect(chooseSource(ports, record)).rejects.toMatchObject({ name: 'NotInThisState' });
    await refused(alone);

    const { records, ids } = await competing(2);
    const [first, second] = records;
    if (!first || !second) throw new Error('nothing to choose');
    const at = '2026-11-23T04:02:00.000Z';
    await ports.move(first, { to: ['REGISTERED'], at, by: 'test', subject: {} });
    await refused(second);
    await refused(await read(ids[0] ?? ''));
    expect(await stateOf(ids[1] ?? '')).toBe('SUBMITTED');
    expect(mayBecome('REGISTERED', 'WITHDRAWN')).toBe(false);
  });
});
