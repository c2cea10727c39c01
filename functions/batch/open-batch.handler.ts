import * as z from 'zod';
import { keptStandings } from '../party/agent-standing.store.ts';
import { agentSystem } from '../party/agent-system.client.ts';
import { AgentSystem } from '../party/standing-answer.ts';
import { documents } from '../runtime/documents.ts';
import { json, readEnvironment } from '../runtime/environment.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { batchStore, chunksKey } from './batch.store.ts';
import { batchFiles } from './batch-file.client.ts';
import { OpenBatchResult, OpenBatchTask, openBatch } from './open-batch.ts';
import { agentTurns } from './turn.store.ts';

const { BATCHES_TABLE, FILES_BUCKET, AGENT_SYSTEM } = readEnvironment({
  BATCHES_TABLE: z.string(),
  FILES_BUCKET: z.string(),
  AGENT_SYSTEM: json(AgentSystem),
});

export const handler = taskHandler(
  OpenBatchTask,
  OpenBatchResult,
  openBatch({
    ...batchStore(documents, BATCHES_TABLE),
    ...agentTurns(documents, BATCHES_TABLE, Date.now),
    ...batchFiles(FILES_BUCKET),
    chunksKey,
    now: Date.now,
    standing: keptStandings(
      documents,
      BATCHES_TABLE,
      agentSystem(AGENT_SYSTEM, Date.now),
      Date.now,
    ),
  }),
);
