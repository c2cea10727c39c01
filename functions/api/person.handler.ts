import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { publishedClock } from '../case/case-clock.store.ts';
import { denials } from '../case/deny.store.ts';
import { identityClient } from '../party/identity.client.ts';
import { publishedCalendar } from '../published/published-calendar.store.ts';
import { inquiryStore } from '../register/inquiry.store.ts';
import { businessesOf } from '../register/register.store.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt } from '../runtime/draws.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { start } from '../runtime/machines.ts';
import { ASKER_ENVIRONMENT, askerPorts } from './asker.client.ts';
import { httpHandler } from './http.handler.ts';
import { PERSON_ROUTES } from './person.routes.ts';
import { personUseCases } from './person.ts';

const environment = readEnvironment({
  ...ASKER_ENVIRONMENT,
  REVIEW_MACHINE: z.string(),
  SIGNING_PAGE: z.url(),
  PROBLEM_BASE: z.url(),
});
const { APPLICATIONS_TABLE, REGISTER_TABLE, REVIEW_MACHINE, PROBLEM_BASE } = environment;
const inquiries = inquiryStore(documents, REGISTER_TABLE);
const applications = applicationStore(documents, APPLICATIONS_TABLE, newSalt);

export const handler = httpHandler(
  PERSON_ROUTES,
  personUseCases({
    ...askerPorts(documents, environment),
    businesses: businessesOf(documents, REGISTER_TABLE),
    record: applications.read,
    deny: denials(documents, APPLICATIONS_TABLE, applications),
    open: inquiries.open,
    inquiries: inquiries.those,
    provider: environment.IDENTITY_PROVIDER,
    exchange: identityClient(environment.IDENTITY_PROVIDER),
    namingsPage: new URL('/not-me', environment.SIGNING_PAGE).href,
    clock: publishedClock(documents, REGISTER_TABLE, Date.now),
    calendar: publishedCalendar(documents, REGISTER_TABLE, Date.now),
    refer: (task) => start(REVIEW_MACHINE, task),
    now: Date.now,
  }),
  PROBLEM_BASE,
);
