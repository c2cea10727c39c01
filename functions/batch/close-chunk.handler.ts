import * as z from 'zod';
import { documents } from '../runtime/documents.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { CloseChunkResult, CloseChunkTask, closeChunk } from './close-chunk.ts';
import { rowLedger } from './row-ledger.store.ts';
import { statesOf } from './standings.store.ts';

const { APPLICATIONS_TABLE, BATCHES_TABLE } = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  BATCHES_TABLE: z.string(),
});
const ledger = rowLedger(documents, BATCHES_TABLE);

export const handler = taskHandler(
  CloseChunkTask,
  CloseChunkResult,
  closeChunk({
    rows: ({ batchId, chunk }) => ledger.rows(batchId, chunk),
    states: statesOf(documents, APPLICATIONS_TABLE),
    close: ledger.closeChunk,
  }),
);
