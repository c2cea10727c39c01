import * as z from 'zod';
import { type AgentStanding, inStanding } from '../application/agent-standing.ts';
import { legalDateOf } from '../shared/days.ts';
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

/** A file as it is read now; the tag is that of these very bytes. */
export interface UploadedFile {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly size: number;
  readonly tag?: string;
}

/** A batch whose machine lives is told so at least so often, while it waits. */
const SIGN_OF_LIFE_MS = 600_000;

export interface OpenBatchPorts {
  batch(id: BatchId): Promise<Batch>;
  /** takes the agent's turn: one running batch for each agent; one's own turn is taken again */
  takeTurn(batch: Batch): Promise<'TAKEN' | 'ANOTHERS'>;
  leaveTurn(batch: Batch): Promise<void>;
  /** @throws {DomainError} AgentSystemUnavailable */
  standing(agent: string): Promise<AgentStanding>;
  /** the bytes that the agent uploaded, as they come; undefined where there are none */
  file(batch: Batch): Promise<UploadedFile | undefined>;
  /** where the list of chunks is kept */
  chunksKey(id: BatchId): string;
  write(next: Batch, read: Batch): Promise<'WRITTEN' | 'MOVED'>;
  now(): number;
  /** keeps a batch's canonical rows while they pass through, whole at the end */
  keepRows(id: BatchId, bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** keeps the list of chunks and tells its key */
  keepChunks(id: BatchId, chunks: readonly Chunk[]): Promise<string>;
  opened(
    read: Batch,
    rows: number,
    chunks: number,
    found?: Pick<Batch, 'encoding' | 'fileTag' | 'standing'>,
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
 * knows one form only. A file that was opened is not opened again: its list of chunks is there, and
 * its rows are read from that very file or not at all.
 *
 * An agent who is not in standing is refused whole, which the agent system has to say: while it is
 * silent the file waits as it is.
 *
 * @throws {DomainError} BatchMoved, AgentSystemUnavailable: worth another try.
 */
export const openBatch =
  (ports: OpenBatchPorts) =>
  async ({ batchId }: z.infer<typeof OpenBatchTask>): Promise<z.infer<typeof OpenBatchResult>> => {
    const batch = await alive(ports, await ports.batch(batchId));
    if (batch.state === 'REJECTED') {
      await ports.leaveTurn(batch);
      return { outcome: 'REJECTED', chunks: '' };
    }
    if ((await ports.takeTurn(batch)) === 'ANOTHERS') return { outcome: 'WAIT', chunks: '' };
    if (batch.rows !== undefined) return { outcome: 'OPENED', chunks: ports.chunksKey(batchId) };
    const standing = batch.standing ?? (await ports.standing(batch.agent));
    const entitled = inStanding(standing, legalDateOf(standing.at));
    const plan = entitled ? await planOf(ports, batch) : NOT_IN_STANDING;
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
      settle(
        await ports.opened(batch, plan.rows, plan.chunks.length, { ...plan, standing }),
        batch,
      );
    return { outcome: 'OPENED', chunks };
  };

type Plan = ChunkPlan & {
  readonly encoding?: Encoding;
  readonly column?: number;
  readonly fileTag?: string;
};

const NOT_IN_STANDING: Plan = { fault: 'AGENT_NOT_IN_STANDING' };

async function planOf(ports: OpenBatchPorts, batch: Batch): Promise<Plan> {
  const file = await ports.file(batch);
  if (!file) return { fault: 'NOT_FOUND' };
  if (file.size !== batch.bytes) return { fault: 'SIZE_DIFFERS' };
  const tagged = file.tag === undefined ? {} : { fileTag: file.tag };
  if (batch.format === 'NDJSON') return { ...(await planChunks(file.bytes)), ...tagged };
  const encoding = await encodingOf(file.bytes);
  const again = await ports.file(batch);
  if (!encoding) return { fault: 'NOT_TEXT' };
  if (!again) return { fault: 'NOT_FOUND' };
  if (again.tag !== file.tag) return { fault: 'FILE_REPLACED' };
  try {
    const rows = ndjsonOf(decoded(again.bytes, encoding));
    return { ...(await planChunks(ports.keepRows(batch.id, rows))), encoding, ...tagged };
  } catch (error) {
    if (!(error instanceof FaultyFile)) throw error;
    const { fault, line, column } = error;
    return { fault, line, ...(column !== undefined && { column }) };
  }
}

/** Writes the head anew where that is long ago: whatever is written is progress. */
async function alive(ports: OpenBatchPorts, batch: Batch): Promise<Batch> {
  const { progressAt, createdAt, version } = batch;
  if (Date.parse(progressAt ?? createdAt) + SIGN_OF_LIFE_MS > ports.now()) return batch;
  const next = { ...batch, version: version + 1 };
  settle(await ports.write(next, batch), batch);
  return next;
}

function settle(outcome: 'WRITTEN' | 'MOVED', { id }: Batch): void {
  if (outcome === 'MOVED') throw new DomainError('BatchMoved', { batchId: id });
}
