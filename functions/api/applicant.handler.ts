import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { holdPorts } from '../application/holdings.store.ts';
import { ownedApplications } from '../application/owned.store.ts';
import { recentHosts } from '../cluster/recent-hosts.ts';
import { intakeRecords } from '../intake/intake.store.ts';
import { indexing } from '../party/person-index.ts';
import { personKey } from '../party/person-key.client.ts';
import { licenceOf } from '../register/issued-licence.store.ts';
import { documents } from '../runtime/documents.ts';
import { newId, newSalt } from '../runtime/draws.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { runToEnd } from '../runtime/machines.ts';
import { APPLICANT_ROUTES } from './applicant.routes.ts';
import { applicantUseCases } from './applicant.ts';
import { httpHandler } from './http.handler.ts';
import { idempotentIds } from './idempotency.store.ts';

const {
  APPLICATIONS_TABLE,
  REGISTER_TABLE,
  ACCESS_TABLE,
  REGISTRATION_MACHINE,
  PERSON_KEY_ID,
  PERSON_KEY_LABEL,
  PROBLEM_BASE,
} = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
  ACCESS_TABLE: z.string(),
  REGISTRATION_MACHINE: z.string(),
  PERSON_KEY_ID: z.string(),
  PERSON_KEY_LABEL: z.string(),
  PROBLEM_BASE: z.url(),
});
const applications = applicationStore(documents, APPLICATIONS_TABLE, newSalt);
const holds = holdPorts(documents, REGISTER_TABLE, APPLICATIONS_TABLE);

export const handler = httpHandler(
  APPLICANT_ROUTES,
  applicantUseCases({
    ...intakeRecords(documents, APPLICATIONS_TABLE, REGISTER_TABLE, applications),
    ...holds,
    host: recentHosts(holds.host, Date.now),
    register: (task) => runToEnd(REGISTRATION_MACHINE, task),
    licence: licenceOf(documents, REGISTER_TABLE),
    owned: ownedApplications(documents, APPLICATIONS_TABLE),
    idempotentId: idempotentIds(documents, ACCESS_TABLE, Date.now),
    index: indexing(personKey(new KMSClient({}), PERSON_KEY_ID, PERSON_KEY_LABEL)),
    newId,
    now: Date.now,
  }),
  PROBLEM_BASE,
);
