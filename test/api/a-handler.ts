import * as z from 'zod';
import { httpHandler } from '#functions/api/http.handler.ts';
import type { Answer, Caller } from '#functions/api/request.ts';
import type { RouteTable } from '#functions/api/route.ts';
import { anEvent, type Sent } from './an-event.ts';

const body = z.strictObject({
  name: z.string().max(5).optional(),
  people: z.record(z.string(), z.strictObject({})).optional(),
});
export const ROUTES = {
  read: {
    method: 'GET',
    path: '/v1/things/{id}',
    audiences: [],
    summary: { zh: '', en: 'Read.' },
    answers: {},
    query: z.object({ limit: z.coerce.number().int().max(500).default(50) }),
  },
  create: {
    method: 'POST',
    path: '/v1/things',
    audiences: ['agent', 'official'],
    summary: { zh: '', en: 'Create.' },
    answers: {},
    creates: true,
    body,
  },
  change: {
    method: 'PUT',
    path: '/v1/things/{id}',
    audiences: ['official'],
    summary: { zh: '', en: 'Change.' },
    answers: {},
    changes: true,
  },
} as const satisfies RouteTable;

/** A handler all of whose use cases do the same; what each was called with is kept. */
export function aHandler(
  answer: (call: object) => Promise<Answer> = async () => ({ status: 200 }),
) {
  const calls: { caller?: Caller; version?: number; query?: unknown }[] = [];
  const useCase = (call: object) => {
    calls.push(call);
    return answer(call);
  };
  const handle = httpHandler(
    ROUTES,
    { read: useCase, create: useCase, change: useCase },
    'https://api.example/problems',
  );
  return {
    calls,
    send: async (route: keyof typeof ROUTES, sent: Sent = {}) => {
      const answered = await handle(anEvent(ROUTES[route], sent));
      return {
        ...answered,
        body: answered.body === undefined ? undefined : JSON.parse(answered.body),
      };
    },
    handle,
  };
}
export const agent = { sub: 'agent-1', aud: 'agent' };
export const official = { sub: 'official-1', aud: 'official', registrars: '[440115 440106]' };
export const creating = (sent: Sent): Sent => ({
  claims: agent,
  headers: { 'idempotency-key': 'k' },
  ...sent,
});
