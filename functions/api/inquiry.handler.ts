import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { readLog } from '../application/read-log.store.ts';
import { annulments } from '../register/annulment.store.ts';
import { inquiryStore } from '../register/inquiry.store.ts';
import { businessOf } from '../register/register.store.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt } from '../runtime/draws.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { httpHandler } from './http.handler.ts';
import { INQUIRY_ROUTES } from './inquiry.routes.ts';
import { inquiryUseCases } from './inquiry.ts';

const { APPLICATIONS_TABLE, REGISTER_TABLE, PROBLEM_BASE } = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
  PROBLEM_BASE: z.url(),
});
const { read: inquiry, list, write } = inquiryStore(documents, REGISTER_TABLE);
const writesOf = annulments(documents, REGISTER_TABLE);

export const handler = httpHandler(
  INQUIRY_ROUTES,
  inquiryUseCases({
    record: applicationStore(documents, APPLICATIONS_TABLE, newSalt).read,
    business: businessOf(documents, REGISTER_TABLE),
    inquiry,
    list,
    write,
    annul: async (next, { inquiry, business, record }, annulment) =>
      write(next, inquiry, await writesOf(business, record, annulment)),
    noteReading: readLog(documents, APPLICATIONS_TABLE, newSalt),
    now: Date.now,
  }),
  PROBLEM_BASE,
);
