import * as z from 'zod';
import { DomainError } from '../shared/errors.ts';
import { BatchId } from '../shared/ids.ts';
import type { Batch, Chunk, FileFault } from './batch.ts';
import { type ChunkPlan, planChunks } from './chunk-plan.ts';

export const OpenBatchTask = z.object({ batchId: BatchId });
export const OpenBatchResult = z.object({
  outcome: z.enum(['OPENED', 'REJECTED']),
  /** key of the list of chunks in the bucket, which the Map reads */
  chunks: z.string(),
});

export interface OpenBatchPorts {
  batch(id: BatchId): Promise<Batch>;
  /** the file's bytes as they come; undefined where there is no file */
  file(
    id: BatchId,
  ): Promise<{ readonly bytes: AsyncIterable<Uint8Array>; readonly size: number } | undefined>;
  /** keeps the list of chunks and tells its key */
  keepChunks(id: BatchId, chunks: readonly Chunk[]): Promise<string>;
  opened(read: Batch, rows: number, chunks: number): Promise<'WRITTEN' | 'MOVED'>;
  rejected(read: Batch, fault: FileFault, line: number | undefined): Promise<'WRITTEN' | 'MOVED'>;
}

/**
 * Opens an agent's file: rejected whole only where it cannot be read as lines of text at all. Run
 * again, it makes the same chunks of the same file.
 *
 * @throws {DomainError} BatchMoved: worth another try.
 */
export const openBatch =
  (ports: OpenBatchPorts) =>
  async ({ batchId }: z.infer<typeof OpenBatchTask>): Promise<z.infer<typeof OpenBatchResult>> => {
    const batch = await ports.batch(batchId);
    if (batch.state === 'REJECTED') return { outcome: 'REJECTED', chunks: '' };
    const plan = await planOf(ports, batch);
    if (plan.fault) {
      settle(await ports.rejected(batch, plan.fault, plan.line), batch);
      return { outcome: 'REJECTED', chunks: '' };
    }
    const chunks = await ports.keepChunks(
      batchId,
      plan.chunks.map((it, index) => ({ batchId, chunk: index + 1, ...it })),
    );
    if (batch.state !== 'RUNNING')
      settle(await ports.opened(batch, plan.rows, plan.chunks.length), batch);
    return { outcome: 'OPENED', chunks };
  };

async function planOf(ports: OpenBatchPorts, { id, bytes }: Batch): Promise<ChunkPlan> {
  const file = await ports.file(id);
  if (!file) return { fault: 'NOT_FOUND' };
  if (file.size !== bytes) return { fault: 'SIZE_DIFFERS' };
  return planChunks(file.bytes);
}

function settle(outcome: 'WRITTEN' | 'MOVED', { id }: Batch): void {
  if (outcome === 'MOVED') throw new DomainError('BatchMoved', { batchId: id });
}
