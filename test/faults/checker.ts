import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Application, SentAttempt } from '#functions/application/application.ts';
import { Case } from '#functions/application/case.ts';
import { Decision } from '#functions/application/decision.ts';
import { brokenLink, HistoryEvent } from '#functions/application/history.ts';
import { wanted } from '#functions/application/holds.ts';
import { LIFECYCLE, mayBecome } from '#functions/application/lifecycle.ts';
import { Batch, Row } from '#functions/batch/batch.ts';
import type { Host } from '#functions/cluster/host.ts';
import type { ExpectedRow, Said } from './actors.ts';
import type { Plan } from './plan.ts';
import type { World } from './world.ts';

type Item = Record<string, unknown> & { readonly pk: string; readonly sk: string };

const Place = z.looseObject({ place: z.int(), holder: z.string(), uscc: z.string().optional() });
const Business = z.looseObject({
  uscc: z.string(),
  registrar: z.string(),
  serial: z.int(),
  applicationId: z.string(),
  attempt: z.int(),
});
const Card = z.looseObject({
  holdings: z.record(z.string(), z.looseObject({ kind: z.string(), holder: z.string() })),
});

/** Items that are written once and never again: put if absent, or not at all. */
const ONCE = /#DECISION#|\|HISTORY#|\|BUSINESS$|\|LICENCE$|\|REF$|\|CHUNK$|\|ID$/;
/** States in which an application still wants what it holds. */
const HOLDS = new Set(['DRAFT', 'SIGNING', 'SUBMITTED', 'RETURNED', 'REFERRED']);

/** Every code and serial that any history of this process was given. */
const codes = new Set<string>();

/** Holds what a history left in the tables to the law and to what people were told. */
export async function check(
  world: World,
  said: Said,
  host: Host,
  plan: Pick<Plan, 'places'>,
): Promise<{ broken: string[]; outcomes: Record<string, number> }> {
  const broken: string[] = [];
  const must = (holds: boolean, message: string): void => {
    if (!holds) broken.push(message);
  };
  const { writesByKey } = world.meter();
  const items = await itemsOf(world, [...writesByKey.keys()]);
  const of = (pk: string): Item[] => items.filter((it) => it.pk === pk);
  const sorted = (pattern: RegExp): Item[] => items.filter(({ pk, sk }) => pattern.test(`${pk}|${sk}`));

  for (const [key, times] of writesByKey) {
    must(times === 1 || !ONCE.test(key), `${key.replace(/^\S+ /, '')} was written ${times} times`);
  }

  // applications
  const heads = sorted(/^APP#.*\|HEAD$/).map((it) => Application.parse(it));
  const byId = new Map(heads.map((it) => [it.id, it]));
  const waiting = waitingExecutions(world);
  const businesses = sorted(/\|BUSINESS$/).map((it) => Business.parse(it));
  const licences = sorted(/\|LICENCE$/);
  const held: Map<string, ReturnType<typeof wanted>> = new Map();
  for (const head of heads) {
    const say = (holds: boolean, message: string) => must(holds, `${head.id} (${head.state}) ${message}`);
    const own = of(`APP#${head.id}`).sort((a, b) => (a.sk < b.sk ? -1 : 1));
    const events = own.filter(({ sk }) => sk.startsWith('HISTORY#')).map((it) => HistoryEvent.parse(it));
    const last = events.at(-1);
    say((await brokenLink(events)) === undefined, 'has a broken history');
    say(events.length === head.events && last?.digest === head.historyHead, 'lacks events of its history');
    say(last?.to === head.state, `ends its history as ${last?.to}`);
    for (const [index, { from, to }] of events.entries()) {
      const before = events[index - 1];
      say(from === before?.to, `goes on from ${from} after ${before?.to}`);
      say(
        from === undefined ? ['DRAFT', 'SIGNING', 'SUBMITTED'].includes(to) : mayBecome(from, to),
        `became ${to} from ${from}`,
      );
    }
    const moves = events.map(({ attempt, to }) => `${to} in attempt ${attempt}`);
    for (const move of moves) say(moves.filter((it) => it === move).length === 1, `became ${move} twice`);
    say(head.state !== 'SUBMITTED', 'waits for ever');

    const registered = businesses.filter(({ applicationId }) => applicationId === head.id);
    say(registered.length === (head.state === 'REGISTERED' ? 1 : 0), `has ${registered.length} businesses`);
    if (head.state === 'REGISTERED') {
      say(registered[0]?.uscc === head.uscc, 'has another code than its business');
      say(licences.some(({ pk }) => pk === `USCC#${head.uscc}`), 'has no licence');
    }

    for (let attempt = 1; attempt <= head.attempt; attempt++) {
      const part = (name: string) =>
        own.find(({ sk }) => sk === `ATTEMPT#${String(attempt).padStart(4, '0')}${name}`);
      const sent = SentAttempt.parse(part(''));
      const kept = part('#CASE');
      const found = kept && Case.parse(kept);
      const decisions = [1, 2].flatMap((round) => {
        const it = part(`#DECISION#${round}`);
        return it ? [Decision.parse(it)] : [];
      });
      const verdict = decisions.at(-1)?.verdict;
      const moved = events.filter((it) => it.attempt === attempt);
      const to = (state: string) => moved.find((it) => it.to === state);
      const ended = moved.at(-1)?.to;
      explained(say, { ended, verdict, found, returned: to('RETURNED')?.by, referred: !!to('REFERRED') });
      if (found) {
        const running = waiting.get(found.openedBy);
        if (found.state === 'OPEN') {
          say(head.state === 'REFERRED', 'has an open case');
          say(running === true, 'has a case for which no machine waits');
        } else {
          say(found.state === 'CLOSED', 'has a decision that is not carried out');
          say(running === undefined, 'has a machine that waits for a closed case');
        }
        waiting.delete(found.openedBy);
        const given = said.decisions.get(found.id) ?? 0;
        say(given <= 1 || found.lost === true, `was decided ${given} times`);
        say(given < 1 || found.decision !== undefined || found.lost === true, 'lost a decision');
      }
      if (attempt === head.attempt) {
        held.set(head.id, wanted(sent.form, head.submittedAt ?? head.createdAt));
      }
    }
  }
  must(businesses.length === licences.length, `${businesses.length} businesses, ${licences.length} licences`);
  must(
    businesses.length === heads.filter(({ state }) => state === 'REGISTERED').length,
    'businesses are not the registered applications',
  );
  for (const { uscc, registrar, serial } of businesses) {
    for (const code of [uscc, `${registrar}/${serial}`]) {
      must(!codes.has(code), `${code} was given twice`);
      codes.add(code);
    }
  }

  // names
  const cards = new Map(
    sorted(/^NAME#/).map((it) => [it.pk, Card.parse(it).holdings]),
  );
  for (const [pk, holdings] of cards) {
    for (const [industry, { kind, holder }] of Object.entries(holdings)) {
      const head = kind === 'LIVE' ? heads.find((it) => it.uscc === holder) : byId.get(holder);
      const name = head && held.get(head.id)?.name;
      const state = head?.state ?? '';
      must(
        kind === 'LIVE' ? state === 'REGISTERED' : HOLDS.has(state),
        `${pk} ${industry}: ${kind} for one that is ${state || 'not there'}`,
      );
      must(
        kind !== 'LIVE' || (name?.industry === industry && pk.endsWith(`#${name.key}`)),
        `${pk} ${industry}: held by one that does not want it`,
      );
    }
  }
  for (const head of heads.filter(({ state }) => state === 'REGISTERED')) {
    const name = held.get(head.id)?.name;
    const holding = name && cards.get(`NAME#${name.registrar}#${name.key}`)?.[name.industry];
    must(!name || holding?.holder === head.uscc, `${head.id} is registered without its name`);
  }

  // places
  const places = sorted(/^HOST#.*\|PLACE#/).map((it) => Place.parse(it));
  const tenants = sorted(/^HOST#.*\|TENANT#/).map((it) => Place.parse(it));
  const line = (it: z.infer<typeof Place>) => `${it.place} ${it.holder} ${it.uscc ?? ''}`;
  must(
    places.map(line).sort().join() === tenants.map(line).sort().join(),
    `tenants and places differ: ${tenants.map(line)} / ${places.map(line)}`,
  );
  must(places.length <= plan.places, `${places.length} tenants in ${plan.places} places`);
  for (const { place, holder, uscc } of places) {
    const head = byId.get(holder);
    const state = head?.state ?? 'not there';
    must(place >= 1 && place <= host.places, `place ${place} is none of the host's`);
    must(
      uscc === undefined ? HOLDS.has(state) : state === 'REGISTERED' && head?.uscc === uscc,
      `place ${place} is held by one that is ${state}`,
    );
  }
  for (const head of heads.filter(({ state }) => state === 'REGISTERED')) {
    if (!held.get(head.id)?.place) continue;
    must(tenants.some(({ holder, uscc }) => holder === head.id && uscc === head.uscc), `${head.id} is registered without its place`);
  }

  // files
  for (const file of said.files) checkFile(must, items, byId, file);
  for (const batch of sorted(/^BATCH#[^#]*\|HEAD$/)) {
    must(said.files.some(({ id }) => batch.pk === `BATCH#${id}`), `${batch.pk} is nobody's`);
  }

  // what people were told
  for (const [owner, answered] of said.owners) {
    const own = heads.filter((it) => it.owner === owner);
    must(own.length <= 1 && (own.length === 1 || !answered), `${owner} has ${own.length} applications`);
  }
  for (const { id, state, licence, version } of said.told) {
    const head = byId.get(id);
    const ends = Object.entries(LIFECYCLE).some(([it, next]) => it === state && next.length === 0);
    must(head !== undefined && head.version >= version, `${id} was told in a version that is not there`);
    must(!ends || head?.state === state, `${id} was told to be ${state} and is ${head?.state}`);
    must(!licence || head?.uscc === licence.uscc, `${id} was given the licence of another code`);
  }
  for (const [execution] of waiting) broken.push(`${execution.split(':').at(-2)} runs for ever`);

  const outcomes: Record<string, number> = {};
  for (const { state } of heads) outcomes[state] = (outcomes[state] ?? 0) + 1;
  return { broken, outcomes };
}

/** Every state has what explains it, and what was decided has its effect. */
function explained(
  say: (holds: boolean, message: string) => void,
  it: {
    readonly ended: string | undefined;
    readonly verdict: Decision['verdict'] | undefined;
    readonly found: Case | undefined;
    readonly returned: string | undefined;
    readonly referred: boolean;
  },
): void {
  const { ended, verdict, found, returned } = it;
  const official = found?.state === 'CLOSED' ? found.decision?.outcome : undefined;
  say(it.referred === (found !== undefined), 'has a case without a referral, or the reverse');
  if (returned === 'automatic review') say(verdict === 'RETURN', `was returned after ${verdict}`);
  else if (returned !== undefined) say(official === 'RETURN', `was returned by an official's ${official}`);
  if (ended === 'REFUSED') say(official === 'REFUSE', `was refused by an official's ${official}`);
  if (ended === 'REGISTERED') {
    say(found ? official === 'REGISTER' : verdict === 'APPROVE', `was registered after ${verdict}, ${official}`);
  }
  if (ended === 'REFERRED') {
    const reason = { REVIEW: 'REFER', LOST_TWICE: 'APPROVE' } as const;
    if (found && found.reason !== 'TECHNICAL') say(verdict === reason[found.reason], `was referred after ${verdict}`);
  }
  if (verdict === 'RETURN' && !found) say(returned !== undefined, 'was decided to be returned, and is not');
}

function checkFile(
  must: (holds: boolean, message: string) => void,
  items: readonly Item[],
  byId: ReadonlyMap<string, Application>,
  { id, rows: expected }: Said['files'][number],
): void {
  const say = (holds: boolean, message: string) => must(holds, `${id} ${message}`);
  const head = items.find(({ pk, sk }) => pk === `BATCH#${id}` && sk === 'HEAD');
  if (!head) return say(false, 'is not there');
  const batch = Batch.parse(head);
  say(batch.state === 'CLOSED' || (batch.state === 'REJECTED' && batch.fault === 'NOT_FOUND'), `is ${batch.state} for ever`);
  if (batch.state !== 'CLOSED') return;
  const rows = items
    .filter(({ pk, sk }) => pk.startsWith(`BATCH#${id}#`) && sk.startsWith('ROW#'))
    .map((it) => Row.parse(it));
  say(batch.rows === expected.length && rows.length === expected.length, `has ${rows.length} of ${expected.length} rows`);
  const counts = { registered: 0, returned: 0, referred: 0, signing: 0, unfinished: 0, invalid: 0, linked: 0 };
  for (const row of rows) {
    const state = row.applicationId && byId.get(row.applicationId)?.state;
    if (row.state === 'INVALID') counts.invalid += 1;
    else if (row.state === 'LINKED') counts.linked += 1;
    else if (state === 'REGISTERED') counts.registered += 1;
    else if (state === 'RETURNED') counts.returned += 1;
    else if (state === 'SIGNING') counts.signing += 1;
    else counts.referred += 1;
    if (row.state === 'TAKEN_IN') {
      const of = row.applicationId ? byId.get(row.applicationId)?.row : undefined;
      say(of?.batchId === id && of.row === row.row, `row ${row.row} is not its application's`);
    }
    const wish = expected[row.row - 1];
    if (wish) say(row.state === expectedState(wish, expected, rows), `row ${row.row} (${wish.kind}) is ${row.state}`);
  }
  // counts are of the moment of closing: what was unfinished then has become something since
  const { unfinished = 0 } = batch;
  for (const [name, count] of Object.entries(counts)) {
    const told = Number(z.record(z.string(), z.unknown()).parse(batch)[name]);
    const since = name === 'unfinished' ? 0 : count - told;
    say(since >= 0 && since <= unfinished, `counts ${told} ${name} where there are ${count}`);
  }
  const counted = [batch.registered, batch.returned, batch.referred, batch.signing, batch.invalid, batch.linked];
  const sum = counted.reduce<number>((total, it) => total + (it ?? 0), unfinished);
  say(sum === batch.rows, `counts ${sum} of ${batch.rows} rows`);
  const taken = [...byId.values()].filter((it) => it.row?.batchId === id).length;
  say(taken === rows.filter(({ state }) => state === 'TAKEN_IN').length, `made ${taken} applications`);
}

/** Rows under one reference: any of them may have come first; the others are linked or refused. */
function expectedState(wish: ExpectedRow, all: readonly ExpectedRow[], rows: readonly Row[]): Row['state'] {
  if (wish.kind === 'NOT_JSON' || wish.kind === 'NO_FORM') return 'INVALID';
  const group = all.filter(({ ref, kind }) => ref === wish.ref && kind !== 'NO_FORM');
  const first = rows.find((it) => it.state === 'TAKEN_IN' && group.some(({ row }) => row === it.row));
  if (!first) return 'TAKEN_IN';
  if (first.row === wish.row) return 'TAKEN_IN';
  const other = (it: ExpectedRow | undefined) => (it?.kind === 'OTHER_UNDER_SAME' ? it.row : 0);
  return other(wish) === other(all[first.row - 1]) ? 'LINKED' : 'INVALID';
}

/** Standard executions that run: ARN → whether it waits for a decision. */
function waitingExecutions(world: World): Map<string, boolean> {
  const engine = world.engine();
  return new Map(
    world.deployment.machines
      .filter(({ type }) => type === 'STANDARD')
      .flatMap(({ arn }) => engine.listExecutions(arn, 'RUNNING'))
      .map(({ executionArn }) => [
        executionArn,
        engine.getExecutionHistory(executionArn).at(-1)?.name === 'Await decision' ||
          engine.getExecutionHistory(executionArn).findLast(({ name }) => name)?.name ===
            'Await decision',
      ]),
  );
}

/** Items by `table pk|sk`, those that are still there. */
async function itemsOf({ documents }: World, keys: readonly string[]): Promise<Item[]> {
  const found: Item[] = [];
  for (let from = 0; from < keys.length; from += 100) {
    const wantedKeys = Map.groupBy(keys.slice(from, from + 100), (key) => key.split(' ')[0] ?? '');
    const { Responses = {} } = await documents.send(
      new BatchGetCommand({
        RequestItems: Object.fromEntries(
          [...wantedKeys].map(([table, group]) => [
            table,
            {
              ConsistentRead: true,
              Keys: group.map((key) => {
                const whole = key.slice(table.length + 1);
                const bar = whole.lastIndexOf('|');
                return { pk: whole.slice(0, bar), sk: whole.slice(bar + 1) };
              }),
            },
          ]),
        ),
      }),
    );
    for (const list of Object.values(Responses)) found.push(...list.map((it) => it as Item));
  }
  return found;
}

