import { describe, expect, it } from 'vitest';
import { batchStore } from '#functions/batch/batch.store.ts';
import { rowLedger } from '#functions/batch/row-ledger.store.ts';
import { type SweepBatchesPorts, sweepBatches } from '#functions/batch/sweep-batches.ts';
import { newId } from '#functions/runtime/draws.ts';
import { BatchId } from '#functions/shared/ids.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aBatch, aChunk, counts } from './a-batch.ts';

const HOUR = 3_600_000;
const BEGUN = Date.parse('2026-11-23T02:00:00.000Z');

/** Batches on a database of their own, written at a time that the test sets. */
async function aSweep() {
  const { documents, tables } = await aDatabase();
  let now = BEGUN;
  const batches = {
    ...batchStore(documents, tables.batches, () => now),
    ...rowLedger(documents, tables.batches, () => now),
  };
  const started: string[] = [];
  const sweep = (change: Partial<SweepBatchesPorts> = {}) =>
    sweepBatches({
      ...batches,
      start: async (_, name) => void started.push(name),
      now: () => now,
      ...change,
    })();
  const put = async (state: 'CREATED' | 'SUBMITTED' | 'RUNNING' | 'CLOSED' | 'STUCK') => {
    const batch = aBatch({ id: BatchId.parse(newId('ba')), state, rows: 80, chunks: 2 });
    await batches.create(batch);
    return batch.id;
  };
  return { batches, sweep, put, started, later: (ms: number) => (now = BEGUN + ms) };
}

describe('a batch whose machine has died', () => {
  it('gets another one after two hours, each under a name of its own', async () => {
    const { sweep, put, started, later, batches } = await aSweep();
    const id = await put('RUNNING');
    later(2 * HOUR);
    expect(await sweep()).toEqual({ restarted: 0 });
    later(2 * HOUR + 1);
    expect(await sweep()).toEqual({ restarted: 1 });
    expect(await sweep()).toEqual({ restarted: 0 });
    later(4 * HOUR + 2);
    expect(await sweep()).toEqual({ restarted: 1 });
    expect(started).toEqual([`${id}-2`, `${id}-3`]);
    expect(await batches.batch(id)).toMatchObject({ generation: 3, version: 3, rows: 80 });
  });

  it('is found before it was opened too, and in whatever shard it is', async () => {
    const { sweep, put, started, later } = await aSweep();
    const ids = await Promise.all(Array.from({ length: 12 }, () => put('SUBMITTED')));
    later(3 * HOUR);
    expect(await sweep()).toEqual({ restarted: 12 });
    expect(started.toSorted()).toEqual(ids.map((id) => `${id}-2`).toSorted());
  });

  it('is left alone while its chunks are closed one after another', async () => {
    const { sweep, put, later, batches } = await aSweep();
    const batchId = await put('RUNNING');
    later(2 * HOUR);
    await batches.closeChunk(aChunk({ batchId }), counts({ registered: 12 }));
    later(3 * HOUR);
    expect(await sweep()).toEqual({ restarted: 0 });
    later(4 * HOUR + 1);
    expect(await sweep()).toEqual({ restarted: 1 });
  });

  it.each(['CREATED', 'CLOSED', 'STUCK'] as const)('is none where it is %s', async (state) => {
    const { sweep, put, later } = await aSweep();
    await put(state);
    later(9 * HOUR);
    expect(await sweep()).toEqual({ restarted: 0 });
  });

  it('is started once by two sweeps at the same time', async () => {
    const { sweep, put, started, later } = await aSweep();
    await put('RUNNING');
    later(3 * HOUR);
    await Promise.all([sweep(), sweep()]);
    expect(started).toHaveLength(1);
  });
});
