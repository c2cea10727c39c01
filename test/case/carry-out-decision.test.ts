import { describe, expect, it } from 'vitest';
import type { ApplicationRecord } from '#functions/application/application.ts';
import { readHoldings } from '#functions/application/holdings.store.ts';
import { wanted } from '#functions/application/holds.ts';
import { commit } from '#functions/runtime/transaction.ts';
import { aDatabase, loseNextAnswer } from '#test/builders/a-database.ts';
import { aForm, atHost } from '#test/builders/a-form.ts';
import { freshHost, freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { anOffice } from './an-office.ts';

const database = await aDatabase();
const { carryOut, decidedByOfficial, referred, sent, hold, taskOf, store, cases, setClock } =
  anOffice(database);

async function formAtHost() {
  const host = await freshHost(database);
  return aForm({ ...atHost, premises: { ...atHost.premises, host: host.id }, name: freshName() });
}
const held = async ({ application, sent: { form } }: ApplicationRecord) => {
  const holdings = readHoldings(database.documents, database.tables.register);
  const { card, tenant } = await holdings(application.id, wanted({ form }, SENT_AT));
  return { name: card?.holdings.F52?.holder === application.id, place: tenant !== undefined };
};
/** Noon of Monday to the end of Thursday. */
const secondsToDeadline = (3 * 24 + 12) * 3600;

describe('an official’s decision carried out', () => {
  it('returns with his reason in his name, closes the case, and keeps name and place', async () => {
    const record = await decidedByOfficial('RETURN', { form: await formAtHost() });
    await hold(record);
    const task = taskOf(record);
    expect(await carryOut(task)).toEqual({ outcome: 'RETURNED', secondsToDeadline });
    expect((await store.read(task.applicationId)).application.state).toBe('RETURNED');
    expect((await store.history(task.applicationId)).at(-1)).toMatchObject({
      from: 'REFERRED',
      by: 'official-1',
    });
    expect(await cases.read(task)).toMatchObject({
      state: 'CLOSED',
      decision: { reason: '核对无误' },
    });
    expect(await held(record)).toEqual({ name: true, place: true });
  });

  it('refuses and gives name and place back', async () => {
    const record = await decidedByOfficial('REFUSE', { form: await formAtHost() });
    await hold(record);
    expect(await held(record)).toEqual({ name: true, place: true });
    expect((await carryOut(taskOf(record))).outcome).toBe('REFUSED');
    expect((await store.read(record.application.id)).application.state).toBe('REFUSED');
    expect(await held(record)).toEqual({ name: false, place: false });
  });

  it('leaves registering to the one function that registers', async () => {
    const record = await decidedByOfficial('REGISTER');
    expect((await carryOut(taskOf(record))).outcome).toBe('REGISTER');
    expect((await store.read(record.application.id)).application.state).toBe('REFERRED');
  });

  it('waits until its hold is over', async () => {
    const record = await decidedByOfficial('REFUSE', {}, '2026-11-23T04:01:00.000Z');
    setClock(59);
    expect((await carryOut(taskOf(record))).outcome).toBe('UNDECIDED');
    setClock(60);
    expect((await carryOut(taskOf(record))).outcome).toBe('REFUSED');
    setClock(0);
  });

  it('is not there while the case is open', async () => {
    expect((await carryOut(taskOf(await referred()))).outcome).toBe('UNDECIDED');
  });

  it('is found done when it runs twice, or its answer was lost', async () => {
    const record = await decidedByOfficial('REFUSE');
    loseNextAnswer(database.documents);
    await expect(carryOut(taskOf(record))).rejects.toThrow('the answer was lost');
    expect((await carryOut(taskOf(record))).outcome).toBe('REFUSED');
    expect(await store.history(record.application.id)).toHaveLength(3);
  });

  it('ends where the application ended elsewhere, or is another attempt now', async () => {
    expect((await carryOut(taskOf(await sent()))).outcome).toBe('ENDED');
    const record = await decidedByOfficial('RETURN');
    const task = taskOf(record);
    await carryOut(task);
    const { application, sent: first } = await store.read(task.applicationId);
    const move = { at: SENT_AT, by: 'applicant-1', subject: {}, change: { attempt: 2 } };
    const to = ['DRAFT', 'SIGNING', 'SUBMITTED', 'RETURNED'] as const;
    const second = { ...first, attempt: 2 };
    await commit(database.documents, await store.moved(application, { ...move, to }, second));
    expect((await carryOut(task)).outcome).toBe('ENDED');
  });
});
