import * as z from 'zod';
import { Chunk, countOf, NO_ROWS, type Row, type RowCounts } from './batch.ts';

export const CloseChunkTask = Chunk;
export const CloseChunkResult = z.object({ outcome: z.enum(['CLOSED']) });

export interface CloseChunkPorts {
  rows(chunk: Chunk): Promise<readonly Row[]>;
  /** where applications stand now: id → state */
  states(applicationIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** keeps the chunk's counts, put if absent, and adds them to the batch's progress in the same transaction */
  close(chunk: Chunk, counts: RowCounts): Promise<void>;
}

/** Counts what became of a chunk's rows. Run again, it adds nothing. */
export const closeChunk =
  (ports: CloseChunkPorts) =>
  async (chunk: Chunk): Promise<z.infer<typeof CloseChunkResult>> => {
    const rows = await ports.rows(chunk);
    const states = await ports.states(
      rows.flatMap(({ state, applicationId }) =>
        state === 'TAKEN_IN' && applicationId ? [applicationId] : [],
      ),
    );
    await ports.close(chunk, countedRows(rows, states));
    return { outcome: 'CLOSED' };
  };

/** What became of rows, by where their applications stand. */
export function countedRows(rows: readonly Row[], states: ReadonlyMap<string, string>): RowCounts {
  const counts = { ...NO_ROWS };
  for (const { state, applicationId } of rows) {
    if (state === 'INVALID') counts.invalid += 1;
    else if (state === 'LINKED') counts.linked += 1;
    else {
      const name = countOf(states.get(applicationId ?? '') ?? 'SUBMITTED');
      counts[name] = (counts[name] ?? 0) + 1;
    }
  }
  return counts;
}
