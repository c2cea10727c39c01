import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { System } from '#local/system.ts';
import { type Answer, type Api, apiOf, ifMatch } from './api.ts';

const StopBody = z.object({ id: z.string(), version: z.number(), state: z.string() });
export type ReadStop = z.infer<typeof StopBody>;

export const stopOf = ({ status, body }: Answer): ReadStop => {
  if (status >= 400) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return StopBody.parse(body);
};

/** A supervisor stops. */
export const stop = async (supervisor: Api, scope: object): Promise<ReadStop> => {
  const key = { 'idempotency-key': randomUUID() };
  return stopOf(await supervisor.post('/v1/stops', { scope, reason: '疑似冒名登记' }, key));
};

export const propose = (supervisor: Api, { id, version }: ReadStop): Promise<Answer> =>
  supervisor.post(`/v1/stops/${id}/resumption`, undefined, ifMatch(version));
export const confirm = (supervisor: Api, { id, version }: ReadStop): Promise<Answer> =>
  supervisor.post(`/v1/stops/${id}/resumption/confirmation`, undefined, ifMatch(version));

/** Everything that is done with a stop, on hosts that have no tenants; one of them is left stopped. */
export async function everyStop(system: System): Promise<void> {
  const as = async (account: string) => apiOf(system.baseUrl, await system.token(account));
  const [one, other] = [await as('supervisor'), await as('supervisor-nansha')];
  const made = await stop(one, { kind: 'HOST', id: 'H-9999' });
  await one.get('/v1/stops');
  await one.get(`/v1/stops/${made.id}/issued?since=2026-01-01T00:00:00.000Z`);
  await confirm(other, stopOf(await propose(one, made)));
  await one.get(`/v1/stops/${made.id}`);
  await stop(one, { kind: 'HOST', id: 'H-9998' });
}
