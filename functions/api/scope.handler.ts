import * as z from 'zod';
import { hostList } from '../cluster/host-list.store.ts';
import { publishedData } from '../published/published.store.ts';
import { documents } from '../runtime/documents.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { httpHandler } from './http.handler.ts';
import { REGISTRAR_ROUTES } from './registrar.routes.ts';
import { registrarUseCases } from './registrar.ts';
import { SCOPE_ROUTES } from './scope.routes.ts';
import { scopeUseCases } from './scope.ts';

const { REGISTER_TABLE, PROBLEM_BASE } = readEnvironment({
  REGISTER_TABLE: z.string(),
  PROBLEM_BASE: z.url(),
});

export const handler = httpHandler(
  { ...SCOPE_ROUTES, ...REGISTRAR_ROUTES },
  {
    ...scopeUseCases({
      published: publishedData(documents, REGISTER_TABLE, Date.now),
      now: Date.now,
    }),
    ...registrarUseCases({ hosts: hostList(documents, REGISTER_TABLE), now: Date.now }),
  },
  PROBLEM_BASE,
);
