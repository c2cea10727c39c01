import * as z from 'zod';
import type { RouteTable } from './route.ts';

const audiences = ['official'] as const;

/** What an official may do, in the registrars that the token names. */
export const OFFICIAL_ROUTES = {
  listCases: {
    method: 'GET',
    path: '/v1/cases',
    audiences,
    summary: 'Open cases of my registrars, the soonest due first.',
    query: z.object({
      registrar: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
      cursor: z.string().max(400).optional(),
    }),
  },
  takeNextCase: {
    method: 'POST',
    path: '/v1/cases/next',
    audiences,
    summary: 'Takes the soonest due case that nobody holds.',
    body: z.strictObject({
      registrar: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
    }),
  },
  readCase: {
    method: 'GET',
    path: '/v1/cases/{id}',
    audiences,
    summary: 'A case: findings first, then the form and the evidence.',
  },
  takeCase: {
    method: 'POST',
    path: '/v1/cases/{id}/lease',
    audiences,
    summary: 'Takes a case, or renews the lease on it.',
    changes: true,
  },
  decideCase: {
    method: 'POST',
    path: '/v1/cases/{id}/decision',
    audiences,
    summary: 'Register, return or refuse, with the reason.',
    changes: true,
    body: z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('REGISTER'), reason: z.string().min(1).max(2000) }),
      z.strictObject({ outcome: z.literal('RETURN'), reason: z.string().min(1).max(2000) }),
      z.strictObject({ outcome: z.literal('REFUSE'), reason: z.string().min(1).max(2000) }),
    ]),
  },
  withdrawDecision: {
    method: 'DELETE',
    path: '/v1/cases/{id}/decision',
    audiences,
    summary: 'Takes a decision back while it is held.',
    changes: true,
  },
} as const satisfies RouteTable;
