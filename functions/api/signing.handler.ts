import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { holdPorts } from '../application/holdings.store.ts';
import { readLog } from '../application/read-log.store.ts';
import { batchStore } from '../batch/batch.store.ts';
import { rowLedger } from '../batch/row-ledger.store.ts';
import { intakeRecords } from '../intake/intake.store.ts';
import { identityClient } from '../party/identity.client.ts';
import { IdentityProvider } from '../party/identity-provider.ts';
import { signingStore } from '../party/signing.store.ts';
import { waitingAmong } from '../party/waiting.store.ts';
import { publishedBundles } from '../published/published-bundles.store.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt, newSecret } from '../runtime/draws.ts';
import { json, readEnvironment } from '../runtime/environment.ts';
import { runToEnd } from '../runtime/machines.ts';
import type { AttemptTask } from '../shared/ids.ts';
import { batchSigningUseCases } from './batch-signing.ts';
import { httpHandler } from './http.handler.ts';
import { IDENTITY_ACT_ROUTES } from './identity-act.routes.ts';
import { identityActUseCases } from './identity-act.ts';
import { SIGNING_ROUTES } from './signing.routes.ts';
import { signingUseCases } from './signing.ts';

const environment = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
  BATCHES_TABLE: z.string(),
  ACCESS_TABLE: z.string(),
  REGISTRATION_MACHINE: z.string(),
  IDENTITY_PROVIDER: json(IdentityProvider),
  SIGNING_PAGE: z.url(),
  PROBLEM_BASE: z.url(),
});
const { APPLICATIONS_TABLE, REGISTER_TABLE, BATCHES_TABLE, IDENTITY_PROVIDER } = environment;
const applications = applicationStore(documents, APPLICATIONS_TABLE, newSalt);

const ports = {
  ...intakeRecords(documents, APPLICATIONS_TABLE, REGISTER_TABLE, applications),
  ...holdPorts(documents, REGISTER_TABLE, APPLICATIONS_TABLE),
  ...signingStore(documents, environment.ACCESS_TABLE),
  register: (task: AttemptTask) => runToEnd(environment.REGISTRATION_MACHINE, task),
  exchange: identityClient(IDENTITY_PROVIDER),
  bundles: publishedBundles(documents, REGISTER_TABLE, Date.now),
  provider: IDENTITY_PROVIDER,
  signingPage: environment.SIGNING_PAGE,
  newSecret,
  now: Date.now,
};

const { batch } = batchStore(documents, BATCHES_TABLE);
const { rows } = rowLedger(documents, BATCHES_TABLE);
const waiting = waitingAmong(documents, APPLICATIONS_TABLE);

export const handler = httpHandler(
  { ...SIGNING_ROUTES, ...IDENTITY_ACT_ROUTES },
  {
    ...signingUseCases(ports),
    ...batchSigningUseCases({ ...ports, batch, rows, waiting }),
    ...identityActUseCases({
      ...ports,
      noteReading: readLog(documents, APPLICATIONS_TABLE, newSalt),
    }),
  },
  environment.PROBLEM_BASE,
);
