import type { Case } from '../application/case.ts';
import { takesTwo } from '../case/confirm.ts';
import type { DecidePorts } from '../case/decide.ts';
import { type Sought, soughtBy } from '../case/find-cases.ts';
import { type QueuePage, queueCounts } from '../case/queue.ts';
import { reasonsFor } from '../case/reasons.ts';
import { isBlind } from '../case/sample.ts';
import { decidedSo, isAlike, takeAndDecide } from '../case/together.ts';
import { provision } from '../review/rendered-finding.ts';
import { legalDateOf } from '../shared/days.ts';
import { DomainError } from '../shared/errors.ts';
import { type AttemptTask, attemptOfCase } from '../shared/ids.ts';
import { inTongue } from '../shared/language.ts';
import { caseSummary } from './case-view.ts';
import type { DESK_ROUTES } from './desk.routes.ts';
import { registrarOf } from './own-case.ts';
import { problemOf } from './problem-of.ts';
import { Problem, type ProblemSlug } from './problems.ts';
import type { Call, Caller, UseCases } from './request.ts';
import { type RulingPorts, rulingOf } from './ruling.ts';

export interface DeskPorts extends DecidePorts, RulingPorts {
  queue(registrar: string, limit: number): Promise<QueuePage>;
  /** the cases that there are of these attempts */
  cases(tasks: readonly AttemptTask[]): Promise<readonly Case[]>;
  find(asked: Sought, registrars: readonly string[]): Promise<readonly Case[]>;
}

/** Lines of the index that are counted: one request. */
const COUNTED = 500;
/** Cases decided at the same time. */
const AT_ONCE = 10;

type Together = Call<(typeof DESK_ROUTES)['decideCases']>['body'];
type Chosen = Together['cases'][number];

/** What an official's desk asks, on the ports that its handler joins. */
export function deskUseCases(ports: DeskPorts): UseCases<typeof DESK_ROUTES> {
  /** @throws {Problem} @throws {DomainError} where it is not decided, and why */
  const decideOne = async (
    read: Case | undefined,
    { version }: Chosen,
    caller: Caller,
    { rule, outcome, reason }: Together,
  ): Promise<void> => {
    if (!read || !caller.registrars.includes(read.registrar)) throw new Problem('not-found');
    if (decidedSo(read, caller.subject, { outcome, reason })) return;
    if (read.version !== version) throw new Problem('version-stale');
    if (!isAlike(read, rule)) throw new Problem('not-together');
    const { ruling, record } = await rulingOf(ports, read, caller, { outcome, reason });
    if (record && takesTwo(record, ruling)) throw new Problem('not-together');
    await takeAndDecide(ports, read, caller.subject, ruling);
  };

  /** Once more where only the machine's token, or this same call, came between. */
  const decideNow: typeof decideOne = (read, chosen, caller, body) =>
    decideOne(read, chosen, caller, body).catch(async (error) => {
      if (!(error instanceof DomainError) || error.name !== 'CaseMoved') throw error;
      const [now] = await ports.cases([attemptOfCase(chosen.id)]);
      return decideOne(now, chosen, caller, body);
    });

  return {
    async countCases({ caller, query: { registrar } }) {
      const { cases, next } = await ports.queue(registrarOf(caller, registrar), COUNTED);
      const counts = queueCounts(cases, caller.subject, ports.now());
      return { status: 200, body: { ...counts, more: next !== undefined } };
    },

    async searchCases({ caller, query: { q } }) {
      const asked = soughtBy(q);
      const now = ports.now();
      const found = await ports.find(asked, caller.registrars);
      // who finds by its code a case that waits has learned that it is registered
      const told = found.filter((it) => asked.kind !== 'BUSINESS' || !isBlind(it, now));
      return { status: 200, body: { cases: told.map((it) => caseSummary(it, now)) } };
    },

    async decideCases({ caller, body }) {
      const cases = [...new Map(body.cases.map((it) => [it.id, it])).values()];
      const read = await ports.cases(cases.map(({ id }) => attemptOfCase(id)));
      const byId = new Map(read.map((it) => [it.id, it]));
      const results: { id: string; outcome: string }[] = [];
      for (let from = 0; from < cases.length; from += AT_ONCE) {
        const some = cases.slice(from, from + AT_ONCE);
        const told = some.map(async ({ id, version }) => {
          const done = decideNow(byId.get(id), { id, version }, caller, body);
          return { id, outcome: await done.then(() => 'DECIDED', unlessDefect) };
        });
        results.push(...(await allOf(told)));
      }
      return { status: 200, body: { results } };
    },

    async readReasons({ query: { rule }, language }) {
      const said = inTongue(language);
      const reasons = reasonsFor(rule, legalDateOf(ports.now())).map(
        ({ id, outcome, rules, basis, text }) => ({
          ...{ id, outcome, rules },
          basis: basis.map(({ law, article }) => said(provision(law, article))),
          text: said(text),
        }),
      );
      return { status: 200, body: { reasons }, headers: { 'content-language': language } };
    },
  };
}

/** All of them, each to its end, before the first defect among them is thrown. */
async function allOf<Result>(calls: readonly Promise<Result>[]): Promise<Result[]> {
  await Promise.allSettled(calls);
  return Promise.all(calls);
}

/** One that is not decided is told beside the others; a defect is ours, and the call can be repeated. */
function unlessDefect(error: unknown): ProblemSlug {
  const problem = problemOf(error);
  if (!problem) throw error;
  return problem.slug;
}
