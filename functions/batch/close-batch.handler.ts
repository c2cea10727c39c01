import * as z from 'zod';
import { countAgentDecisions } from '../party/agent-decisions.store.ts';
import { documents } from '../runtime/documents.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { batchStore, chunksKey } from './batch.store.ts';
import { CloseBatchResult, CloseBatchTask, closeBatch } from './close-batch.ts';
import { rowLedger } from './row-ledger.store.ts';
import { agentTurns } from './turn.store.ts';

const { BATCHES_TABLE, REGISTER_TABLE } = readEnvironment({
  BATCHES_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
});

export const handler = taskHandler(
  CloseBatchTask,
  CloseBatchResult,
  closeBatch({
    ...batchStore(documents, BATCHES_TABLE),
    ...rowLedger(documents, BATCHES_TABLE),
    ...agentTurns(documents, BATCHES_TABLE, Date.now),
    chunksKey,
    countDecisions: countAgentDecisions(documents, REGISTER_TABLE),
  }),
);
