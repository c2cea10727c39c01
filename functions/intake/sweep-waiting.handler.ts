import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt } from '../runtime/draws.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { logger } from '../runtime/logger.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { intakeRecords } from './intake.store.ts';
import { SweepWaitingResult, sweepWaiting } from './sweep-waiting.ts';
import { waitingStore } from './waiting.store.ts';

const { APPLICATIONS_TABLE, REGISTER_TABLE } = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
});
const applications = applicationStore(documents, APPLICATIONS_TABLE, newSalt);

const sweep = sweepWaiting({
  ...intakeRecords(documents, APPLICATIONS_TABLE, REGISTER_TABLE, applications),
  ...waitingStore(documents, APPLICATIONS_TABLE),
  now: Date.now,
});

export const handler = taskHandler(z.unknown(), SweepWaitingResult, async () => {
  const found = await sweep();
  logger.info('looked at what waits', found);
  return found;
});
