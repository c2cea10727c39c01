import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt } from '../runtime/draws.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { caseStore, openingOf } from './case.store.ts';
import { publishedClock } from './case-clock.store.ts';
import { OpenCaseResult, OpenCaseTask, openCase } from './open-case.ts';

const { APPLICATIONS_TABLE, REGISTER_TABLE } = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
});
const applications = applicationStore(documents, APPLICATIONS_TABLE, newSalt);

export const handler = taskHandler(
  OpenCaseTask,
  OpenCaseResult,
  openCase({
    record: ({ applicationId, attempt }) => applications.read(applicationId, attempt),
    open: openingOf(documents, APPLICATIONS_TABLE, applications),
    write: caseStore(documents, APPLICATIONS_TABLE).write,
    clock: publishedClock(documents, REGISTER_TABLE, Date.now),
    now: Date.now,
  }),
);
