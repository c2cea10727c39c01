import * as z from 'zod';
import type { ApplicationForm } from '#functions/application/form.ts';
import { at, type Door, type Reply } from './door.ts';
import { officialsOf } from './official.ts';
import type { RowKind } from './plan.ts';

const Told = z.looseObject({
  id: z.string(),
  state: z.string(),
  version: z.number(),
  attempt: z.number().default(1),
  documentHash: z.string().optional(),
  handedOverTo: z.string().optional(),
  licence: z.looseObject({ uscc: z.string() }).optional(),
});
export type Told = z.infer<typeof Told>;
const ToldBatch = z.looseObject({
  id: z.string(),
  state: z.string(),
  version: z.number(),
  upload: z.looseObject({ url: z.string() }).optional(),
});

const Links = z.object({
  signings: z.array(z.object({ id: z.string(), person: z.string(), link: z.string() })),
});
/** A link to sign, as its person gets it. */
export type Link = z.infer<typeof Links>['signings'][number];
const Notices = z.object({ notices: z.array(z.object({ number: z.string() })) });

/** A line of a file, as the history expects to find it in the ledger. */
export interface ExpectedRow {
  readonly row: number;
  readonly kind: RowKind;
  readonly ref?: string;
}

/** What officials were told of one case. */
export interface SaidOfCase {
  /** outcomes that they were told are kept */
  readonly kept: string[];
  /** how many undoings of theirs were never answered */
  undoing: number;
  /** the reason of a proposal that they were told stands, and asked nothing after */
  standing?: string | undefined;
  /** each proposal that somebody asked to confirm, as he had read it: `reason by subject` */
  readonly asked: Set<string>;
  /** reasons of proposals that were taken back */
  readonly takenBack: Set<string>;
}

/** What the system said to people in the history; the checker holds it to its word. */
export interface Said {
  /** every answer about an application */
  readonly told: Told[];
  /** by case */
  readonly decisions: Map<string, SaidOfCase>;
  /** owner of one application → whether any call that makes it was answered */
  readonly owners: Map<string, boolean>;
  readonly files: { readonly id: string; readonly rows: readonly ExpectedRow[] }[];
  /** notices as they were read */
  readonly notices: { readonly number: string; readonly jws: string }[];
  /** assertions by which people signed through their links */
  readonly assertions: Set<string>;
  /** applications that somebody was told are stopped, and those into which an inquiry was opened */
  readonly denied: Map<string, 'STOPPED' | 'INQUIRY'>;
  /** applications whose defence file did not verify */
  readonly undefended: string[];
}

export const nothingSaid = (): Said => ({
  told: [],
  decisions: new Map(),
  owners: new Map(),
  files: [],
  notices: [],
  assertions: new Set(),
  denied: new Map(),
  undefended: [],
});

/** The programs of applicants, officials and agents at the system's doors. */
export function clientsOf(call: Door, said: Said) {
  const applicantOf = (owner: string, audience: 'applicant' | 'agent' = 'applicant') => {
    const caller = { subject: owner, audience };
    const tell = ({ status, body }: Reply): Told | undefined => {
      if (status >= 300) return undefined;
      const told = Told.parse(body);
      said.told.push(told);
      said.owners.set(owner, true);
      return told;
    };
    return {
      create: async (form: ApplicationForm, signed: object, submit: boolean) =>
        tell(
          await call('ApplicantApi', caller, 'POST /v1/applications', {
            body: { form, signatures: submit ? signed : [], submit },
            headers: { 'idempotency-key': owner },
          }),
        ),
      read: async (id: string) =>
        tell(
          await call('ApplicantApi', caller, 'GET /v1/applications/{id}', { parameters: { id } }),
        ),
      submit: async ({ id, version }: Told, signed: object) =>
        tell(
          await call('ApplicantApi', caller, 'POST /v1/applications/{id}/submission', {
            parameters: { id },
            body: { signatures: signed },
            headers: at(version),
          }),
        ),
      correct: async ({ id, version }: Told, form: ApplicationForm) =>
        tell(
          await call('ApplicantApi', caller, 'POST /v1/applications/{id}/attempts', {
            parameters: { id },
            body: { form },
            headers: at(version),
          }),
        ),
      withdraw: async ({ id, version }: Told, assertion: string) =>
        tell(
          await call('OwnerActApi', caller, 'POST /v1/applications/{id}/withdrawal', {
            parameters: { id },
            body: { assertion },
            headers: at(version),
          }),
        ),
      edit: async ({ id, version }: Told, form: ApplicationForm) =>
        tell(
          await call('ApplicantApi', caller, 'PUT /v1/applications/{id}/form', {
            parameters: { id },
            body: { form },
            headers: at(version),
          }),
        ),
      askForPerson: async ({ id, version }: Told) =>
        tell(
          await call('OwnerActApi', caller, 'POST /v1/applications/{id}/person-requests', {
            parameters: { id },
            headers: at(version),
          }),
        ),
      /** links for whoever has not signed, as each gets his */
      links: async (id: string) => {
        const route = 'POST /v1/applications/{id}/signings';
        const { status, body } = await call('SigningApi', caller, route, { parameters: { id } });
        return status < 300 ? Links.parse(body).signings : [];
      },
      /** reads every notice; what each bears is kept, for whoever reads it again */
      async readNotices(id: string): Promise<void> {
        const route = 'GET /v1/applications/{id}/notices';
        const { status, body } = await call('NoticeApi', caller, route, { parameters: { id } });
        if (status >= 300) return;
        for (const { number } of Notices.parse(body).notices) {
          const parameters = { id, number };
          const read = await call('NoticeApi', caller, `${route}/{number}`, { parameters });
          if (read.status < 300)
            said.notices.push({ number, jws: z.object({ jws: z.string() }).parse(read.body).jws });
        }
      },
    };
  };

  const agentOf = (agent: string) => ({
    create: async (bytes: number) =>
      ToldBatch.parse(
        (
          await call('AgentApi', { subject: agent, audience: 'agent' }, 'POST /v1/batches', {
            body: { format: 'NDJSON', bytes },
            headers: { 'idempotency-key': agent },
          })
        ).body,
      ),
    submit: ({ id, version }: z.infer<typeof ToldBatch>) =>
      call('AgentApi', { subject: agent, audience: 'agent' }, 'POST /v1/batches/{id}/submission', {
        parameters: { id },
        headers: at(version),
      }),
  });

  return { applicantOf, officialOf: officialsOf(call, said), agentOf };
}
