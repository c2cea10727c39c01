import * as z from 'zod';
import type { RouteTable } from './route.ts';

const audiences = [] as const;

/** What anybody may ask, without a token. */
export const PUBLIC_ROUTES = {
  readBusiness: {
    method: 'GET',
    path: '/v1/register/{uscc}',
    audiences,
    summary: 'What the register publishes of a business.',
  },
  verifyLicence: {
    method: 'POST',
    path: '/v1/licences/verification',
    audiences,
    summary: 'Whether a licence is ours and in force.',
    body: z.strictObject({ licence: z.string().max(65_536) }),
  },
  readKeys: {
    method: 'GET',
    path: '/.well-known/jwks.json',
    audiences,
    summary: 'Keys that our licences are signed with.',
  },
  readStatusList: {
    method: 'GET',
    path: '/v1/status-lists/{id}',
    audiences,
    summary: 'Status of our licences (Token Status List).',
  },
  readProblem: {
    method: 'GET',
    path: '/problems/{slug}',
    audiences,
    summary: 'What a problem means and what to do.',
  },
} as const satisfies RouteTable;
