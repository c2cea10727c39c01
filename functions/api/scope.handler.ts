import * as z from 'zod';
import { publishedData } from '../published/published.store.ts';
import { documents } from '../runtime/documents.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { httpHandler } from './http.handler.ts';
import { SCOPE_ROUTES } from './scope.routes.ts';
import { scopeUseCases } from './scope.ts';

const { REGISTER_TABLE, PROBLEM_BASE } = readEnvironment({
  REGISTER_TABLE: z.string(),
  PROBLEM_BASE: z.url(),
});

export const handler = httpHandler(
  SCOPE_ROUTES,
  scopeUseCases({
    published: publishedData(documents, REGISTER_TABLE, Date.now),
    now: Date.now,
  }),
  PROBLEM_BASE,
);
