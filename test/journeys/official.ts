import * as z from 'zod';
import { type Answer, apiOf, ifMatch } from './api.ts';

/** A case as its official reads it. */
const CaseBody = z.object({
  id: z.string(),
  state: z.string(),
  version: z.number(),
  registrar: z.string(),
  reason: z.string(),
  due: z.string(),
  holder: z.string().optional(),
  decision: z.object({ outcome: z.string(), by: z.string(), effectiveAt: z.string() }).optional(),
  findings: z.array(z.looseObject({ rule: z.string() })).default([]),
  licences: z.array(z.looseObject({ outcome: z.string() })).default([]),
  form: z.looseObject({}).optional(),
});

export const caseOf = (answer: Answer) => {
  if (answer.status >= 400) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return CaseBody.parse(answer.body);
};
type ReadCase = Pick<ReturnType<typeof caseOf>, 'id' | 'version'>;

export type Outcome = 'REGISTER' | 'RETURN' | 'REFUSE';

/** An official's program on the public API; answers are as they come, good or bad. */
export function anOfficial(baseUrl: string, token: string) {
  const api = apiOf(baseUrl, token);
  const decide = ({ id, version }: ReadCase, outcome: Outcome, reason: string) =>
    api.post(`/v1/cases/${id}/decision`, { outcome, reason }, ifMatch(version));
  const take = ({ id, version }: ReadCase) =>
    api.post(`/v1/cases/${id}/lease`, undefined, ifMatch(version));
  const read = (id: string) => api.get(`/v1/cases/${id}`);
  /** takes the case as it is read; once more where the machine came to it at that moment */
  const hold = async (id: string) => {
    const once = async () => take(caseOf(await read(id)));
    const first = await once();
    return caseOf(first.status === 412 ? await once() : first);
  };
  return {
    api,
    read,
    take,
    decide,
    undo: ({ id, version }: ReadCase) =>
      api.call('DELETE', `/v1/cases/${id}/decision`, undefined, ifMatch(version)),
    hold,
    /** takes the case and decides it */
    async settle(id: string, outcome: Outcome, reason: string) {
      const first = await decide(await hold(id), outcome, reason);
      return caseOf(first.status === 412 ? await decide(await hold(id), outcome, reason) : first);
    },
  };
}

export type Official = ReturnType<typeof anOfficial>;
