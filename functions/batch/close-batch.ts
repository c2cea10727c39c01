import * as z from 'zod';
import { DomainError } from '../shared/errors.ts';
import { BatchId } from '../shared/ids.ts';
import { type Batch, NO_ROWS, RowCounts } from './batch.ts';

export const CloseBatchTask = z.object({ batchId: BatchId });
export const CloseBatchResult = z.object({
  outcome: z.enum(['CLOSED', 'INCOMPLETE', 'STUCK']),
  /** as OpenBatch gave it, for another round */
  chunks: z.string(),
});

/** Rounds over chunks that failed, before a person is called. */
const ROUNDS = 3;

export interface CloseBatchPorts {
  batch(id: BatchId): Promise<Batch>;
  /** opens closed chunks again whose ledger has fewer lines than rows were planned */
  reopenShort(batch: Batch): Promise<unknown>;
  /** counts of the chunks that are closed */
  closedChunks(batch: Batch): Promise<readonly RowCounts[]>;
  chunksKey(id: BatchId): string;
  write(next: Batch, read: Batch): Promise<'WRITTEN' | 'MOVED'>;
  /** lets the agent's next batch run */
  leaveTurn(batch: Batch): Promise<void>;
}

/**
 * Closes a batch when every row of every chunk is in the ledger; the ledger is the truth, neither the
 * progress told on the way nor that a chunk was closed. What is missing is taken in again, three rounds
 * at most.
 *
 * @throws {DomainError} BatchMoved: worth another try.
 */
export const closeBatch =
  (ports: CloseBatchPorts) =>
  async ({
    batchId,
  }: z.infer<typeof CloseBatchTask>): Promise<z.infer<typeof CloseBatchResult>> => {
    const read = await ports.batch(batchId);
    const chunks = ports.chunksKey(batchId);
    if (read.state === 'CLOSED' || read.state === 'STUCK') {
      await ports.leaveTurn(read);
      return { outcome: read.state, chunks };
    }
    await ports.reopenShort(read);
    const closed = await ports.closedChunks(read);
    const complete = closed.length === read.chunks;
    const tries = read.tries + 1;
    const outcome = complete ? 'CLOSED' : tries < ROUNDS ? 'INCOMPLETE' : 'STUCK';
    const next: Batch = {
      ...read,
      ...sumOf(closed),
      closedChunks: closed.length,
      tries,
      state: outcome === 'INCOMPLETE' ? 'RUNNING' : outcome,
      version: read.version + 1,
    };
    if ((await ports.write(next, read)) === 'MOVED')
      throw new DomainError('BatchMoved', { batchId });
    if (outcome !== 'INCOMPLETE') await ports.leaveTurn(read);
    return { outcome, chunks };
  };

/** The counts of chunks added up. */
export function sumOf(counts: readonly RowCounts[]): RowCounts {
  const sum = { ...NO_ROWS };
  for (const name of RowCounts.keyof().options)
    sum[name] = counts.reduce((total, it) => total + it[name], 0);
  return sum;
}
