import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { ApplicationForm } from '#functions/application/form.ts';
import { AssertedPerson } from '#functions/party/signers.ts';
import type { System } from '#local/system.ts';
import { signatures } from '#test/builders/signatures.ts';
import { type Answer, apiOf, ifMatch } from './api.ts';

export const Finding = z.object({
  rule: z.string(),
  pointer: z.string(),
  consequence: z.string(),
  requires: z.string(),
  fault: z.string(),
  mend: z.string(),
  basis: z.array(z.string()),
});
export type Finding = z.infer<typeof Finding>;

/** a company or a host has no key into `people` */
const Signers = z.array(z.object({ person: z.string().default(''), signs: z.array(z.string()) }));

/** An application as its owner reads it. */
const ApplicationBody = z.object({
  id: z.string(),
  state: z.string(),
  version: z.number(),
  attempt: z.number(),
  documentHash: z.string(),
  signers: Signers.optional(),
  missing: Signers.optional(),
  findings: z.array(Finding),
  registrar: z.string().optional(),
  handedOverTo: z.string().optional(),
  handedOverFrom: z.string().optional(),
  case: z
    .object({
      id: z.string(),
      due: z.string(),
      extension: z.object({ reason: z.string() }).optional(),
    })
    .optional(),
  decision: z
    .object({ outcome: z.string(), reason: z.string(), to: z.string().optional() })
    .optional(),
  licence: z.object({ uscc: z.string(), licence: z.string() }).optional(),
});

/** What must be signed to withdraw it, and by whom. */
const WithdrawalBody = z.object({ documentHash: z.string(), signer: z.string().optional() });

const application = (answer: Answer) => {
  const { status, headers } = answer;
  if (status >= 400) throw new Error(`${status}: ${JSON.stringify(answer.body)}`);
  return { status, headers, ...ApplicationBody.parse(answer.body) };
};
export type ReadApplication = ReturnType<typeof application>;

/** The rules that stopped an application. */
export const rulesOf = ({ findings }: Pick<ReadApplication, 'findings'>): string[] =>
  [...new Set(findings.filter((it) => it.consequence !== 'WARN').map((it) => it.rule))].sort();

/** An applicant's program on the public API. */
export async function anApplicant(system: System, account = 'lin-qinghe') {
  const api = apiOf(system.baseUrl, await system.token(account));
  const at = (id: string, action = '') => `/v1/applications/${id}${action}`;
  const create = async (body: object, key: string = randomUUID()) =>
    application(await api.post('/v1/applications', body, { 'idempotency-key': key }));

  /** the assertion of whoever must sign a withdrawal, where somebody must */
  const signed = async (id: string, { documentHash, signer }: z.infer<typeof WithdrawalBody>) => {
    if (signer === undefined) return undefined;
    const { form } = z.object({ form: ApplicationForm }).parse((await api.get(at(id))).body);
    const person = AssertedPerson.parse(form.people?.[signer]);
    const assertion = await system.identity.assert({ ...person, documentHash, at: Date.now() });
    return { assertion };
  };

  return {
    api,
    draft: (form: ApplicationForm) => create({ form }),
    /** the one click: everybody has signed, but for the people left out */
    async oneClick(
      form: ApplicationForm,
      { key, without }: { readonly key?: string; readonly without?: readonly string[] } = {},
    ) {
      const signed = await signatures(form, system.identity, without && { without });
      return create({ form, signatures: signed, submit: true }, key);
    },
    read: async (id: string, language = 'zh-Hans') =>
      application(await api.get(at(id), { 'accept-language': language })),
    async submit(
      { id, version }: Pick<ReadApplication, 'id' | 'version'>,
      signed: readonly { readonly assertion: string }[],
    ) {
      const body = { signatures: signed };
      return application(await api.post(at(id, '/submission'), body, ifMatch(version)));
    },
    /** a new attempt of a returned application, as a draft */
    async correct({ id, version }: Pick<ReadApplication, 'id' | 'version'>, form: ApplicationForm) {
      return application(await api.post(at(id, '/attempts'), { form }, ifMatch(version)));
    },
    async withdraw({ id, version }: Pick<ReadApplication, 'id' | 'version'>) {
      const asked = WithdrawalBody.parse((await api.get(at(id, '/withdrawal'))).body);
      return application(
        await api.post(at(id, '/withdrawal'), await signed(id, asked), ifMatch(version)),
      );
    },
  };
}

export type Applicant = Awaited<ReturnType<typeof anApplicant>>;
