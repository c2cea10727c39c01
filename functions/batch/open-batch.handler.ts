import * as z from 'zod';
import { documents } from '../runtime/documents.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { batchStore } from './batch.store.ts';
import { batchFiles } from './batch-file.client.ts';
import { OpenBatchResult, OpenBatchTask, openBatch } from './open-batch.ts';
import { agentTurns } from './turn.store.ts';

const { BATCHES_TABLE, FILES_BUCKET } = readEnvironment({
  BATCHES_TABLE: z.string(),
  FILES_BUCKET: z.string(),
});

export const handler = taskHandler(
  OpenBatchTask,
  OpenBatchResult,
  openBatch({
    ...batchStore(documents, BATCHES_TABLE),
    ...agentTurns(documents, BATCHES_TABLE, Date.now),
    ...batchFiles(FILES_BUCKET),
  }),
);
