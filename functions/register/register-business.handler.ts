import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { readHoldings } from '../application/holdings.store.ts';
import { licenceSigner } from '../business-licence/licence-key.client.ts';
import { publishedBundles } from '../published/published-bundles.store.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt } from '../runtime/draws.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { codeLots } from './code-lot.store.ts';
import {
  RegisterBusinessResult,
  RegisterBusinessTask,
  registerBusiness,
} from './register-business.ts';
import { commitRegistration } from './registration.store.ts';
import { stopsInForce } from './stop.store.ts';

const { APPLICATIONS_TABLE, REGISTER_TABLE, LICENCE_KEY_ID, LICENCE_ISSUER } = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
  LICENCE_KEY_ID: z.string(),
  LICENCE_ISSUER: z.url(),
});
const applications = applicationStore(documents, APPLICATIONS_TABLE, newSalt);

export const handler = taskHandler(
  RegisterBusinessTask,
  RegisterBusinessResult,
  registerBusiness({
    record: ({ applicationId, attempt }) => applications.read(applicationId, attempt),
    stops: stopsInForce(documents, REGISTER_TABLE, Date.now),
    bundles: publishedBundles(documents, REGISTER_TABLE, Date.now),
    holdings: readHoldings(documents, REGISTER_TABLE),
    nextSerial: codeLots(documents, REGISTER_TABLE),
    signer: licenceSigner(new KMSClient({}), LICENCE_KEY_ID),
    issuer: LICENCE_ISSUER,
    newSalt,
    now: Date.now,
    commit: commitRegistration(documents, APPLICATIONS_TABLE, REGISTER_TABLE, applications),
  }),
);
