import * as z from 'zod';
import { AssertedPerson } from '#functions/party/signers.ts';
import type { System } from '#local/system.ts';
import { aCompanyOfTodayWithHunan } from '#test/builders/a-form-of-today.ts';
import { type Answer, apiOf } from './api.ts';
import type { Applicant } from './applicant.ts';
import { eventually } from './running-system.ts';

const NamingsBody = z.object({
  namings: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      name: z.string().optional(),
      parts: z.array(z.string()),
      sentBy: z.string(),
      denied: z.boolean(),
      business: z.object({ uscc: z.string(), status: z.string() }).optional(),
      inquiry: z.object({ id: z.string(), state: z.string() }).optional(),
    }),
  ),
  next: z.string().optional(),
});

/** A natural person without an account: the identity provider says who she is. */
export function aPerson(system: Pick<System, 'baseUrl' | 'identity'>, named: unknown) {
  const api = apiOf(system.baseUrl);
  const person = AssertedPerson.parse(named);
  const proof = async (): Promise<string> => {
    const { body } = await api.get('/v1/namings/document');
    const { documentHash } = z.object({ documentHash: z.string() }).parse(body);
    return system.identity.assert({ ...person, documentHash, at: Date.now() });
  };
  return {
    api,
    proof,
    /** everything that names her */
    async namings() {
      const assertion = await proof();
      const found: z.infer<typeof NamingsBody>['namings'] = [];
      let cursor: string | undefined;
      do {
        const { status, body } = await api.post('/v1/namings', { assertion, cursor });
        if (status !== 200) throw new Error(JSON.stringify(body));
        const page = NamingsBody.parse(body);
        found.push(...page.namings);
        cursor = page.next;
      } while (cursor);
      return found;
    },
    deny: async (id: string, statement?: string): Promise<Answer> =>
      api.post(`/v1/namings/${id}/denials`, { assertion: await proof(), statement }),
  };
}

/** Denied while the machine has it: it asks a silent issuer, and the application is SUBMITTED for as long. */
export async function deniedOnTheWay(
  system: Pick<System, 'baseUrl' | 'identity' | 'hunan'>,
  applicant: Applicant,
) {
  const form = await aCompanyOfTodayWithHunan(system.hunan);
  const fault = (mode: string) => applicant.api.call('PUT', '/demo/hunan/fault', { mode });
  const her = aPerson(system, form.people?.p2);
  await fault('silent');
  try {
    const answered = applicant.oneClick(form);
    const [submitted] = await eventually(
      async () =>
        (await her.namings()).filter(
          ({ name, state }) => name === form.name && state === 'SUBMITTED',
        ),
      (found) => found.length === 1,
    );
    const denial = await her.deny(submitted?.id ?? '', '非本人办理。');
    return { denial, application: await answered };
  } finally {
    await fault('none');
  }
}
