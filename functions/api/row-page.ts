import type { Batch, Row } from '../batch/batch.ts';
import type { BatchId } from '../shared/ids.ts';
import { type Cursor, unknownCursor } from './pages.ts';

export interface RowPorts {
  rows(id: BatchId, chunk: number, after: number, limit: number): Promise<readonly Row[]>;
}

/** Chunks looked at for one page: while a batch is taken in, many are empty. A page may be short. */
const CHUNKS_A_PAGE = 25;

/** A page runs on from chunk to chunk; the cursor is the chunk and the last row told. */
export async function rowPage(
  ports: RowPorts,
  { id, chunks = 0 }: Batch,
  limit: number,
  cursor: Cursor | undefined,
): Promise<{ rows: Row[]; next?: Cursor }> {
  const [first, told] = placeOf(cursor);
  const rows: Row[] = [];
  for (let chunk = first; chunk <= chunks; chunk++) {
    if (chunk === first + CHUNKS_A_PAGE) return { rows, next: `${chunk}.0` };
    const after = chunk === first ? told : 0;
    rows.push(...(await ports.rows(id, chunk, after, limit - rows.length)));
    if (rows.length === limit) return { rows, next: `${chunk}.${rows.at(-1)?.row}` };
  }
  return { rows };
}

/** @throws {Problem} invalid-request for a cursor that we did not give */
function placeOf(cursor: Cursor | undefined): [chunk: number, after: number] {
  if (cursor === undefined) return [1, 0];
  const [, chunk, row] = /^(\d{1,6})\.(\d{1,7})$/.exec(cursor) ?? [];
  if (chunk === undefined || row === undefined) throw unknownCursor();
  return [Number(chunk), Number(row)];
}
