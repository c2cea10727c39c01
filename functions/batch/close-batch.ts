import * as z from 'zod';
import type { AgentDecisions } from '../party/agent-decisions.ts';
import { periodOf } from '../party/traces.ts';
import { DomainError } from '../shared/errors.ts';
import { BatchId } from '../shared/ids.ts';
import { type Batch, NO_ROWS, RowCounts } from './batch.ts';

export const CloseBatchTask = z.object({
  batchId: BatchId,
  /** which closing it is, the same however often it is tried: when the machine came to it */
  closing: z.string().optional(),
});
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
  /** counts what was decided for its agent (rule BA-08); told again of the same closing, once */
  countDecisions(
    agent: string,
    period: number,
    decisions: AgentDecisions,
    closing: string,
  ): Promise<void>;
}

/**
 * Closes a batch when every row of every chunk is in the ledger; the ledger is the truth, neither the
 * progress told on the way nor that a chunk was closed. What is missing is taken in again, three rounds
 * at most. A closing that is tried again after its answer was lost answers the same, and counts once.
 * A batch whose file was replaced has no more rounds to hope for.
 *
 * @throws {DomainError} BatchMoved: worth another try.
 */
export const closeBatch =
  (ports: CloseBatchPorts) =>
  async ({
    batchId,
    closing,
  }: z.infer<typeof CloseBatchTask>): Promise<z.infer<typeof CloseBatchResult>> => {
    const read = await ports.batch(batchId);
    const chunks = ports.chunksKey(batchId);
    const counted = closing !== undefined && read.closing === closing;
    if (counted && read.state === 'RUNNING') return { outcome: 'INCOMPLETE', chunks };
    if (read.state === 'CLOSED' || (read.state === 'STUCK' && (counted || !closing))) {
      await ended(ports, read);
      return { outcome: read.state, chunks };
    }
    await ports.reopenShort(read);
    const closed = await ports.closedChunks(read);
    const complete = closed.length === read.chunks;
    const tries = Math.min(read.tries + 1, ROUNDS);
    const hopeless = read.fault !== undefined || tries === ROUNDS;
    const outcome = complete ? 'CLOSED' : hopeless ? 'STUCK' : 'INCOMPLETE';
    const { fault, ...rest } = read;
    const next: Batch = {
      ...rest,
      ...(fault && !complete && { fault }),
      ...(closing && { closing }),
      ...sumOf(closed),
      closedChunks: closed.length,
      tries,
      state: outcome === 'INCOMPLETE' ? 'RUNNING' : outcome,
      version: read.version + 1,
    };
    if ((await ports.write(next, read)) === 'MOVED')
      throw new DomainError('BatchMoved', { batchId });
    if (outcome !== 'INCOMPLETE') await ended(ports, next);
    return { outcome, chunks };
  };

/** An agent's files run one after another, so the moments of their closings are in order. */
async function ended(ports: CloseBatchPorts, batch: Batch): Promise<void> {
  await ports.leaveTurn(batch);
  const { agent, closing, registered = 0, returned = 0, referred = 0 } = batch;
  const decided = registered + returned + referred;
  if (closing && decided > 0)
    await ports.countDecisions(agent, periodOf(closing), { decided, returned }, closing);
}

/** The counts of chunks added up. */
export function sumOf(counts: readonly RowCounts[]): RowCounts {
  const sum = { ...NO_ROWS };
  for (const counted of counts)
    for (const name of RowCounts.keyof().options)
      if (counted[name]) sum[name] = (sum[name] ?? 0) + counted[name];
  return sum;
}
