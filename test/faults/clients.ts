import * as z from 'zod';
import type { ApplicationForm } from '#functions/application/form.ts';
import type { FunctionName } from '#functions/catalogue.ts';
import type { RowKind } from './plan.ts';
import { Lost, type World } from './world.ts';

const Answer = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.unknown()).default({}),
  body: z.string().default('{}'),
});
const Told = z.looseObject({
  id: z.string(),
  state: z.string(),
  version: z.number(),
  attempt: z.number().default(1),
  licence: z.looseObject({ uscc: z.string() }).optional(),
});
export type Told = z.infer<typeof Told>;
const ToldBatch = z.looseObject({
  id: z.string(),
  state: z.string(),
  version: z.number(),
  upload: z.looseObject({ url: z.string() }).optional(),
});
const ToldCase = z.looseObject({ id: z.string(), state: z.string(), version: z.number() });

/** A line of a file, as the history expects to find it in the ledger. */
export interface ExpectedRow {
  readonly row: number;
  readonly kind: RowKind;
  readonly ref?: string;
}

/** What the system said to people in the history; the checker holds it to its word. */
export interface Said {
  /** every answer about an application */
  readonly told: Told[];
  /** case → what officials were told is kept of their decisions, and which undoing of theirs was never answered */
  readonly decisions: Map<string, { readonly kept: string[]; undoing: number }>;
  /** owner of one application → whether any call that makes it was answered */
  readonly owners: Map<string, boolean>;
  readonly files: { readonly id: string; readonly rows: readonly ExpectedRow[] }[];
}

/** How often a client tries again when it gets no answer, or is told that it is our fault. */
const TRIES = 5;

interface Request {
  readonly id?: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}
interface Reply {
  readonly status: number;
  readonly body: unknown;
}
const at = (version: number) => ({ 'if-match': `"${version}"` });

/** The programs of people at the system's doors; each tries again as a good client does. */
export function clientsOf(world: World, said: Said) {
  const call = async (
    name: FunctionName,
    subject: string,
    route: string,
    { id, body, headers = {} }: Request = {},
  ): Promise<Reply> => {
    const event = {
      version: '2.0',
      routeKey: route,
      headers: { 'content-type': 'application/json', ...headers },
      pathParameters: id ? { id } : {},
      ...(body && { body: JSON.stringify(body) }),
      isBase64Encoded: false,
      requestContext: {
        requestId: 'history',
        authorizer: {
          jwt: {
            claims: {
              sub: subject,
              aud: name.replace('Api', '').toLowerCase(),
              registrars: '[440115 440106 000000]',
            },
          },
        },
      },
    };
    for (let tries = 1; ; tries++) {
      try {
        const answer = Answer.parse(await world.call(name, `door / ${route}`, event));
        if (answer.statusCode >= 500 && tries < TRIES) continue;
        if (answer.statusCode >= 400) world.say(`${subject} ${route} ${answer.statusCode}`);
        return { status: answer.statusCode, body: JSON.parse(answer.body) as unknown };
      } catch (error) {
        if (!(error instanceof Lost) || tries === TRIES) throw error;
      }
    }
  };
  const applicantOf = (owner: string) => {
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
          await call('ApplicantApi', owner, 'POST /v1/applications', {
            body: { form, signatures: submit ? signed : [], submit },
            headers: { 'idempotency-key': owner },
          }),
        ),
      read: async (id: string) =>
        tell(await call('ApplicantApi', owner, 'GET /v1/applications/{id}', { id })),
      submit: async ({ id, version }: Told, signed: object) =>
        tell(
          await call('ApplicantApi', owner, 'POST /v1/applications/{id}/submission', {
            id,
            body: { signatures: signed },
            headers: at(version),
          }),
        ),
      correct: async ({ id, version }: Told, form: ApplicationForm) =>
        tell(
          await call('ApplicantApi', owner, 'POST /v1/applications/{id}/attempts', {
            id,
            body: { form },
            headers: at(version),
          }),
        ),
      withdraw: async ({ id, version }: Told) =>
        tell(
          await call('ApplicantApi', owner, 'POST /v1/applications/{id}/withdrawal', {
            id,
            headers: at(version),
          }),
        ),
    };
  };

  const officialOf = (subject: string) => {
    const answered = ({ status, body }: Reply) => (status < 300 ? ToldCase.parse(body) : undefined);
    const ask = async (route: string, id: string, version?: number, body?: object) =>
      answered(
        await call('OfficialApi', subject, route, {
          id,
          ...(body && { body }),
          ...(version !== undefined && { headers: at(version) }),
        }),
      );
    const decided = (id: string) => {
      const known = said.decisions.get(id) ?? { kept: [], undoing: 0 };
      said.decisions.set(id, known);
      return known;
    };
    return {
      read: (id: string) => ask('GET /v1/cases/{id}', id),
      take: (id: string, version: number) => ask('POST /v1/cases/{id}/lease', id, version),
      async decide(id: string, version: number, outcome: string) {
        const body = { outcome, reason: '理由' };
        const answered = await ask('POST /v1/cases/{id}/decision', id, version, body);
        if (answered) decided(id).kept.push(outcome);
        return answered;
      },
      async undo(id: string, version: number) {
        decided(id).undoing += 1;
        const open = await ask('DELETE /v1/cases/{id}/decision', id, version);
        if (!open) return undefined;
        decided(id).undoing -= 1;
        decided(id).kept.pop();
        return open;
      },
    };
  };

  const agentOf = (agent: string) => ({
    create: async (bytes: number) =>
      ToldBatch.parse(
        (
          await call('AgentApi', agent, 'POST /v1/batches', {
            body: { format: 'NDJSON', bytes },
            headers: { 'idempotency-key': agent },
          })
        ).body,
      ),
    submit: ({ id, version }: z.infer<typeof ToldBatch>) =>
      call('AgentApi', agent, 'POST /v1/batches/{id}/submission', { id, headers: at(version) }),
  });

  return { applicantOf, officialOf, agentOf };
}
