import * as z from 'zod';
import { ApplicationState } from '../application/lifecycle.ts';
import { Batch, Row, RowCounts } from '../batch/batch.ts';
import { renderFinding } from '../review/finding-in-words.ts';
import type { Finding } from '../review/review.ts';
import type { Language } from '../shared/language.ts';
import { FindingView } from './finding-view.ts';

const { rows, chunks, closedChunks, fault, line, column } = Batch.shape;
const { id, state, version, format, bytes, encoding, createdAt } = Batch.shape;

export const BatchView = z.strictObject({
  id,
  state,
  version,
  format,
  bytes,
  encoding,
  createdAt,
  rows,
  chunks,
  closedChunks,
  /** rows whose fate is told in `counts` */
  done: z.int(),
  /**
   * Rows by where they stand. Of a closed batch, rows that waited for a signature or were not decided
   * are looked at again by each reading, 16 chunks of it (640 rows): up to that size the counts are
   * those of now; of a larger batch each reading brings the next chunks up to date.
   */
  counts: z.strictObject(RowCounts.shape),
  fault,
  line,
  column,
});
export type BatchView = z.infer<typeof BatchView>;

/** While a batch waits for its file: where to put it. */
export const CreatedBatchView = BatchView.extend({
  upload: z.strictObject({ method: z.literal('PUT'), url: z.url() }).optional(),
});

export const BatchListView = z.strictObject({
  batches: z.array(
    z.strictObject(Batch.pick({ id: true, state: true, rows: true, createdAt: true }).shape),
  ),
});

/** Progress and counts; who the agent is, he knows. */
export function batchView(batch: Batch): BatchView {
  const {
    registered = 0,
    returned = 0,
    referred = 0,
    signing = 0,
    unfinished = 0,
    invalid = 0,
    linked = 0,
    ended,
  } = batch;
  const counted = { registered, returned, referred, signing, unfinished, invalid, linked };
  const counts = { ...counted, ...(ended && { ended }) };
  return {
    id: batch.id,
    state: batch.state,
    version: batch.version,
    format: batch.format,
    bytes: batch.bytes,
    encoding: batch.encoding,
    createdAt: batch.createdAt,
    rows: batch.rows,
    chunks: batch.chunks,
    closedChunks: batch.closedChunks,
    done: Object.values(counts).reduce((sum, count) => sum + count, 0),
    counts,
    fault: batch.fault,
    line: batch.line,
    column: batch.column,
  };
}

/** Where a row's application stands now. */
export interface RowStanding {
  readonly state: ApplicationState;
  readonly uscc?: string;
  readonly findings: readonly Finding[];
}

export const RowView = z.strictObject({
  row: Row.shape.row,
  clientRowRef: Row.shape.clientRowRef,
  /** the application's state where there is one, else what became of the row */
  state: z.enum([...ApplicationState.options, ...Row.shape.state.options]),
  /** the same row as one taken in before, whose application is told */
  linked: z.boolean().optional(),
  applicationId: Row.shape.applicationId,
  uscc: z.string().optional(),
  /** INVALID: what could not be read */
  faults: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
  findings: z.array(FindingView).optional(),
});
export type RowView = z.infer<typeof RowView>;

export const RowListView = z.strictObject({ rows: z.array(RowView) });

/** A row with its application's state now, and every fault at once. */
export const rowView = (
  { row: number, clientRowRef, state: became, applicationId, faults }: Row,
  standing: RowStanding | undefined,
  language: Language,
): RowView => ({
  row: number,
  clientRowRef,
  state: standing?.state ?? became,
  ...(became === 'LINKED' && { linked: true }),
  applicationId,
  uscc: standing?.uscc,
  faults,
  findings: standing?.findings.map((finding) => renderFinding(finding, language)),
});
