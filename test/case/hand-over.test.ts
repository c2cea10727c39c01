import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import type { ApplicationRecord } from '#functions/application/application.ts';
import { caseIn } from '#functions/application/case.ts';
import { denialPart } from '#functions/application/denial.ts';
import { readHoldings } from '#functions/application/holdings.store.ts';
import { wanted } from '#functions/application/holds.ts';
import { claimWrite } from '#functions/application/intent-claim.store.ts';
import { firstClaim } from '#functions/application/intent-claim.ts';
import { handOverFault } from '#functions/case/hand-over.ts';
import { intakeRecords } from '#functions/intake/intake.store.ts';
import { withdraw } from '#functions/intake/withdraw.ts';
import { nameStore } from '#functions/name/name.store.ts';
import { namingKey } from '#functions/party/naming.store.ts';
import { newId } from '#functions/runtime/draws.ts';
import { aDatabase, loseNextAnswer } from '#test/builders/a-database.ts';
import { aForm, atHost } from '#test/builders/a-form.ts';
import { freshHost, freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { anOffice } from './an-office.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { carryOut, cases, started, hold, referred, setClock, store, taskOf } = anOffice(database);
const read = (id: string) => store.read(id);
const holdings = readHoldings(documents, tables.register);
const LATER = '2026-11-23T05:00:00.000Z';

/** Sent to 天河, referred there, and decided to be handed over to 南沙, as what it will be there. */
async function decidedToHandOver(
  change: Parameters<typeof aForm>[0] = {},
  more: Parameters<typeof referred>[0] = {},
  beside: (record: ApplicationRecord) => Promise<unknown> = async () => {},
) {
  setClock(0);
  const form = aForm({ registrar: '440106', name: freshName(), ...change });
  const record = await referred({ form, ...more }, { registrar: '440106' });
  await hold(record);
  await beside(record);
  const task = taskOf(record);
  const open = await cases.read(task);
  const handedOverTo = newId('ap');
  const decision = {
    outcome: 'HAND_OVER' as const,
    reason: '住所在南沙区。',
    by: 'official-1',
    at: SENT_AT,
    effectiveAt: SENT_AT,
    to: '440115',
    handedOverTo,
  };
  await cases.write({ ...open, state: 'DECIDED', version: open.version + 1, decision }, open);
  setClock(3600);
  return { task, handedOverTo, form };
}

describe('a hand-over carried out', () => {
  it('ends it here, and submits it there today as it was sent', async () => {
    const row = { batchId: newId('ba'), row: 7, clientRowRef: 'shop-7' };
    const sentBy = { owner: 'agent-1', signatures: [{ assertion: 'signed' }], row };
    const { task, handedOverTo } = await decidedToHandOver({}, sentBy);
    expect((await carryOut(task)).outcome).toBe('HANDED_OVER');

    const here = await read(task.applicationId);
    expect(here.application).toMatchObject({ state: 'HANDED_OVER', handedOverTo });
    expect(caseIn(here.parts)?.state).toBe('CLOSED');
    const there = await read(handedOverTo);
    expect(there.application).toMatchObject({
      state: 'SUBMITTED',
      attempt: 1,
      registrar: '440115',
      handedOverFrom: task.applicationId,
      owner: 'agent-1',
      row,
      submittedAt: LATER,
    });
    expect(there.sent).toEqual({ ...here.sent, submittedAt: LATER });
    expect([...there.parts.keys()]).toEqual(['']);
    const [arrival, ...more] = await store.history(handedOverTo);
    expect(more).toEqual([]);
    expect(arrival).toMatchObject({ to: 'SUBMITTED', by: 'official-1', at: LATER });
    expect(started).toContainEqual({ applicationId: handedOverTo, attempt: 1 });
  });

  it('gives its name back here and reserves it there; a place at a host’s goes over', async () => {
    const host = await freshHost(database);
    const { task, handedOverTo, form } = await decidedToHandOver({
      ...atHost,
      registrar: '440106',
      premises: { ...atHost.premises, host: host.id },
    });
    const before = await holdings(task.applicationId, wanted({ form }, SENT_AT));
    expect(before.tenant).toBeDefined();
    await carryOut(task);
    const here = await holdings(task.applicationId, wanted({ form }, SENT_AT));
    expect([Object.keys(here.card?.holdings ?? {}), here.tenant]).toEqual([[], undefined]);
    const there = await holdings(handedOverTo, wanted({ form }, LATER, '440115'));
    expect(Object.values(there.card?.holdings ?? {})).toMatchObject([{ holder: handedOverTo }]);
    expect(there.tenant).toMatchObject({ place: before.tenant?.place, holder: handedOverTo });
  });

  it('happens also where another has the name there: its review will tell', async () => {
    const { task, handedOverTo, form } = await decidedToHandOver();
    const { name } = wanted({ form }, LATER, '440115');
    if (!name) throw new Error('no name');
    const other = newId('ap');
    await nameStore(documents, tables.register).reserve(
      name,
      other,
      LATER,
      '2027-01-22T16:00:00.000Z',
    );
    expect((await carryOut(task)).outcome).toBe('HANDED_OVER');
    const { card } = await holdings(handedOverTo, { name });
    expect(Object.values(card?.holdings ?? {})).toMatchObject([{ holder: other }]);
  });

  it('takes along what its client intends, who is named in it and what a person says against it', async () => {
    const denial = { schemaVersion: 1, person: 'p2', at: SENT_AT, assertion: 'her-word' };
    const { task, handedOverTo } = await decidedToHandOver({}, {}, async (record) => {
      await store.keepPart(taskOf(record), denialPart('p2'), denial);
      const { application, sent } = record;
      const persons = { p2: 'hash-of-p2' };
      const claims = store.edited(
        { ...application, denied: ['hash-of-p2'] },
        { ...sent, intent: `intent-of-${application.id}`, persons },
        SENT_AT,
      );
      for (const [, { Put }] of claims)
        if (Put)
          await documents.send(new PutCommand(Put as ConstructorParameters<typeof PutCommand>[0]));
      const intent = `intent-of-${application.id}`;
      const { Put } = claimWrite(tables.register, intent, firstClaim(application.id, SENT_AT));
      await documents.send(new PutCommand(Put as ConstructorParameters<typeof PutCommand>[0]));
    });
    const intent = `intent-of-${task.applicationId}`;
    expect((await holdings(task.applicationId, { intent })).claim?.holder).toBe(task.applicationId);
    expect((await carryOut(task)).outcome).toBe('HANDED_OVER');
    const there = await read(handedOverTo);
    expect(there.application.denied).toEqual(['hash-of-p2']);
    expect(there.parts.get(denialPart('p2'))).toMatchObject(denial);
    expect((await holdings(handedOverTo, { intent })).claim).toMatchObject({
      holder: handedOverTo,
    });
    const Key = namingKey('hash-of-p2', handedOverTo);
    const named = await documents.send(new GetCommand({ TableName: tables.register, Key }));
    expect(named.Item).toBeDefined();
  });

  it('is withdrawn there like any other, and gives back what it has there', async () => {
    const { task, handedOverTo, form } = await decidedToHandOver();
    await carryOut(task);
    const records = intakeRecords(documents, tables.applications, tables.register, store);
    const ports = { ...records, wake: async () => {}, now: () => Date.parse(LATER) };
    await withdraw(ports, await read(handedOverTo));
    const { card } = await holdings(handedOverTo, wanted({ form }, LATER, '440115'));
    expect(Object.keys(card?.holdings ?? {})).toEqual([]);
  });

  it('makes one application, however often it runs and whatever answer is lost', async () => {
    const { task, handedOverTo } = await decidedToHandOver();
    loseNextAnswer(documents);
    await expect(carryOut(task)).rejects.toThrow('the answer was lost');
    const again = await carryOut(task);
    expect(again).toEqual({ outcome: 'HANDED_OVER', secondsToDeadline: 1 });
    expect(await carryOut(task)).toEqual(again);
    expect((await read(handedOverTo)).application.version).toBe(1);
    expect((await store.history(task.applicationId)).map(({ to }) => to)).toEqual([
      'SUBMITTED',
      'REFERRED',
      'HANDED_OVER',
    ]);
    expect(started.filter(({ applicationId }) => applicationId === handedOverTo)).toHaveLength(2);
  });

  it.each([1, 2, 3, 4, 5])('or a withdrawal: exactly one of the two (%i)', async () => {
    const { task, handedOverTo } = await decidedToHandOver();
    const stale = await read(task.applicationId);
    const records = intakeRecords(documents, tables.applications, tables.register, store);
    const ports = { ...records, wake: async () => {}, now: () => Date.parse(LATER) };
    const [carried, withdrawn] = await Promise.allSettled([carryOut(task), withdraw(ports, stale)]);
    // too late for the one is an error, and for the other an end
    const done = carried.status === 'fulfilled' && carried.value.outcome === 'HANDED_OVER';
    expect(done).not.toBe(withdrawn.status === 'fulfilled');
    const { state } = (await read(task.applicationId)).application;
    const there = await read(handedOverTo).then(
      () => 'there',
      (error: Error) => error.name,
    );
    expect([
      ['HANDED_OVER', 'there'],
      ['WITHDRAWN', 'ApplicationNotFound'],
    ]).toContainEqual([state, there]);
  });
});

describe('a registrar takes a hand-over', () => {
  it.each([
    ['440106', '440115', 'LIMITED_COMPANY', undefined],
    ['000000', '440115', 'LIMITED_COMPANY', undefined],
    ['440106', '110101', 'LIMITED_COMPANY', 'UNKNOWN'],
    ['440106', '440106', 'LIMITED_COMPANY', 'SAME'],
    ['440106', '440115', 'FOREIGN_COMPANY', 'DOES_NOT_REGISTER_TYPE'],
    ['440106', '440115', undefined, 'DOES_NOT_REGISTER_TYPE'],
  ])('from %s to %s of a %s: %s', (from, to, type, fault) => {
    expect(handOverFault(from, to, type, '2026-11-23')).toBe(fault);
  });

  it('only while it is in force', () => {
    expect(handOverFault('440106', '440115', 'LIMITED_COMPANY', '2024-03-31')).toBe('UNKNOWN');
  });
});
