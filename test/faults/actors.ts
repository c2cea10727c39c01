import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ApplicationForm } from '#functions/application/form.ts';
import type { FunctionName } from '#functions/catalogue.ts';
import { hostKey } from '#functions/cluster/place.store.ts';
import { yearsLater } from '#functions/shared/calendar.ts';
import { caseIdOf } from '#functions/shared/ids.ts';
import {
  aCompanyOfToday,
  anIndividualBusinessOfToday,
  aSoleProprietorshipOfToday,
  atHostToday,
  byAgentToday,
  today,
} from '#test/builders/a-form-of-today.ts';
import { aHost } from '#test/builders/review-facts.ts';
import { signatures } from '#test/builders/signatures.ts';
import type { Actor, Plan, RowKind, Wish } from './plan.ts';
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
  /** decisions that an official was told are kept, less those that he was told are taken back */
  readonly decisions: Map<string, number>;
  /** owner of one application → whether any call that makes it was answered */
  readonly owners: Map<string, boolean>;
  readonly files: { readonly id: string; readonly rows: readonly ExpectedRow[] }[];
}

/** How often a client tries again when it gets no answer, or is told that it is our fault. */
const TRIES = 5;

/** Names that no other history has: a base of eight characters, counted up for ever. */
let names = 0;
const freshWord = (): string => {
  const characters = '晨岚澜珩翊瑾昀曦';
  return [...(names++).toString(8).padStart(5, '0')].map((it) => characters[Number(it)]).join('');
};
let hosts = 0;

/** The people of a history, acting on the system's doors. */
export async function actorsOf(world: World, { places }: Pick<Plan, 'places'>, history: number) {
  const { time, documents, tables, identity } = world;
  const said: Said = { told: [], decisions: new Map(), owners: new Map(), files: [] };
  const host = aHost({ id: `H-${String(++hosts).padStart(4, '0')}`, places, validUntil: yearsLater(today, 2) });
  const Item = { ...hostKey(host.id), ...host };
  await documents.send(new PutCommand({ TableName: tables.register, Item }));
  const contested = freshWord();

  const call = async (
    name: FunctionName,
    subject: string,
    route: string,
    { id, body, headers = {} }: { id?: string; body?: object; headers?: Record<string, string> } = {},
  ) => {
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
  type Reply = Awaited<ReturnType<typeof call>>;

  const applicantOf = (owner: string) => {
    const tell = ({ status, body }: Reply): Told | undefined => {
      if (status >= 300) return undefined;
      const told = Told.parse(body);
      said.told.push(told);
      said.owners.set(owner, true);
      return told;
    };
    const at = (version: number) => ({ 'if-match': `"${version}"` });
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

  const formOf = ({ type, contested: wants, hosted, stopped }: Wish): ApplicationForm => {
    const word = `${stopped === 'REFERRED' ? '中国' : ''}${wants ? contested : freshWord()}`;
    const change = { name: `广州市南沙区${word}百货${ENDINGS[type]}`, ...(hosted && atHostToday(host.id)) };
    const form = FORMS[type](change);
    if (stopped !== 'RETURNED') return form;
    const elsewhere = { kind: 'OWN', address: '广州市天河区云岭路6号302房', proof: 'LEASE' };
    return { ...form, premises: elsewhere };
  };
  const lawful = ({ stopped: _, ...wish }: Wish): ApplicationForm => formOf(wish);

  const official = (subject: string) => {
    const answered = ({ status, body }: Reply) =>
      status < 300 ? ToldCase.parse(body) : undefined;
    const ask = async (route: string, id: string, version?: number, body?: object) =>
      answered(
        await call('OfficialApi', subject, route, {
          id,
          ...(body && { body }),
          ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
        }),
      );
    const count = (id: string, by: number) =>
      said.decisions.set(id, (said.decisions.get(id) ?? 0) + by);
    return {
      read: (id: string) => ask('GET /v1/cases/{id}', id),
      take: (id: string, version: number) => ask('POST /v1/cases/{id}/lease', id, version),
      async decide(id: string, version: number, outcome: string) {
        const decided = await ask('POST /v1/cases/{id}/decision', id, version, {
          outcome,
          reason: '理由',
        });
        if (decided) count(id, 1);
        return decided;
      },
      async undo(id: string, version: number) {
        const open = await ask('DELETE /v1/cases/{id}/decision', id, version);
        if (open) count(id, -1);
        return open;
      },
    };
  };

  /** Takes and decides a case as its plan says; whatever is refused to him, he leaves. */
  const decideCase = async (id: string, officials: Extract<Actor, { kind: 'ONE' }>['officials']) => {
    const someone = official(`official-${history}`);
    const read = await someone.read(id);
    if (read?.state !== 'OPEN') return;
    const taken = await someone.take(id, read.version);
    if (!taken) return;
    switch (officials) {
      case 'NONE':
        return;
      case 'TWO': {
        await Promise.all([
          someone.decide(id, taken.version, 'REGISTER'),
          someone.decide(id, taken.version, 'REFUSE'),
        ]);
        return;
      }
      case 'UNDO': {
        const decided = await someone.decide(id, taken.version, 'REFUSE');
        const open = decided && (await someone.undo(id, decided.version));
        if (open) await someone.decide(id, open.version, 'REGISTER');
        return;
      }
      case 'LATE':
        await someone.decide(id, taken.version, 'RETURN');
        return;
      default:
        await someone.decide(id, taken.version, officials);
    }
  };

  const one = (actor: Extract<Actor, { kind: 'ONE' }>, index: number) => {
    const owner = `person-${history}-${index}`;
    const person = applicantOf(owner);
    said.owners.set(owner, false);
    let form: ApplicationForm;
    let signed: object;
    let id: string | undefined;

    return {
      /** sends it */
      async first() {
        form = formOf(actor.wish);
        signed = await signatures(form, identity);
        if (actor.sends === 'TWICE') {
          const both = await Promise.allSettled([
            person.create(form, signed, true),
            person.create(form, signed, true),
          ]);
          for (const it of both) if (it.status === 'fulfilled') id ??= it.value?.id;
        } else if (actor.sends === 'DRAFT' || actor.withdraws === 'RACING') {
          const draft = await person.create(form, signed, false);
          id = draft?.id;
          if (!draft) return;
          const sending = person.submit(draft, signed);
          if (actor.withdraws === 'RACING') {
            for (let tries = 0; tries < 4; tries++) {
              const now = await person.read(draft.id);
              if (now && (await person.withdraw(now))) break;
            }
          }
          await sending;
        } else id = (await person.create(form, signed, true))?.id;
      },
      /** goes on from where it stands */
      async then() {
        const now = id && (await person.read(id));
        if (!now) return;
        if (now.state === 'SIGNING' || now.state === 'DRAFT') {
          await person.submit(now, signed);
          return;
        }
        const caseId = caseIdOf({ applicationId: now.id, attempt: now.attempt });
        await Promise.all([
          now.state === 'REFERRED' && decideCase(caseId, actor.officials),
          actor.withdraws === 'AFTER' && person.withdraw(now),
          now.state === 'RETURNED' && !actor.withdraws && actor.corrects && correct(now),
        ]);
      },
    };

    async function correct(returned: Told) {
      form = lawful(actor.wish);
      signed = await signatures(form, identity);
      const draft = (await person.correct(returned, form)) ?? (await person.read(returned.id));
      if (draft?.state === 'DRAFT') await person.submit(draft, signed);
    }
  };

  const file = ({ rows, submitsTwice }: Extract<Actor, { kind: 'FILE' }>, index: number) => {
    const agent = `agent-${history}-${index}`;
    const lines: string[] = [];
    const expected: ExpectedRow[] = [];
    const write = async () => {
      let before: { ref: string; form: ApplicationForm } | undefined;
      for (const [place, kind] of rows.entries()) {
        const row = place + 1;
        if (kind === 'NOT_JSON') {
          lines.push('{ "clientRowRef": ');
          expected.push({ row, kind });
          continue;
        }
        const again = (kind === 'SAME_AGAIN' || kind === 'OTHER_UNDER_SAME') && before;
        const ref = again ? again.ref : `row-${history}-${index}-${row}`;
        const wish: Wish = {
          type: 'INDIVIDUAL',
          ...(kind === 'CONTESTED' && { contested: true }),
          ...(kind === 'HOSTED' && { hosted: true }),
          ...((kind === 'RETURNED' || kind === 'REFERRED') && { stopped: kind }),
        };
        const form =
          again && kind === 'SAME_AGAIN' ? again.form : { ...formOf(wish), ...byAgentToday(agent) };
        if (kind === 'NO_FORM') lines.push(JSON.stringify({ clientRowRef: ref }));
        else {
          const signed = kind === 'UNSIGNED' ? [] : await signatures(form, identity);
          lines.push(JSON.stringify({ clientRowRef: ref, form, signatures: signed }));
          if (!again) before = { ref, form };
        }
        expected.push({ row, kind: again || !/SAME/.test(kind) ? kind : 'LAWFUL', ref });
      }
    };
    return {
      async first() {
        await write();
        const text = `${lines.join('\n')}\n`;
        const bytes = Buffer.byteLength(text);
        const created = async () =>
          ToldBatch.parse(
            (
              await call('AgentApi', agent, 'POST /v1/batches', {
                body: { format: 'NDJSON', bytes },
                headers: { 'idempotency-key': agent },
              })
            ).body,
          );
        const batch = await created();
        for (let tries = 0; tries < 3; tries++) {
          const { upload } = await created();
          const sent =
            upload &&
            (await time.during(
              fetch(upload.url, { method: 'PUT', body: text }).then(
                ({ ok }) => ok,
                () => false,
              ),
            ));
          if (sent) break;
        }
        said.files.push({ id: batch.id, rows: expected });
        const submit = () =>
          call('AgentApi', agent, 'POST /v1/batches/{id}/submission', {
            id: batch.id,
            headers: { 'if-match': `"${batch.version}"` },
          });
        await Promise.all([submit(), submitsTwice && submit()]);
      },
      async then() {},
    };
  };

  return {
    said,
    host,
    people: (actors: readonly Actor[]) =>
      actors.map((actor, index) => (actor.kind === 'ONE' ? one(actor, index) : file(actor, index))),
  };
}

const ENDINGS = { COMPANY: '有限公司', SOLE: '商行', INDIVIDUAL: '店' } as const;
const FORMS = {
  COMPANY: aCompanyOfToday,
  SOLE: aSoleProprietorshipOfToday,
  INDIVIDUAL: anIndividualBusinessOfToday,
} as const;
