import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { intakeRecords } from '../intake/intake.store.ts';
import { claimStore } from '../party/mandate.store.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt } from '../runtime/draws.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { wake } from '../runtime/machines.ts';
import { ASKER_ENVIRONMENT, askerPorts } from './asker.client.ts';
import { CLIENT_ROUTES } from './client.routes.ts';
import { clientUseCases } from './client.ts';
import { httpHandler } from './http.handler.ts';

const environment = readEnvironment({ ...ASKER_ENVIRONMENT, PROBLEM_BASE: z.url() });
const { APPLICATIONS_TABLE, REGISTER_TABLE, PROBLEM_BASE } = environment;
const applications = applicationStore(documents, APPLICATIONS_TABLE, newSalt);

export const handler = httpHandler(
  CLIENT_ROUTES,
  clientUseCases({
    ...intakeRecords(documents, APPLICATIONS_TABLE, REGISTER_TABLE, applications),
    ...claimStore(documents, REGISTER_TABLE),
    ...askerPorts(documents, environment),
    wake,
    now: Date.now,
  }),
  PROBLEM_BASE,
);
