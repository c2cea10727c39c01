import * as z from 'zod';
import { documents } from '../runtime/documents.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { caseStore } from './case.store.ts';
import { publishedClock } from './case-clock.store.ts';
import { EscalateCaseResult, EscalateCaseTask, escalateCase } from './escalate-case.ts';

const { APPLICATIONS_TABLE, REGISTER_TABLE } = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
});
const { read, write } = caseStore(documents, APPLICATIONS_TABLE);

export const handler = taskHandler(
  EscalateCaseTask,
  EscalateCaseResult,
  escalateCase({
    read,
    write,
    clock: publishedClock(documents, REGISTER_TABLE, Date.now),
    now: Date.now,
  }),
);
