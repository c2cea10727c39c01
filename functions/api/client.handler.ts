import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { intakeRecords } from '../intake/intake.store.ts';
import { IdentityProvider } from '../party/identity-provider.ts';
import { claimStore } from '../party/mandate.store.ts';
import { namedIn } from '../party/named.store.ts';
import { personHash } from '../party/person-hash.ts';
import { personKey } from '../party/person-key.client.ts';
import { provenPerson } from '../party/person-proof.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt } from '../runtime/draws.ts';
import { json, readEnvironment } from '../runtime/environment.ts';
import { wake } from '../runtime/machines.ts';
import { CLIENT_ROUTES } from './client.routes.ts';
import { clientUseCases } from './client.ts';
import { httpHandler } from './http.handler.ts';

const {
  APPLICATIONS_TABLE,
  REGISTER_TABLE,
  IDENTITY_PROVIDER,
  PERSON_KEY_ID,
  PERSON_KEY_LABEL,
  PROBLEM_BASE,
} = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
  IDENTITY_PROVIDER: json(IdentityProvider),
  PERSON_KEY_ID: z.string(),
  PERSON_KEY_LABEL: z.string(),
  PROBLEM_BASE: z.url(),
});
const applications = applicationStore(documents, APPLICATIONS_TABLE, newSalt);
const key = personKey(new KMSClient({}), PERSON_KEY_ID, PERSON_KEY_LABEL);

export const handler = httpHandler(
  CLIENT_ROUTES,
  clientUseCases({
    ...intakeRecords(documents, APPLICATIONS_TABLE, REGISTER_TABLE, applications),
    ...claimStore(documents, REGISTER_TABLE),
    proven: (assertion, now, enquiry) => provenPerson(IDENTITY_PROVIDER, assertion, now, enquiry),
    hashOf: async ({ document }) => personHash(await key(), document),
    namedIn: namedIn(documents, REGISTER_TABLE, APPLICATIONS_TABLE),
    wake,
    now: Date.now,
  }),
  PROBLEM_BASE,
);
