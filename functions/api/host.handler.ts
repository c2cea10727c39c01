import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { holdPorts } from '../application/holdings.store.ts';
import { placeList } from '../cluster/place-list.store.ts';
import { intakeRecords } from '../intake/intake.store.ts';
import { awaitingHost } from '../party/custody.store.ts';
import { publishedBundles } from '../published/published-bundles.store.ts';
import { businessesOf } from '../register/register.store.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt } from '../runtime/draws.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { runToEnd } from '../runtime/machines.ts';
import { HOST_ROUTES } from './host.routes.ts';
import { hostUseCases } from './host.ts';
import { httpHandler } from './http.handler.ts';

const { APPLICATIONS_TABLE, REGISTER_TABLE, REGISTRATION_MACHINE, PROBLEM_BASE } = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
  REGISTRATION_MACHINE: z.string(),
  PROBLEM_BASE: z.url(),
});
const applications = applicationStore(documents, APPLICATIONS_TABLE, newSalt);

export const handler = httpHandler(
  HOST_ROUTES,
  hostUseCases({
    ...intakeRecords(documents, APPLICATIONS_TABLE, REGISTER_TABLE, applications),
    ...holdPorts(documents, REGISTER_TABLE, APPLICATIONS_TABLE),
    awaiting: awaitingHost(documents, REGISTER_TABLE, APPLICATIONS_TABLE),
    places: placeList(documents, REGISTER_TABLE),
    businesses: businessesOf(documents, REGISTER_TABLE),
    bundles: publishedBundles(documents, REGISTER_TABLE, Date.now),
    register: (task) => runToEnd(REGISTRATION_MACHINE, task),
    now: Date.now,
  }),
  PROBLEM_BASE,
);
