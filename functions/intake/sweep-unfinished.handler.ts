import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { TrustListText } from '../e-licence/trust-list.ts';
import { publishedCalendar } from '../published/published-calendar.store.ts';
import { readStops } from '../register/stop.store.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt } from '../runtime/draws.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { logger } from '../runtime/logger.ts';
import { start, wakeIfWaiting } from '../runtime/machines.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { legalDateOf } from '../shared/days.ts';
import { daysLeft } from './expiring-data.ts';
import { SweepResult, sweepUnfinished } from './sweep-unfinished.ts';
import { unfinishedStore } from './unfinished.store.ts';

const {
  APPLICATIONS_TABLE,
  REGISTER_TABLE,
  REGISTRATION_MACHINE,
  REVIEW_MACHINE,
  SWEEP_AFTER_SECONDS,
  TRUST_LIST,
} = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
  REGISTRATION_MACHINE: z.string(),
  REVIEW_MACHINE: z.string(),
  SWEEP_AFTER_SECONDS: z.coerce.number().int().min(0),
  TRUST_LIST: TrustListText,
});

const sweep = sweepUnfinished({
  ...unfinishedStore(documents, APPLICATIONS_TABLE),
  stops: readStops(documents, REGISTER_TABLE),
  record: ({ applicationId, attempt }) =>
    applicationStore(documents, APPLICATIONS_TABLE, newSalt).read(applicationId, attempt),
  register: (task) => start(REGISTRATION_MACHINE, task),
  refer: (task) => start(REVIEW_MACHINE, task),
  wake: (taskToken) => wakeIfWaiting(taskToken, { outcome: 'DECIDED', holdSeconds: 0 }),
  afterSeconds: SWEEP_AFTER_SECONDS,
  now: Date.now,
});

const calendar = publishedCalendar(documents, REGISTER_TABLE, Date.now);

/** The alarms of `infra/` count what this line says. */
export const handler = taskHandler(z.unknown(), SweepResult, async () => {
  const [found, { knownUntil }] = await Promise.all([sweep(), calendar()]);
  logger.info('swept', { ...found, ...daysLeft(TRUST_LIST, legalDateOf(Date.now()), knownUntil) });
  return found;
});
