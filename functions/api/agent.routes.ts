import * as z from 'zod';
import type { RouteTable } from './route.ts';

const audiences = ['agent'] as const;
const page = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(400).optional(),
});

/** What an agent may do with files of many applications. */
export const AGENT_ROUTES = {
  createBatch: {
    method: 'POST',
    path: '/v1/batches',
    audiences,
    summary: 'A new batch, and where to put its file (NDJSON, one row a line).',
    creates: true,
    body: z.strictObject({ format: z.literal('NDJSON'), bytes: z.int().min(1).max(200_000_000) }),
  },
  submitBatch: {
    method: 'POST',
    path: '/v1/batches/{id}/submission',
    audiences,
    summary: 'The file is there: take it in.',
    changes: true,
  },
  listBatches: {
    method: 'GET',
    path: '/v1/batches',
    audiences,
    summary: 'My batches, newest first.',
    query: page,
  },
  readBatch: {
    method: 'GET',
    path: '/v1/batches/{id}',
    audiences,
    summary: 'Progress and counts.',
  },
  listRows: {
    method: 'GET',
    path: '/v1/batches/{id}/rows',
    audiences,
    summary: 'What became of each row.',
    query: page,
  },
} as const satisfies RouteTable;
