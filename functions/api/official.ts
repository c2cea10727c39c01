import type { ApplicationRecord } from '../application/application.ts';
import { type Case, caseIn } from '../application/case.ts';
import type { ReadLog } from '../application/read-log.ts';
import type { BesideCase } from '../case/beside-case.ts';
import { confirm, propose, takesTwo, withdrawProposal } from '../case/confirm.ts';
import { type DecidePorts, decide, take, withdrawDecision } from '../case/decide.ts';
import { type ExtendPorts, extend } from '../case/extend.ts';
import { inTurn, type QueuePage } from '../case/queue.ts';
import { takeOver } from '../case/take-over.ts';
import { DomainError } from '../shared/errors.ts';
import { type AttemptTask, attemptOfCase, CaseId, caseIdOf } from '../shared/ids.ts';
import { caseSummary, caseView } from './case-view.ts';
import type { OFFICIAL_ROUTES } from './official.routes.ts';
import { ownCase, registrarOf } from './own-case.ts';
import { nextLink, unknownCursor } from './pages.ts';
import { Problem } from './problems.ts';
import type { Answer, Call, Caller, UseCases } from './request.ts';
import { allow, type RulingPorts, rulingOf } from './ruling.ts';

type Place = NonNullable<QueuePage['next']>;
type CaseChange = Pick<Call<typeof OFFICIAL_ROUTES.takeCase>, 'parameters' | 'caller' | 'version'>;

export interface OfficialPorts extends DecidePorts, ExtendPorts, RulingPorts {
  readonly noteReading: ReadLog;
  read(task: AttemptTask): Promise<Case>;
  queue(registrar: string, limit: number, after?: Place): Promise<QueuePage>;
  /** those that an official holds, among so many of the queue */
  held(
    registrar: string,
    by: { readonly official: string; readonly at: string },
    limit: number,
    after?: Place,
  ): Promise<QueuePage>;
  /** the cases of a page, in its order */
  cases(tasks: readonly AttemptTask[]): Promise<readonly Case[]>;
  /** the attempt before, and the persons in other applications */
  beside(record: ApplicationRecord): Promise<BesideCase>;
}

/** Cases looked at together: what one request reads. */
const LOOK_AT = 50;
/** Lines of the index looked at for one page of those that an official holds. */
const LOOK_FOR_HELD_AMONG = 500;

/** What an official does, on the ports that its handler joins. */
export function officialUseCases(ports: OfficialPorts): UseCases<typeof OFFICIAL_ROUTES> {
  const own = ownCase(ports.read);
  const changed = (next: Case): Answer => ({
    status: 200,
    version: next.version,
    body: caseSummary(next, ports.now()),
  });
  const isSupervisor = ({ grade }: Caller): boolean => grade === 'SUPERVISOR';
  /** Once more where the write met the machine that begins to wait, which is no version of the case. */
  const change = async (
    { parameters: { id }, caller, version }: CaseChange,
    act: (read: Case) => Case | Promise<Case>,
  ) => {
    const once = async () => act(await own(id, caller, version));
    const next = await once().catch((error) => {
      if (error instanceof DomainError && error.name === 'CaseMoved') return once();
      throw error;
    });
    return changed(next);
  };

  return {
    async listCases({ caller, query: { registrar, mine, limit, cursor } }) {
      const division = registrarOf(caller, registrar);
      const by = { official: caller.subject, at: new Date(ports.now()).toISOString() };
      const after = placeOf(cursor);
      const { cases, next } = mine
        ? await ports.held(division, by, LOOK_FOR_HELD_AMONG, after)
        : await ports.queue(division, Math.min(limit, LOOK_AT), after);
      const read = await ports.cases(cases.map(({ task }) => task));
      const open = read.filter((it) => it.state === 'OPEN' && it.registrar === division);
      return {
        status: 200,
        body: { cases: open.map((it) => caseSummary(it, ports.now())) },
        ...nextLink('/v1/cases', { registrar, mine, limit }, next && cursorOf(next)),
      };
    },

    async takeNextCase({ caller, body: { registrar } }) {
      const division = registrarOf(caller, registrar);
      for (let after: Place | undefined; ; ) {
        const { cases, next } = await ports.queue(division, LOOK_AT, after);
        const read = await ports.cases(cases.map(({ task }) => task));
        for (const it of inTurn(read, caller.subject, ports.now())) {
          const taken = await take(ports, it, caller.subject).catch(unlessTakenByAnother);
          if (taken) return changed(taken);
        }
        if (!next) throw new Problem('not-found');
        after = next;
      }
    },

    async readCase({ parameters: { id }, caller, language }) {
      const read = await own(id, caller);
      const { applicationId, attempt } = attemptOfCase(read.id);
      const record = await ports.record(applicationId, attempt);
      const beside = await ports.beside(record);
      const at = new Date(ports.now()).toISOString();
      const { registrar } = read;
      await ports.noteReading(applicationId, { at, by: caller.subject, registrar, what: 'CASE' });
      return {
        status: 200,
        version: read.version,
        body: caseView(caseIn(record.parts) ?? read, record, language, ports.now(), beside),
      };
    },

    takeCase: (call) =>
      change(call, (read) => {
        const { caller, body } = call;
        if (!body) return take(ports, read, caller.subject);
        if (!isSupervisor(caller)) throw new Problem('supervisor-only');
        return takeOver(ports, read, caller.subject, body.reason);
      }),

    decideCase: (call) =>
      change(call, async (read) => {
        const { ruling, record } = await rulingOf(ports, read, call.caller, call.body);
        const act = record && takesTwo(record, ruling) ? propose : decide;
        return act(ports, read, call.caller.subject, ruling);
      }),

    confirmDecision: (call) =>
      change(call, (read) => {
        const { caller } = call;
        if (!isSupervisor(caller)) throw new Problem('supervisor-only');
        if (read.proposal?.by === caller.subject) throw new Problem('another-official-must');
        return confirm(ports, read, caller.subject);
      }),

    extendCase: (call) =>
      change(call, (read) => {
        allow(read, call.caller, 'EXTEND', ports.now());
        return extend(ports, read, call.caller.subject, call.body.reason);
      }),

    withdrawDecision: (call) =>
      change(call, (read) => {
        const { caller } = call;
        const { state, proposal } = read;
        if (state !== 'OPEN' || !proposal) return withdrawDecision(ports, read, caller.subject);
        if (proposal.by !== caller.subject && !isSupervisor(caller))
          throw new Problem('case-not-held');
        return withdrawProposal(ports, read, caller.subject);
      }),
  };
}

/** Another official was faster, or the index was behind: the next case, then. */
function unlessTakenByAnother(error: unknown): undefined {
  const passed =
    error instanceof DomainError &&
    ['CaseMoved', 'CaseNotHeld', 'NotInThisState'].includes(error.name);
  if (!passed) throw error;
}

const cursorOf = ({ task, order }: Place): string => `${caseIdOf(task)}~${order}`;

/** @throws {Problem} invalid-request for a cursor that we did not give */
function placeOf(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [id, order] = cursor.split('~');
  if (!CaseId.safeParse(id).success || id === undefined || !order) throw unknownCursor();
  return { task: attemptOfCase(id), order };
}
