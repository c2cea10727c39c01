import { callPage } from '../api/call.ts';
import { type Outcome, outcomeOf, type RowTold } from './outcome.ts';

export interface FoundRows {
  readonly rows: readonly RowTold[];
  /** the last row that was looked at, of whatever outcome */
  readonly looked: number;
  /** where to go on; absent at the end */
  readonly next: string | undefined;
}

/** Rows read at once, and how many such pages are looked through before the reader is asked. */
const PAGE = 200;
const PAGES = 10;
/** So many are enough to show. */
const ENOUGH = 50;

/** Rows of an outcome from a place on: the API lists all of them, so others are passed over here. */
export async function foundRows(
  id: string,
  outcome: Outcome | undefined,
  from: string,
): Promise<FoundRows> {
  const rows: RowTold[] = [];
  let looked = 0;
  let cursor: string | undefined = from;
  for (let read = 0; read < PAGES; read++) {
    const limit: number = outcome ? PAGE : ENOUGH;
    const { page, next }: Awaited<ReturnType<typeof rowPage>> = await rowPage(id, limit, cursor);
    rows.push(...page.rows.filter((row) => !outcome || outcomeOf(row) === outcome));
    looked = page.rows.at(-1)?.row ?? looked;
    cursor = next;
    if (next === undefined || rows.length >= ENOUGH) break;
  }
  return { rows, looked, next: cursor };
}

/** @param cursor empty at the beginning */
export const rowPage = (id: string, limit: number, cursor: string | undefined) =>
  callPage('GET /v1/batches/{id}/rows', {
    parameters: { id },
    query: { limit, ...(cursor && { cursor }) },
  });
