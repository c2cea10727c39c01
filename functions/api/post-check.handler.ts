import * as z from 'zod';
import { postCheckStore } from '../register/post-check.store.ts';
import { documents } from '../runtime/documents.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { httpHandler } from './http.handler.ts';
import { POST_CHECK_ROUTES } from './post-check.routes.ts';
import { postCheckUseCases } from './post-check.ts';

const { REGISTER_TABLE, PROBLEM_BASE } = readEnvironment({
  REGISTER_TABLE: z.string(),
  PROBLEM_BASE: z.url(),
});

export const handler = httpHandler(
  POST_CHECK_ROUTES,
  postCheckUseCases({ ...postCheckStore(documents, REGISTER_TABLE), now: Date.now }),
  PROBLEM_BASE,
);
