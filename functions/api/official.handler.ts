import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { readLog } from '../application/read-log.store.ts';
import { besideCase } from '../case/beside-case.store.ts';
import { caseStore } from '../case/case.store.ts';
import { publishedClock } from '../case/case-clock.store.ts';
import { readCaseOrSample } from '../case/case-or-sample.store.ts';
import { findCases } from '../case/find-cases.store.ts';
import { queueStore } from '../case/queue.store.ts';
import { documents } from '../runtime/documents.ts';
import { newId, newSalt } from '../runtime/draws.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { wake } from '../runtime/machines.ts';
import { DESK_ROUTES } from './desk.routes.ts';
import { deskUseCases } from './desk.ts';
import { httpHandler } from './http.handler.ts';
import { OFFICIAL_ROUTES } from './official.routes.ts';
import { officialUseCases } from './official.ts';

const { APPLICATIONS_TABLE, REGISTER_TABLE, DECISION_HOLD_SECONDS, PROBLEM_BASE } = readEnvironment(
  {
    APPLICATIONS_TABLE: z.string(),
    REGISTER_TABLE: z.string(),
    DECISION_HOLD_SECONDS: z.coerce.number().int().min(0),
    PROBLEM_BASE: z.url(),
  },
);

const ports = {
  ...caseStore(documents, APPLICATIONS_TABLE),
  ...queueStore(documents, APPLICATIONS_TABLE),
  read: readCaseOrSample(documents, APPLICATIONS_TABLE),
  record: applicationStore(documents, APPLICATIONS_TABLE, newSalt).read,
  beside: besideCase(documents, APPLICATIONS_TABLE, REGISTER_TABLE),
  find: findCases(documents, APPLICATIONS_TABLE, REGISTER_TABLE),
  noteReading: readLog(documents, APPLICATIONS_TABLE, newSalt),
  wake,
  newId,
  clock: publishedClock(documents, REGISTER_TABLE, Date.now),
  holdSeconds: DECISION_HOLD_SECONDS,
  now: Date.now,
};

export const handler = httpHandler(
  { ...OFFICIAL_ROUTES, ...DESK_ROUTES },
  { ...officialUseCases(ports), ...deskUseCases(ports) },
  PROBLEM_BASE,
);
