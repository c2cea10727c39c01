import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { System } from '#local/system.ts';
import type { Kind, MadeRow } from './many-rows.ts';

const Answer = z.looseObject({ state: z.string() });

const BECOMES: Readonly<Record<Kind, string>> = {
  APPROVE: 'REGISTERED',
  APPROVE_AT_HOST: 'REGISTERED',
  RETURN: 'RETURNED',
  REFER: 'REFERRED SUBMITTED',
};

/**
 * An applicant who clicks: a whole application with its signatures in one request.
 *
 * @returns for each click, the milliseconds until the answer was read
 * @throws {Error} when it became something else: a wrong result is no measurement
 */
export async function applicant({ baseUrl, token }: System) {
  const authorization = `Bearer ${await token('applicant')}`;
  return async (kind: Kind, { form, signatures }: MadeRow): Promise<number> => {
    const headers = {
      authorization,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    };
    const body = JSON.stringify({ submit: true, form, signatures });
    const startedAt = performance.now();
    const response = await fetch(`${baseUrl}/v1/applications`, { method: 'POST', headers, body });
    const text = await response.text();
    const ms = performance.now() - startedAt;
    const state = Answer.safeParse(JSON.parse(text)).data?.state;
    if (state === undefined || !BECOMES[kind].includes(state))
      throw new Error(`${kind} became ${response.status} ${text.slice(0, 300)}`);
    return ms;
  };
}
