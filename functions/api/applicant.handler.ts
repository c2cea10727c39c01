import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { holdPorts, readHoldings } from '../application/holdings.store.ts';
import { ownedApplications } from '../application/owned.store.ts';
import { placeStore } from '../cluster/place.store.ts';
import { intakeRecords } from '../intake/intake.store.ts';
import { licenceOf } from '../register/register.store.ts';
import { documents } from '../runtime/documents.ts';
import { newId, newSalt } from '../runtime/draws.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { runToEnd, wake } from '../runtime/machines.ts';
import { APPLICANT_ROUTES } from './applicant.routes.ts';
import { applicantUseCases } from './applicant.ts';
import { httpHandler } from './http.handler.ts';
import { idempotentIds } from './idempotency.store.ts';

const { APPLICATIONS_TABLE, REGISTER_TABLE, ACCESS_TABLE, REGISTRATION_MACHINE, PROBLEM_BASE } =
  readEnvironment({
    APPLICATIONS_TABLE: z.string(),
    REGISTER_TABLE: z.string(),
    ACCESS_TABLE: z.string(),
    REGISTRATION_MACHINE: z.string(),
    PROBLEM_BASE: z.url(),
  });
const applications = applicationStore(documents, APPLICATIONS_TABLE, newSalt);

export const handler = httpHandler(
  APPLICANT_ROUTES,
  applicantUseCases({
    ...intakeRecords(documents, APPLICATIONS_TABLE, REGISTER_TABLE, applications),
    ...holdPorts(documents, REGISTER_TABLE, APPLICATIONS_TABLE),
    holdings: readHoldings(documents, REGISTER_TABLE),
    placeFree: placeStore(documents, REGISTER_TABLE).isFree,
    register: (task) => runToEnd(REGISTRATION_MACHINE, task),
    licence: licenceOf(documents, REGISTER_TABLE),
    owned: ownedApplications(documents, APPLICATIONS_TABLE),
    idempotentId: idempotentIds(documents, ACCESS_TABLE, Date.now),
    wake,
    newId,
    now: Date.now,
  }),
  PROBLEM_BASE,
);
