import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { denials } from '../case/deny.store.ts';
import { IdentityProvider } from '../party/identity-provider.ts';
import { namedIn } from '../party/named.store.ts';
import { personHash } from '../party/person-hash.ts';
import { personKey } from '../party/person-key.client.ts';
import { provenPerson } from '../party/person-proof.ts';
import { inquiryStore } from '../register/inquiry.store.ts';
import { businessesOf } from '../register/register.store.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt } from '../runtime/draws.ts';
import { json, readEnvironment } from '../runtime/environment.ts';
import { start } from '../runtime/machines.ts';
import { httpHandler } from './http.handler.ts';
import { PERSON_ROUTES } from './person.routes.ts';
import { personUseCases } from './person.ts';

const {
  APPLICATIONS_TABLE,
  REGISTER_TABLE,
  REVIEW_MACHINE,
  IDENTITY_PROVIDER,
  PERSON_KEY_ID,
  PERSON_KEY_LABEL,
  PROBLEM_BASE,
} = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
  REVIEW_MACHINE: z.string(),
  IDENTITY_PROVIDER: json(IdentityProvider),
  PERSON_KEY_ID: z.string(),
  PERSON_KEY_LABEL: z.string(),
  PROBLEM_BASE: z.url(),
});
const applications = applicationStore(documents, APPLICATIONS_TABLE, newSalt);
const key = personKey(new KMSClient({}), PERSON_KEY_ID, PERSON_KEY_LABEL);

export const handler = httpHandler(
  PERSON_ROUTES,
  personUseCases({
    proven: (assertion, now) => provenPerson(IDENTITY_PROVIDER, assertion, now),
    hashOf: async ({ document }) => personHash(await key(), document),
    namedIn: namedIn(documents, REGISTER_TABLE, APPLICATIONS_TABLE),
    businesses: businessesOf(documents, REGISTER_TABLE),
    record: applications.read,
    deny: denials(documents, APPLICATIONS_TABLE, applications),
    open: inquiryStore(documents, REGISTER_TABLE).open,
    refer: (task) => start(REVIEW_MACHINE, task),
    now: Date.now,
  }),
  PROBLEM_BASE,
);
