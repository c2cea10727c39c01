import * as z from 'zod';
import { readEnvironment } from '../runtime/environment.ts';
import { httpHandler } from './http.handler.ts';
import { SCOPE_ROUTES } from './scope.routes.ts';
import { scopeUseCases } from './scope.ts';

const { PROBLEM_BASE } = readEnvironment({ PROBLEM_BASE: z.url() });

export const handler = httpHandler(SCOPE_ROUTES, scopeUseCases({ now: Date.now }), PROBLEM_BASE);
