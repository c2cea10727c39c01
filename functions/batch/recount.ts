import { type Batch, NO_ROWS, type Row, RowCounts } from './batch.ts';
import { countedRows } from './close-chunk.ts';

/** One closed chunk with its counts as they were last taken. */
export interface CountedChunk {
  readonly chunk: number;
  readonly counts: RowCounts;
}

export interface RecountPorts {
  /** the counts of closed chunks, from one number to another */
  counted(batch: Batch, first: number, last: number): Promise<readonly CountedChunk[]>;
  rows(id: Batch['id'], chunk: number): Promise<readonly Row[]>;
  /** where applications stand now: id → state */
  states(applicationIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** replaces a chunk's counts and adds the difference to the batch's, in one transaction */
  recounted(batch: Batch, before: CountedChunk, now: RowCounts): Promise<'COMMITTED' | 'RECOUNTED'>;
  /** where the next reading goes on */
  goOnFrom(batch: Batch, chunk: number): Promise<void>;
}

/** Chunks looked at in one reading; of a larger file, each reading goes on where the last one stopped. */
const CHUNKS_A_READING = 16;

/**
 * Brings a closed batch's counts up to date: rows that waited for a signature, or were not decided, when
 * it was closed. A file of up to 640 rows is exact at every reading; a larger one is worked off in
 * turns, so that no reading costs more.
 */
export const recount =
  (ports: RecountPorts) =>
  async (batch: Batch): Promise<Batch> => {
    const { chunks = 0, signing = 0, unfinished = 0, recountFrom = 1 } = batch;
    if (batch.state !== 'CLOSED' || signing + unfinished === 0) return batch;
    const first = recountFrom > chunks ? 1 : recountFrom;
    const last = Math.min(first + CHUNKS_A_READING - 1, chunks);
    const open = (await ports.counted(batch, first, last)).filter(
      ({ counts }) => counts.signing + counts.unfinished > 0,
    );
    const differences = await Promise.all(open.map((it) => recounted(ports, batch, it)));
    if (chunks > CHUNKS_A_READING) await ports.goOnFrom(batch, last + 1);
    return differences.reduce(added, batch);
  };

async function recounted(
  ports: RecountPorts,
  batch: Batch,
  before: CountedChunk,
): Promise<RowCounts> {
  const rows = await ports.rows(batch.id, before.chunk);
  const ids = rows.flatMap(({ state, applicationId }) =>
    state === 'TAKEN_IN' && applicationId ? [applicationId] : [],
  );
  const now = countedRows(rows, await ports.states(ids));
  const difference = differenceOf(before.counts, now);
  const same = Object.values(difference).every((count) => count === 0);
  if (same) return difference;
  const outcome = await ports.recounted(batch, before, now);
  return outcome === 'COMMITTED' ? difference : NO_ROWS;
}

const NAMES = RowCounts.keyof().options;

/** What has to be added to the counts before. */
export function differenceOf(before: RowCounts, now: RowCounts): RowCounts {
  const difference = { ...NO_ROWS };
  for (const name of NAMES) difference[name] = (now[name] ?? 0) - (before[name] ?? 0);
  return difference;
}

const added = (batch: Batch, difference: RowCounts): Batch => {
  const counts = NAMES.map((name) => [name, (batch[name] ?? 0) + (difference[name] ?? 0)]);
  return { ...batch, ...Object.fromEntries(counts) };
};
