import * as z from 'zod';
import { batchStore } from '../batch/batch.store.ts';
import { batchFiles } from '../batch/batch-file.client.ts';
import { recountStore } from '../batch/recount.store.ts';
import { recount } from '../batch/recount.ts';
import { rowLedger } from '../batch/row-ledger.store.ts';
import { standingsOf, statesOf } from '../batch/standings.store.ts';
import { documents } from '../runtime/documents.ts';
import { newId } from '../runtime/draws.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { startOnce } from '../runtime/machines.ts';
import { AGENT_ROUTES } from './agent.routes.ts';
import { agentUseCases } from './agent.ts';
import { httpHandler } from './http.handler.ts';
import { idempotentIds } from './idempotency.store.ts';

const {
  APPLICATIONS_TABLE,
  BATCHES_TABLE,
  ACCESS_TABLE,
  FILES_BUCKET,
  BATCH_MACHINE,
  PROBLEM_BASE,
} = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  BATCHES_TABLE: z.string(),
  ACCESS_TABLE: z.string(),
  FILES_BUCKET: z.string(),
  BATCH_MACHINE: z.string(),
  PROBLEM_BASE: z.url(),
});

const ledger = rowLedger(documents, BATCHES_TABLE);

export const handler = httpHandler(
  AGENT_ROUTES,
  agentUseCases({
    ...batchStore(documents, BATCHES_TABLE),
    ...ledger,
    recount: recount({
      ...recountStore(documents, BATCHES_TABLE),
      rows: ledger.rows,
      states: statesOf(documents, APPLICATIONS_TABLE),
    }),
    ...batchFiles(FILES_BUCKET),
    idempotentId: idempotentIds(documents, ACCESS_TABLE, Date.now),
    start: (batchId) => startOnce(BATCH_MACHINE, { batchId }, batchId),
    standings: standingsOf(documents, APPLICATIONS_TABLE),
    newId,
    now: Date.now,
  }),
  PROBLEM_BASE,
);
