import * as z from 'zod';
import { documents } from '../runtime/documents.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { logger } from '../runtime/logger.ts';
import { startOnce } from '../runtime/machines.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { batchStore } from './batch.store.ts';
import { SweepBatchesResult, sweepBatches } from './sweep-batches.ts';

const { BATCHES_TABLE, BATCH_MACHINE } = readEnvironment({
  BATCHES_TABLE: z.string(),
  BATCH_MACHINE: z.string(),
});

const sweep = sweepBatches({
  ...batchStore(documents, BATCHES_TABLE),
  start: (batchId, name) => startOnce(BATCH_MACHINE, { batchId }, name),
  now: Date.now,
});

export const handler = taskHandler(z.unknown(), SweepBatchesResult, async () => {
  const found = await sweep();
  logger.info('batches swept', found);
  return found;
});
