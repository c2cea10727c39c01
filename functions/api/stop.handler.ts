import * as z from 'zod';
import { issuedSince } from '../register/issued.store.ts';
import { stopStore } from '../register/stop.store.ts';
import { documents } from '../runtime/documents.ts';
import { newId } from '../runtime/draws.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { httpHandler } from './http.handler.ts';
import { idempotentIds } from './idempotency.store.ts';
import { STOP_ROUTES } from './stop.routes.ts';
import { stopUseCases } from './stop.ts';

const { REGISTER_TABLE, ACCESS_TABLE, PROBLEM_BASE } = readEnvironment({
  REGISTER_TABLE: z.string(),
  ACCESS_TABLE: z.string(),
  PROBLEM_BASE: z.url(),
});

export const handler = httpHandler(
  STOP_ROUTES,
  stopUseCases({
    ...stopStore(documents, REGISTER_TABLE),
    issuedSince: issuedSince(documents, REGISTER_TABLE),
    idempotentId: idempotentIds(documents, ACCESS_TABLE, Date.now),
    newId,
    now: Date.now,
  }),
  PROBLEM_BASE,
);
