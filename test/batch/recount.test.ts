import { describe, expect, it } from 'vitest';
import { batchStore } from '#functions/batch/batch.store.ts';
import type { Batch, RowCounts } from '#functions/batch/batch.ts';
import { closeChunk } from '#functions/batch/close-chunk.ts';
import { recountStore } from '#functions/batch/recount.store.ts';
import { recount } from '#functions/batch/recount.ts';
import { rowLedger } from '#functions/batch/row-ledger.store.ts';
import { statesOf } from '#functions/batch/standings.store.ts';
import { lapse } from '#functions/intake/lapse.ts';
import { addSignatures } from '#functions/intake/sign.ts';
import { takeIn } from '#functions/intake/submit.ts';
import { newId } from '#functions/runtime/draws.ts';
import { BatchId } from '#functions/shared/ids.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';
import { SENT_AT } from '#test/builders/applications-in.ts';
import { anIntake } from '#test/intake/an-intake.ts';
import { aBatch, aChunk, counts } from './a-batch.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { ports, read, sending } = anIntake(database);
const { signed } = await anIdentityProvider();
const batches = {
  ...batchStore(documents, tables.batches),
  ...rowLedger(documents, tables.batches),
};
const states = statesOf(documents, tables.applications);
const close = closeChunk({
  rows: ({ batchId, chunk }) => batches.rows(batchId, chunk),
  states,
  close: batches.closeChunk,
});
const counting = recount({
  ...recountStore(documents, tables.batches),
  rows: batches.rows,
  states,
});

/** A closed batch of so many chunks, each with one row that waits for signatures. */
async function closed(chunks: number) {
  const batchId = BatchId.parse(newId('ba'));
  await batches.create(aBatch({ id: batchId, state: 'RUNNING', chunks }));
  const rows: string[] = [];
  for (let number = 1; number <= chunks; number++) {
    const sent = sending({
      owner: 'agent-1',
      row: { batchId, row: number, clientRowRef: `r${number}` },
    });
    await takeIn(ports, sent, true);
    const chunk = aChunk({ batchId, chunk: number });
    await batches.note(chunk, {
      schemaVersion: 1,
      row: number,
      state: 'TAKEN_IN',
      applicationId: sent.id,
    });
    await close(chunk);
    rows.push(sent.id);
  }
  const running = await batches.batch(batchId);
  await batches.write({ ...running, state: 'CLOSED', version: 2 }, running);
  return { batchId, rows };
}
const register = async (id: string) => {
  const { sent } = await read(id);
  await addSignatures(ports, await read(id), await signed(sent.form));
  await ports.move(await read(id), {
    to: ['REGISTERED'],
    at: SENT_AT,
    by: 'register',
    subject: {},
  });
};
const told = async (batchId: BatchId): Promise<Batch> => counting(await batches.batch(batchId));
const onlyCounts = (of: Partial<RowCounts>) => expect.objectContaining(counts(of));

describe('the counts of a closed batch', () => {
  it('tell rows as they are now: registered by their last signature, lapsed, still waiting', async () => {
    const { batchId, rows } = await closed(3);
    expect(await told(batchId)).toEqual(onlyCounts({ signing: 3 }));
    await register(String(rows[0]));
    await lapse(ports, await read(String(rows[1])), SENT_AT);
    const now = onlyCounts({ signing: 1, registered: 1, ended: 1 });
    expect(await told(batchId)).toEqual(now);
    expect(await batches.batch(batchId)).toEqual(now);
  });

  it('are taken once by two who read at the same time', async () => {
    const { batchId, rows } = await closed(2);
    for (const row of rows) await register(row);
    await Promise.all([told(batchId), told(batchId), told(batchId)]);
    expect(await batches.batch(batchId)).toEqual(onlyCounts({ registered: 2 }));
  });

  it('are what was read where another one has counted again meanwhile', async () => {
    const { batchId, rows } = await closed(1);
    await register(String(rows[0]));
    const before = await batches.batch(batchId);
    const store = { ...recountStore(documents, tables.batches), rows: batches.rows, states };
    const lost = recount({ ...store, recounted: async () => 'RECOUNTED' });
    expect(await lost(before)).toEqual(onlyCounts({ signing: 1 }));
  });

  it('of a large file are brought up to date in turns, each of few requests', async () => {
    const { batchId, rows } = await closed(20);
    for (const row of rows) await register(row);
    const requests = requestsOf(documents);
    expect(await told(batchId)).toEqual(onlyCounts({ signing: 4, registered: 16 }));
    expect(requests.length).toBeLessThanOrEqual(3 + 16 * 4);
    expect(await told(batchId)).toEqual(onlyCounts({ registered: 20 }));
    requests.length = 0;
    await told(batchId);
    expect(requests).toEqual(['GetItemCommand']);
  });

  it('are those of the progress while it runs', async () => {
    const { batchId } = await closed(1);
    const running: Batch = { ...(await batches.batch(batchId)), state: 'RUNNING' };
    expect(await counting(running)).toBe(running);
  });
});
