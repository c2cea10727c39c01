import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { openingOf } from '../case/case.store.ts';
import { publishedClock } from '../case/case-clock.store.ts';
import { intakeRecords } from '../intake/intake.store.ts';
import { IdentityProvider } from '../party/identity-provider.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt } from '../runtime/draws.ts';
import { json, readEnvironment } from '../runtime/environment.ts';
import { logger } from '../runtime/logger.ts';
import { start, wake } from '../runtime/machines.ts';
import { httpHandler } from './http.handler.ts';
import { OWNER_ACT_ROUTES } from './owner-act.routes.ts';
import { ownerActUseCases } from './owner-act.ts';

const { APPLICATIONS_TABLE, REGISTER_TABLE, REVIEW_MACHINE, IDENTITY_PROVIDER, PROBLEM_BASE } =
  readEnvironment({
    APPLICATIONS_TABLE: z.string(),
    REGISTER_TABLE: z.string(),
    REVIEW_MACHINE: z.string(),
    IDENTITY_PROVIDER: json(IdentityProvider),
    PROBLEM_BASE: z.url(),
  });
const applications = applicationStore(documents, APPLICATIONS_TABLE, newSalt);

export const handler = httpHandler(
  OWNER_ACT_ROUTES,
  ownerActUseCases({
    ...intakeRecords(documents, APPLICATIONS_TABLE, REGISTER_TABLE, applications),
    open: openingOf(documents, APPLICATIONS_TABLE, applications),
    // it is asked for, whatever becomes of the start: the sweep starts a case that nobody waits for
    refer: (task) =>
      start(REVIEW_MACHINE, task).catch(() => logger.error('review not started', { ...task })),
    clock: publishedClock(documents, REGISTER_TABLE, Date.now),
    provider: IDENTITY_PROVIDER,
    wake,
    now: Date.now,
  }),
  PROBLEM_BASE,
);
