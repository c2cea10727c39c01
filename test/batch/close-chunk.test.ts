import { describe, expect, it } from 'vitest';
import { applicationStore } from '#functions/application/application.store.ts';
import type { ApplicationState } from '#functions/application/lifecycle.ts';
import { batchStore } from '#functions/batch/batch.store.ts';
import type { Row } from '#functions/batch/batch.ts';
import { closeBatch } from '#functions/batch/close-batch.ts';
import { closeChunk } from '#functions/batch/close-chunk.ts';
import { rowLedger } from '#functions/batch/row-ledger.store.ts';
import { standingsOf, statesOf } from '#functions/batch/standings.store.ts';
import { sentAttempt } from '#functions/intake/submit.ts';
import { newId, newSalt } from '#functions/runtime/draws.ts';
import { commit } from '#functions/runtime/transaction.ts';
import { BatchId } from '#functions/shared/ids.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aBatch, aChunk, counts, itsTurn } from './a-batch.ts';

const { documents, tables } = await aDatabase();
const batches = {
  ...batchStore(documents, tables.batches),
  ...rowLedger(documents, tables.batches),
};
const applications = applicationStore(documents, tables.applications, newSalt);
const at = '2026-11-23T02:00:00.000Z';

/** An application that went through these states. */
async function anApplication(...to: ApplicationState[]): Promise<string> {
  const id = newId('ap');
  const born = await applications.born(
    { id, attempt: 1, owner: 'agent-1', createdAt: at, updatedAt: at },
    await sentAttempt(1, {}, []),
    { to: to.slice(0, 1), at, by: 'agent-1', subject: {} },
  );
  await commit(documents, born);
  const rest = to.slice(1);
  if (rest.length > 0) {
    const { application } = await applications.read(id);
    const move = { to: rest, at, by: 'agent-1', subject: {}, change: uscc(rest) };
    await commit(documents, await applications.moved(application, move));
  }
  return id;
}
const uscc = (to: readonly ApplicationState[]) =>
  to.includes('REGISTERED') ? { uscc: '91440115MAX0000153' } : {};

const aRunningBatch = async (chunks: number) => {
  const id = BatchId.parse(newId('ba'));
  await batches.create(aBatch({ id, state: 'RUNNING', chunks }));
  return id;
};
const close = closeChunk({
  rows: ({ batchId, chunk }) => batches.rows(batchId, chunk),
  states: statesOf(documents, tables.applications),
  close: batches.closeChunk,
});

describe('closing a chunk', () => {
  it('counts each row by where its application stands', async () => {
    const batchId = await aRunningBatch(1);
    const chunk = aChunk({ batchId });
    const taken = await Promise.all([
      anApplication('SUBMITTED', 'REGISTERED'),
      anApplication('SUBMITTED', 'REGISTERED'),
      anApplication('SUBMITTED', 'RETURNED'),
      anApplication('SUBMITTED', 'REFERRED'),
      anApplication('SUBMITTED', 'REFERRED', 'REFUSED'),
      anApplication('SIGNING'),
      anApplication('SUBMITTED'),
    ]);
    const rows: Row[] = [
      ...taken.map((applicationId, index) => ({
        schemaVersion: 1 as const,
        row: index + 1,
        state: 'TAKEN_IN' as const,
        applicationId,
      })),
      { schemaVersion: 1, row: 8, state: 'INVALID', faults: [] },
      { schemaVersion: 1, row: 9, state: 'LINKED', applicationId: String(taken[0]) },
    ];
    for (const row of rows) await batches.note(chunk, row);
    expect(await close(chunk)).toEqual({ outcome: 'CLOSED' });
    const expected = counts({
      registered: 2,
      returned: 1,
      referred: 2,
      signing: 1,
      unfinished: 1,
      invalid: 1,
      linked: 1,
    });
    expect(await batches.batch(batchId)).toMatchObject({ ...expected, closedChunks: 1 });
    expect(Object.values(expected).reduce((a = 0, b = 0) => a + b)).toBe(rows.length);
  });

  it('counts what the review refers as referred, before its case is open', async () => {
    const batchId = await aRunningBatch(1);
    const chunk = aChunk({ batchId });
    for (const [index, verdict] of ['REFER', 'APPROVE'].entries()) {
      const applicationId = await anApplication('SUBMITTED');
      await applications.keepPart({ applicationId, attempt: 1 }, '#DECISION#1', { verdict });
      await batches.note(chunk, {
        schemaVersion: 1,
        row: index + 1,
        state: 'TAKEN_IN',
        applicationId,
      });
    }
    await close(chunk);
    expect(await batches.batch(batchId)).toMatchObject(counts({ referred: 1, unfinished: 1 }));
  });

  it('adds to the progress once, however often and at once it is run', async () => {
    const batchId = await aRunningBatch(2);
    const chunk = aChunk({ batchId, chunk: 2 });
    await batches.note(chunk, { schemaVersion: 1, row: 41, state: 'INVALID', faults: [] });
    await Promise.all([close(chunk), close(chunk), close(chunk)]);
    await close(chunk);
    expect(await batches.batch(batchId)).toMatchObject({ closedChunks: 1, invalid: 1 });
    expect(await batches.closedChunks(aBatch({ id: batchId, chunks: 2 }))).toHaveLength(1);
  });

  it('lets the batch be closed by the sum of all its chunks', async () => {
    const batchId = await aRunningBatch(150);
    const finish = closeBatch({ ...batches, ...itsTurn, chunksKey: (id) => id });
    const taken = async (chunk: number) => {
      const of = aChunk({ batchId, chunk, rows: 1 });
      await batches.note(of, { schemaVersion: 1, row: chunk, state: 'INVALID', faults: [] });
      return of;
    };
    const last = await taken(150);
    for (let chunk = 1; chunk < 150; chunk++)
      await batches.closeChunk(await taken(chunk), counts({ registered: 40 }));
    expect(await finish({ batchId })).toMatchObject({ outcome: 'INCOMPLETE' });
    await batches.closeChunk(last, counts({ returned: 3 }));
    expect(await finish({ batchId })).toMatchObject({ outcome: 'CLOSED' });
    expect(await batches.batch(batchId)).toMatchObject({
      state: 'CLOSED',
      closedChunks: 150,
      registered: 149 * 40,
      returned: 3,
    });
  });
});

describe('a chunk that was closed without all its rows in the ledger', () => {
  it('is opened again until they are there: the ledger is the truth', async () => {
    const batchId = await aRunningBatch(2);
    const finish = closeBatch({ ...batches, ...itsTurn, chunksKey: (id) => id });
    const note = (chunk: number, row: number) =>
      batches.note(aChunk({ batchId, chunk }), {
        schemaVersion: 1,
        row,
        state: 'INVALID',
        faults: [],
      });
    const [first, second] = [1, 2].map((chunk) => aChunk({ batchId, chunk, rows: 2 }));
    if (!first || !second) throw new Error('two chunks');
    for (const [chunk, row] of [
      [1, 1],
      [1, 2],
      [2, 3],
    ] as const)
      await note(chunk, row);
    await close(first);
    await close(second);
    expect(await finish({ batchId })).toMatchObject({ outcome: 'INCOMPLETE' });
    expect(await batches.batch(batchId)).toMatchObject({ closedChunks: 1, invalid: 2 });
    await note(2, 4);
    await close(second);
    expect(await finish({ batchId })).toMatchObject({ outcome: 'CLOSED' });
    expect(await batches.batch(batchId)).toMatchObject({ closedChunks: 2, invalid: 4 });
  });
});

describe('where applications stand', () => {
  const standings = standingsOf(documents, tables.applications);

  it('is told with the code of what was registered', async () => {
    const id = await anApplication('SUBMITTED', 'REGISTERED');
    expect((await standings([id])).get(id)).toEqual({
      state: 'REGISTERED',
      uscc: '91440115MAX0000153',
      findings: [],
    });
  });

  it('is told with the findings of the last round of review', async () => {
    const id = await anApplication('SUBMITTED', 'RETURNED');
    const finding = (rule: string) => ({
      rule,
      version: 1,
      pointer: '/name',
      says: 'taken',
      consequence: 'RETURN',
    });
    const decision = (round: number, findings: object[]) => ({
      schemaVersion: 1,
      round,
      decidedAt: at,
      verdict: 'RETURN',
      findings,
      rules: [],
      ruleSet: { id: 'r', hash: 'h' },
      facts: {},
    });
    const task = { applicationId: id, attempt: 1 };
    await applications.keepPart(task, '#DECISION#1', decision(1, []));
    await applications.keepPart(task, '#DECISION#2', decision(2, [finding('NAM-01')]));
    expect((await standings([id])).get(id)).toMatchObject({
      state: 'RETURNED',
      findings: [{ rule: 'NAM-01' }],
    });
  });

  it('is told of any number of applications at once, each once', async () => {
    const ids = await Promise.all(Array.from({ length: 120 }, () => anApplication('SUBMITTED')));
    const told = await standings([...ids, ...ids.slice(0, 5), newId('ap')]);
    expect([...told.keys()].toSorted()).toEqual(ids.toSorted());
  });

  it('is nothing for no applications', async () => {
    expect(await standings([])).toEqual(new Map());
    expect(await statesOf(documents, tables.applications)([])).toEqual(new Map());
  });
});
