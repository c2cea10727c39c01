import { describe, expect, it } from 'vitest';
import { batchStore } from '#functions/batch/batch.store.ts';
import { rowLedger } from '#functions/batch/row-ledger.store.ts';
import { newId } from '#functions/runtime/draws.ts';
import { BatchId } from '#functions/shared/ids.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aBatch, aChunk, counts } from './a-batch.ts';

const { documents, tables } = await aDatabase();
const batches = {
  ...batchStore(documents, tables.batches),
  ...rowLedger(documents, tables.batches),
};
const aNewId = () => BatchId.parse(newId('ba'));

describe('a kept batch', () => {
  it('is created once', async () => {
    const batch = aBatch({ id: aNewId() });
    expect(await batches.create(batch)).toBe('WRITTEN');
    expect(await batches.create({ ...batch, bytes: 7 })).toBe('MOVED');
    expect(await batches.batch(batch.id)).toEqual({ ...batch, progressAt: expect.any(String) });
  });

  it('is not found where there is none', async () => {
    await expect(batches.batch(aNewId())).rejects.toMatchObject({ name: 'ApplicationNotFound' });
  });

  it('is written only over the version that was read', async () => {
    const read = aBatch({ id: aNewId() });
    await batches.create(read);
    expect(await batches.opened(read, 90, 3)).toBe('WRITTEN');
    expect(await batches.opened(read, 91, 4)).toBe('MOVED');
    expect(await batches.rejected(read, 'EMPTY', undefined)).toBe('MOVED');
    expect(await batches.batch(read.id)).toMatchObject({ state: 'RUNNING', rows: 90, version: 2 });
  });

  it('keeps why its file was rejected, and where', async () => {
    const read = aBatch({ id: aNewId() });
    await batches.create(read);
    await batches.rejected(read, 'CUT_OFF', 7);
    expect(await batches.batch(read.id)).toMatchObject({
      state: 'REJECTED',
      fault: 'CUT_OFF',
      line: 7,
      version: 2,
    });
  });
});

describe('an agent’s batches', () => {
  it('are listed newest first, page by page, and nobody else’s with them', async () => {
    const ids: string[] = [];
    for (const agent of ['agent-x', 'agent-y', 'agent-x', 'agent-x']) {
      const id = aNewId();
      await batches.create(aBatch({ id, agent }));
      if (agent === 'agent-x') ids.unshift(id);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const first = await batches.ofAgent('agent-x', 2);
    expect(first.batches.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(first.next).toBe(ids[1]);
    const second = await batches.ofAgent('agent-x', 2, first.next);
    expect(second.batches.map(({ id }) => id)).toEqual(ids.slice(2));
    expect(second.batches[0]).toMatchObject({ state: 'CREATED', createdAt: expect.any(String) });
  });

  it('do not come by another agent’s cursor', async () => {
    const others = aNewId();
    await batches.create(aBatch({ id: others, agent: 'agent-v' }));
    await batches.create(aBatch({ id: aNewId(), agent: 'agent-v' }));
    expect((await batches.ofAgent('agent-w', 10, others)).batches).toEqual([]);
  });
});

describe('the rows of a chunk', () => {
  it('come in their order from after a row on', async () => {
    const chunk = aChunk({ batchId: aNewId(), chunk: 3 });
    for (const row of [89, 9, 100, 81])
      await batches.note(chunk, { schemaVersion: 1, row, state: 'INVALID', faults: [] });
    const rowsOf = async (after?: number, limit?: number) =>
      (await batches.rows(chunk.batchId, 3, after, limit)).map(({ row }) => row);
    expect(await rowsOf()).toEqual([9, 81, 89, 100]);
    expect(await rowsOf(81)).toEqual([89, 100]);
    expect(await rowsOf(0, 2)).toEqual([9, 81]);
    expect(await batches.rows(chunk.batchId, 4)).toEqual([]);
  });

  it('come all, however many faults each has', async () => {
    const chunk = aChunk({ batchId: aNewId() });
    const faults = Array.from({ length: 50 }, (_, at) => ({
      pointer: `/${at}`,
      detail: 'x'.repeat(700),
    }));
    const all = Array.from({ length: 40 }, (_, index) => index + 1);
    for (const row of all)
      await batches.note(chunk, { schemaVersion: 1, row, state: 'INVALID', faults });
    expect((await batches.rows(chunk.batchId, 1)).map(({ row }) => row)).toEqual(all);
    const most = await batches.rows(chunk.batchId, 1, 0, 39);
    expect(most.map(({ row }) => row)).toEqual(all.slice(0, 39));
  });

  it('do not count the chunk’s own record', async () => {
    const batchId = aNewId();
    await batches.create(aBatch({ id: batchId }));
    const chunk = aChunk({ batchId });
    await batches.note(chunk, { schemaVersion: 1, row: 1, state: 'INVALID', faults: [] });
    await batches.closeChunk(chunk, counts({ invalid: 1 }));
    expect(await batches.rows(batchId, 1)).toHaveLength(1);
  });
});
