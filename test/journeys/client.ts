import * as z from 'zod';
import type { ApplicationForm } from '#functions/application/form.ts';
import { AssertedPerson } from '#functions/party/signers.ts';
import type { System } from '#local/system.ts';
import { type Answer, apiOf } from './api.ts';

const Mandate = z.object({
  id: z.string(),
  agent: z.string().optional(),
  acts: z.array(z.string()),
  until: z.string().optional(),
  corrections: z.boolean().optional(),
  business: z.object({ name: z.string().optional() }),
  state: z.string(),
  ended: z.string().optional(),
  competes: z.boolean(),
});
export type ReadMandate = z.infer<typeof Mandate>;

const Document = z.object({ enquiry: z.string(), documentHash: z.string() });

/** A client at home: no account, only her identity. She is a person of the form, p1 unless said. */
export function aClient(system: System, form: ApplicationForm, key = 'p1') {
  const api = apiOf(system.baseUrl);
  const her = AssertedPerson.parse(form.people?.[key]);
  /** what she signs, and by whom */
  const asserted = async (act: string, mandate = '', who = her): Promise<string> => {
    const query = mandate ? `?act=${act}&mandate=${mandate}` : `?act=${act}`;
    const { documentHash } = Document.parse((await api.get(`/v1/mandates/document${query}`)).body);
    return system.identity.assert({ ...who, documentHash, at: Date.now() });
  };
  const mandateOf = ({ status, body }: Answer) => {
    if (status >= 400) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return Mandate.parse(body);
  };
  const act = async (path: string, mandate: string, assertion: Promise<string>) =>
    api.post(`/v1/mandates/${mandate}/${path}`, { assertion: await assertion });

  return {
    api,
    asserted,
    /** the mandates given for businesses of this name, or all of them */
    async mandates(name?: string): Promise<ReadMandate[]> {
      const found: ReadMandate[] = [];
      const assertion = await asserted('LIST');
      for (let cursor: string | undefined, page = 0; page === 0 || cursor; page++) {
        const { body } = await api.post('/v1/mandates', {
          assertion,
          limit: 50,
          ...(cursor && { cursor }),
        });
        const { mandates, next } = z
          .object({ mandates: z.array(Mandate), next: z.string().optional() })
          .parse(body);
        found.push(...mandates);
        cursor = next;
      }
      return found.filter((it) => name === undefined || it.business.name === name);
    },
    end: async (mandate: string) => mandateOf(await act('end', mandate, asserted('END', mandate))),
    choose: async (mandate: string) =>
      mandateOf(await act('choice', mandate, asserted('CHOICE', mandate))),
    /** the plain answer to an act, with whatever assertion */
    send: act,
  };
}

export const mandateIdOf = (applicationId: string) => `ma_${applicationId.slice(3)}`;
