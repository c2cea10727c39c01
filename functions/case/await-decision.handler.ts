import * as z from 'zod';
import { documents } from '../runtime/documents.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { wake } from '../runtime/machines.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { AwaitDecisionResult, AwaitDecisionTask, awaitDecision } from './await-decision.ts';
import { caseStore } from './case.store.ts';

const { APPLICATIONS_TABLE } = readEnvironment({ APPLICATIONS_TABLE: z.string() });
const { keepToken } = caseStore(documents, APPLICATIONS_TABLE);

export const handler = taskHandler(
  AwaitDecisionTask,
  AwaitDecisionResult,
  awaitDecision({ keepToken, wake, now: Date.now }),
);
