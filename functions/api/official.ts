import type { ApplicationRecord } from '../application/application.ts';
import { type Case, caseIn } from '../application/case.ts';
import { type DecidePorts, decide, take, withdrawDecision } from '../case/decide.ts';
import { DomainError } from '../shared/errors.ts';
import { type AttemptTask, attemptOfCase, CaseId, caseIdOf } from '../shared/ids.ts';
import { caseSummary, caseView } from './case-view.ts';
import type { OFFICIAL_ROUTES } from './official.routes.ts';
import { nextLink, unknownCursor } from './pages.ts';
import { Problem } from './problems.ts';
import type { Answer, Caller, UseCases } from './request.ts';

/** One line of a queue, as the index shows it. */
export interface QueueEntry {
  readonly task: AttemptTask;
  readonly due: string;
}

export interface OfficialPorts extends DecidePorts {
  record(applicationId: string, attempt: number): Promise<ApplicationRecord>;
  read(task: AttemptTask): Promise<Case>;
  queue(
    registrar: string,
    limit: number,
    after?: QueueEntry,
  ): Promise<{ cases: readonly QueueEntry[]; next?: QueueEntry }>;
}

/** Cases looked at before "nothing to take" is said. */
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
    body: caseSummary(next),
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
      const { cases } = await ports.queue(registrarOf(caller, registrar), LOOK_AT);
      for (const { task } of cases) {
        const taken = await ports
          .read(task)
          .then((read) => take(ports, read, caller.subject))
          .catch(unlessTakenByAnother);
        if (taken) return changed(taken);
      }
      throw new Problem('not-found');
    },

    async readCase({ parameters: { id }, caller, language }) {
      const read = await own(id, caller);
      const { applicationId, attempt } = attemptOfCase(read.id);
      const record = await ports.record(applicationId, attempt);
      return {
        status: 200,
        version: read.version,
        body: caseView(caseIn(record.parts) ?? read, record, language),
      };
    },

    takeCase: async ({ parameters: { id }, caller, version }) =>
      changed(await take(ports, await own(id, caller, version), caller.subject)),

    decideCase: async ({ parameters: { id }, caller, version, body }) =>
      changed(await decide(ports, await own(id, caller, version), caller.subject, body)),

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

const cursorOf = ({ task, due }: QueueEntry): string => `${caseIdOf(task)}~${due}`;

/** @throws {Problem} invalid-request for a cursor that we did not give */
function entryOf(cursor: string | undefined): QueueEntry | undefined {
  if (cursor === undefined) return undefined;
  const [id, due] = cursor.split('~');
  if (!CaseId.safeParse(id).success || id === undefined || !due) throw unknownCursor();
  return { task: attemptOfCase(id), due };
}
