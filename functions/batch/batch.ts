import * as z from 'zod';
import { AgentStanding } from '../application/agent-standing.ts';
import { Instant } from '../shared/calendar.ts';
import { ApplicationId, BatchId } from '../shared/ids.ts';
import { ENCODINGS } from './file-encoding.ts';

/** NDJSON: a row a line, see `SentRow`. CSV: a table with the columns of csv-columns.ts. */
export const FileFormat = z.enum(['NDJSON', 'CSV']);
export type FileFormat = z.infer<typeof FileFormat>;

/** Why a whole file was rejected. A bad row never is a reason. */
export const FileFault = z.enum([
  /** nothing was uploaded, or it is gone */
  'NOT_FOUND',
  /** not the number of bytes that was announced: cut off on the way */
  'SIZE_DIFFERS',
  'EMPTY',
  /** not UTF-8; a CSV file: not GB18030 either */
  'NOT_TEXT',
  /** the last line breaks off in the middle */
  'CUT_OFF',
  'TOO_MANY_ROWS',
  'LINE_TOO_LONG',
  /** CSV: a header that we do not know, one that stands twice, and none for the row's reference */
  'HEADER_UNKNOWN',
  'HEADER_DUPLICATE',
  'HEADER_MISSING',
  /** CSV: a cell in quotes that does not end, and a quote in the middle of a cell */
  'QUOTE_NOT_CLOSED',
  'QUOTE_MISPLACED',
  /** the agent is suspended, removed or not disclosed in the national agent system */
  'AGENT_NOT_IN_STANDING',
  /** it was uploaded anew after it was opened: what was taken in before stays, the rest cannot be */
  'FILE_REPLACED',
]);
export type FileFault = z.infer<typeof FileFault>;

/** What became of rows, by where their applications stand. */
export const RowCounts = z.object({
  registered: z.int(),
  returned: z.int(),
  referred: z.int(),
  /** waits for a signature, or is being edited before one */
  signing: z.int(),
  /** taken in and not yet decided */
  unfinished: z.int(),
  /** could not be read, or its reference was used for something else */
  invalid: z.int(),
  /** the same row as one taken in before */
  linked: z.int(),
  /** ended without a decision: withdrawn, lapsed, handed over to another registrar */
  ended: z.int().optional(),
});
export type RowCounts = z.infer<typeof RowCounts>;

export const NO_ROWS: RowCounts = {
  registered: 0,
  returned: 0,
  referred: 0,
  signing: 0,
  unfinished: 0,
  invalid: 0,
  linked: 0,
};

/** One file of an agent. */
export const Batch = z.object({
  schemaVersion: z.literal(1),
  id: BatchId,
  /** the agent's token subject */
  agent: z.string(),
  state: z.enum(['CREATED', 'SUBMITTED', 'RUNNING', 'CLOSED', 'REJECTED', 'STUCK']),
  version: z.int().min(1),
  format: FileFormat.default('NDJSON'),
  /** as announced */
  bytes: z.int().min(1),
  /** CSV: what the file turned out to be written in */
  encoding: z.enum(ENCODINGS).optional(),
  createdAt: Instant,
  rows: z.int().optional(),
  chunks: z.int().optional(),
  closedChunks: z.int().default(0),
  ...RowCounts.partial().shape,
  /** what the national agent system said of the agent when the file was opened */
  standing: AgentStanding.optional(),
  /** ETag of the file that was opened: no other is read */
  fileTag: z.string().optional(),
  fault: FileFault.optional(),
  /** line of the file where the fault is, from 1 */
  line: z.int().optional(),
  /** the header where the fault is, from 1 */
  column: z.int().optional(),
  /** CLOSED: the chunk from which the next reading brings the counts up to date */
  recountFrom: z.int().optional(),
  /** how often closing found chunks missing */
  tries: z.int().default(0),
  /** the closing that was counted last */
  closing: z.string().optional(),
  /** how many machines were started for it, one after another; absent = 1 */
  generation: z.int().min(1).optional(),
  /** when it last got on */
  progressAt: Instant.optional(),
});
export type Batch = z.infer<typeof Batch>;

/** A run of whole lines: what one child of the Map takes in. Bytes are counted in the file, end exclusive. */
export const Chunk = z.object({
  batchId: BatchId,
  chunk: z.int().min(1),
  firstRow: z.int().min(1),
  rows: z.int().min(1),
  byteStart: z.int().min(0),
  byteEnd: z.int().min(1),
});
export type Chunk = z.infer<typeof Chunk>;

/** One line of the ledger. */
export const Row = z.object({
  schemaVersion: z.literal(1),
  row: z.int().min(1),
  state: z.enum(['TAKEN_IN', 'LINKED', 'INVALID']),
  clientRowRef: z.string().optional(),
  applicationId: ApplicationId.optional(),
  /** INVALID: what could not be read, with JSON Pointers; no values */
  faults: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});
export type Row = z.infer<typeof Row>;

/** Rows that no longer wait for the machine count as their application's state; see `RowCounts`. */
export function countOf(state: string): keyof RowCounts {
  if (state === 'REGISTERED') return 'registered';
  if (state === 'RETURNED') return 'returned';
  if (state === 'SIGNING' || state === 'DRAFT') return 'signing';
  if (/^(WITHDRAWN|LAPSED|HANDED_OVER)$/.test(state)) return 'ended';
  if (state === 'SUBMITTED') return 'unfinished';
  return 'referred';
}
