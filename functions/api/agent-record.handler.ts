import * as z from 'zod';
import { batchStore } from '../batch/batch.store.ts';
import { practiceRecords } from '../batch/practice-record.store.ts';
import { rowLedger } from '../batch/row-ledger.store.ts';
import { documents } from '../runtime/documents.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { AGENT_RECORD_ROUTES } from './agent-record.routes.ts';
import { agentRecordUseCases } from './agent-record.ts';
import { httpHandler } from './http.handler.ts';

const { APPLICATIONS_TABLE, BATCHES_TABLE, PROBLEM_BASE } = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  BATCHES_TABLE: z.string(),
  PROBLEM_BASE: z.url(),
});

export const handler = httpHandler(
  AGENT_RECORD_ROUTES,
  agentRecordUseCases({
    ...batchStore(documents, BATCHES_TABLE),
    ...rowLedger(documents, BATCHES_TABLE),
    ...practiceRecords(documents, { applications: APPLICATIONS_TABLE, batches: BATCHES_TABLE }),
    now: Date.now,
  }),
  PROBLEM_BASE,
);
