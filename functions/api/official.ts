import { type Case, caseIn } from '../application/case.ts';
import type { ReadLog } from '../application/read-log.ts';
import { type DecidePorts, decide, heldNow, take, withdrawDecision } from '../case/decide.ts';
import { type ExtendPorts, extend } from '../case/extend.ts';
import { DomainError } from '../shared/errors.ts';
import { type AttemptTask, attemptOfCase, CaseId, caseIdOf } from '../shared/ids.ts';
import { caseSummary, caseView } from './case-view.ts';
import type { OFFICIAL_ROUTES } from './official.routes.ts';
import { nextLink, unknownCursor } from './pages.ts';
import { Problem } from './problems.ts';
import type { Answer, Caller, UseCases } from './request.ts';
import { allow, type RulingPorts, rulingOf } from './ruling.ts';

/** One line of a queue, as the index shows it. */
export interface QueueEntry {
  readonly task: AttemptTask;
  readonly due: string;
  readonly order: string;
}

export interface OfficialPorts extends DecidePorts, ExtendPorts, RulingPorts {
  readonly noteReading: ReadLog;
  read(task: AttemptTask): Promise<Case>;
  queue(
    registrar: string,
    limit: number,
    after?: QueueEntry,
  ): Promise<{ cases: readonly QueueEntry[]; next?: QueueEntry }>;
}

/** Cases looked at together. Whatever is held already is left out, so the next page is asked for seldom. */
const LOOK_AT = 50;

/** What an official does, on the ports that its handler joins. */
export function officialUseCases(ports: OfficialPorts): UseCases<typeof OFFICIAL_ROUTES> {
  /** A case of one of the caller's registrars; another registrar's does not exist for him. */
  const own = async (
    id: string | undefined,
    { registrars }: Caller,
    version?: number,
  ): Promise<Case> => {
    if (id === undefined || !CaseId.safeParse(id).success) throw new Problem('not-found');
    const read = await ports.read(attemptOfCase(id));
    if (!registrars.includes(read.registrar)) throw new Problem('not-found');
    if (version !== undefined && read.version !== version)
      throw new DomainError('CaseMoved', { caseId: id });
    return read;
  };

  const changed = (next: Case): Answer => ({
    status: 200,
    version: next.version,
    body: caseSummary(next, ports.now()),
  });

  /** The one registrar asked for, or the caller's first; never one that the token does not name. */
  const registrarOf = ({ registrars }: Caller, asked: string | undefined): string => {
    const registrar = asked ?? registrars[0];
    if (registrar === undefined || !registrars.includes(registrar)) throw new Problem('not-found');
    return registrar;
  };

  return {
    async listCases({ caller, query: { registrar, limit, cursor } }) {
      const { cases, next } = await ports.queue(
        registrarOf(caller, registrar),
        limit,
        entryOf(cursor),
      );
      const listed = cases.map(({ task, due }) => ({ id: caseIdOf(task), due }));
      return {
        status: 200,
        body: { cases: listed },
        ...nextLink('/v1/cases', { registrar, limit }, next && cursorOf(next)),
      };
    },

    async takeNextCase({ caller, body: { registrar } }) {
      const division = registrarOf(caller, registrar);
      for (let after: QueueEntry | undefined; ; ) {
        const { cases, next } = await ports.queue(division, LOOK_AT, after);
        for (const { task } of cases) {
          const read = await ports.read(task);
          if (heldNow(read, ports.now())) continue;
          const taken = await take(ports, read, caller.subject).catch(unlessTakenByAnother);
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
      const at = new Date(ports.now()).toISOString();
      await ports.noteReading(applicationId, { at, by: caller.subject, what: 'CASE' });
      return {
        status: 200,
        version: read.version,
        body: caseView(caseIn(record.parts) ?? read, record, language, ports.now()),
      };
    },

    takeCase: async ({ parameters: { id }, caller, version }) =>
      changed(await take(ports, await own(id, caller, version), caller.subject)),

    async decideCase({ parameters: { id }, caller, version, body }) {
      const read = await own(id, caller, version);
      return changed(
        await decide(ports, read, caller.subject, await rulingOf(ports, read, caller, body)),
      );
    },

    async extendCase({ parameters: { id }, caller, version, body: { reason } }) {
      const read = await own(id, caller, version);
      allow(read, caller, 'EXTEND', ports.now());
      return changed(await extend(ports, read, caller.subject, reason));
    },

    withdrawDecision: async ({ parameters: { id }, caller, version }) =>
      changed(await withdrawDecision(ports, await own(id, caller, version), caller.subject)),
  };
}

/** Another official was faster, or the index was behind: the next case, then. */
function unlessTakenByAnother(error: unknown): undefined {
  const passed =
    error instanceof DomainError &&
    ['CaseMoved', 'CaseNotHeld', 'NotInThisState'].includes(error.name);
  if (!passed) throw error;
}

const cursorOf = ({ task, order }: QueueEntry): string => `${caseIdOf(task)}~${order}`;

/** @throws {Problem} invalid-request for a cursor that we did not give */
function entryOf(cursor: string | undefined): QueueEntry | undefined {
  if (cursor === undefined) return undefined;
  const [id, order] = cursor.split('~');
  const [due = ''] = order?.split('#') ?? [];
  if (!CaseId.safeParse(id).success || id === undefined || !order) throw unknownCursor();
  return { task: attemptOfCase(id), due, order };
}
