import * as z from 'zod';
import { DomainError } from '../shared/errors.ts';
import { BatchId } from '../shared/ids.ts';
import type { Batch, Chunk, FileFault } from './batch.ts';
import { type ChunkPlan, planChunks } from './chunk-plan.ts';
import { FaultyFile, ndjsonOf } from './csv-conversion.ts';
import { decoded, type Encoding, encodingOf } from './file-encoding.ts';

export const OpenBatchTask = z.object({ batchId: BatchId });
export const OpenBatchResult = z.object({
  /** WAIT: another batch of the same agent is running */
  outcome: z.enum(['OPENED', 'REJECTED', 'WAIT']),
  /** key of the list of chunks in the bucket, which the Map reads */
  chunks: z.string(),
});

export interface OpenBatchPorts {
  batch(id: BatchId): Promise<Batch>;
  /** takes the agent's turn: one running batch for each agent; one's own turn is taken again */
  takeTurn(batch: Batch): Promise<'TAKEN' | 'ANOTHERS'>;
  leaveTurn(batch: Batch): Promise<void>;
  /** the bytes that the agent uploaded, as they come; undefined where there are none */
  file(
    batch: Batch,
  ): Promise<{ readonly bytes: AsyncIterable<Uint8Array>; readonly size: number } | undefined>;
  /** keeps a batch's canonical rows while they pass through, whole at the end */
  keepRows(id: BatchId, bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** keeps the list of chunks and tells its key */
  keepChunks(id: BatchId, chunks: readonly Chunk[]): Promise<string>;
  opened(
    read: Batch,
    rows: number,
    chunks: number,
    encoding?: Encoding,
  ): Promise<'WRITTEN' | 'MOVED'>;
  rejected(
    read: Batch,
    fault: FileFault,
    line: number | undefined,
    column?: number,
  ): Promise<'WRITTEN' | 'MOVED'>;
}

/**
 * Opens an agent's file: rejected whole only where it cannot be read as lines of text, or as a table,
 * at all. A CSV file is turned into canonical NDJSON beside the original, so that all that follows
 * knows one form only. Run again, it makes the same rows and chunks of the same file.
 *
 * @throws {DomainError} BatchMoved: worth another try.
 */
export const openBatch =
  (ports: OpenBatchPorts) =>
  async ({ batchId }: z.infer<typeof OpenBatchTask>): Promise<z.infer<typeof OpenBatchResult>> => {
    const batch = await ports.batch(batchId);
    if (batch.state === 'REJECTED') {
      await ports.leaveTurn(batch);
      return { outcome: 'REJECTED', chunks: '' };
    }
    if ((await ports.takeTurn(batch)) === 'ANOTHERS') return { outcome: 'WAIT', chunks: '' };
    const plan = await planOf(ports, batch);
    if (plan.fault) {
      await ports.leaveTurn(batch);
      settle(await ports.rejected(batch, plan.fault, plan.line, plan.column), batch);
      return { outcome: 'REJECTED', chunks: '' };
    }
    const chunks = await ports.keepChunks(
      batchId,
      plan.chunks.map((it, index) => ({ batchId, chunk: index + 1, ...it })),
    );
    if (batch.state === 'CREATED' || batch.state === 'SUBMITTED')
      settle(await ports.opened(batch, plan.rows, plan.chunks.length, plan.encoding), batch);
    return { outcome: 'OPENED', chunks };
  };

type Plan = ChunkPlan & { readonly encoding?: Encoding; readonly column?: number };

async function planOf(ports: OpenBatchPorts, batch: Batch): Promise<Plan> {
  const file = await ports.file(batch);
  if (!file) return { fault: 'NOT_FOUND' };
  if (file.size !== batch.bytes) return { fault: 'SIZE_DIFFERS' };
  if (batch.format === 'NDJSON') return planChunks(file.bytes);
  const encoding = await encodingOf(file.bytes);
  const again = await ports.file(batch);
  if (!encoding) return { fault: 'NOT_TEXT' };
  if (!again) return { fault: 'NOT_FOUND' };
  try {
    const rows = ndjsonOf(decoded(again.bytes, encoding));
    return { ...(await planChunks(ports.keepRows(batch.id, rows))), encoding };
  } catch (error) {
    if (!(error instanceof FaultyFile)) throw error;
    const { fault, line, column } = error;
    return { fault, line, ...(column !== undefined && { column }) };
  }
}

function settle(outcome: 'WRITTEN' | 'MOVED', { id }: Batch): void {
  if (outcome === 'MOVED') throw new DomainError('BatchMoved', { batchId: id });
}
