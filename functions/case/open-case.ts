import * as z from 'zod';
import type { ApplicationRecord } from '../application/application.ts';
import { type Case, caseIn, NO_EXECUTION } from '../application/case.ts';
import { decidingRegistrar } from '../application/deciding-registrar.ts';
import { decisionsIn } from '../application/decision.ts';
import type { ApplicationForm } from '../application/form.ts';
import type { Measured } from '../application/measured.ts';
import { registrarOf } from '../registrar/registrars.ts';
import { favourKept } from '../review/favour.ts';
import { legalDateOf } from '../shared/days.ts';
import { DomainError } from '../shared/errors.ts';
import { AttemptTask, caseIdOf } from '../shared/ids.ts';
import { type CaseClock, RELEASED_CLOCK, secondsUntil } from './case-clock.ts';

export const OpenCaseTask = AttemptTask.extend({ execution: z.string() });
export const OpenCaseResult = z.object({
  outcome: z.enum(['OPENED', 'ALREADY_OPEN', 'ENDED']),
  /** until the clock runs out */
  secondsToDeadline: z.int().min(1),
});

export interface OpenCasePorts {
  record(task: AttemptTask): Promise<ApplicationRecord>;
  /** moves the application to REFERRED and puts the case, if absent, in one transaction */
  open(record: ApplicationRecord, opened: Case): Promise<'COMMITTED' | 'MOVED'>;
  write(next: Case, read: Case): Promise<'WRITTEN' | 'MOVED'>;
  /** the statutory clock, by the holidays that were published */
  clock(): Promise<CaseClock>;
  now(): number;
}

/** Officials of no registrar in particular: the form names none that exists. */
const NO_REGISTRAR = '000000';

/** A machine that waits keeps its token at once and escalates when the clock runs out; one that is so late is gone. In milliseconds. */
const GONE_AFTER_MS = 60_000;

/**
 * Opens the case of a referred attempt, once. A second execution finds it open and ends; the one
 * that opened it finds its own name and goes on after a lost answer. A case whose execution is gone,
 * or that an applicant opened, is taken over; a decided one goes on with any execution: the sweep
 * starts one where the first is gone.
 *
 * @throws {DomainError} ApplicationMoved, CaseMoved: worth another try.
 */
export const openCase =
  (ports: OpenCasePorts) =>
  async (task: z.infer<typeof OpenCaseTask>): Promise<z.infer<typeof OpenCaseResult>> => {
    const record = await ports.record(task);
    const now = ports.now();
    const there = caseIn(record.parts);
    if (there) {
      const secondsToDeadline = secondsUntil(there.due, now);
      const own = there.openedBy === task.execution || there.state === 'DECIDED';
      if (!own && !isAbandoned(there, now)) return { outcome: 'ALREADY_OPEN', secondsToDeadline };
      if (!own) await takeOver(ports, there, task);
      return { outcome: 'OPENED', secondsToDeadline };
    }
    const { application } = record;
    if (application.state !== 'SUBMITTED' || application.attempt !== task.attempt) {
      return { outcome: 'ENDED', secondsToDeadline: 1 };
    }
    const at = new Date(now).toISOString();
    const submittedAt = application.submittedAt ?? at;
    const opened = newCase(record, {
      clock: await ports.clock(),
      reason: reasonOf(record),
      at,
      openedBy: task.execution,
      receivedAt: submittedAt,
    });
    if ((await ports.open(record, opened)) === 'MOVED') {
      throw new DomainError('ApplicationMoved', {
        applicationId: application.id,
        attempt: task.attempt,
      });
    }
    return { outcome: 'OPENED', secondsToDeadline: secondsUntil(opened.due, now) };
  };

/** @param receivedAt from when the statutory clock runs */
export function newCase(
  { application, sent, parts }: ApplicationRecord,
  {
    reason,
    at,
    openedBy,
    receivedAt,
    clock = RELEASED_CLOCK,
  }: Pick<Case, 'reason' | 'openedBy'> & {
    readonly at: string;
    readonly receivedAt: string;
    readonly clock?: CaseClock;
  },
): Case {
  const deciding = decidingRegistrar(application, sent.form);
  const registrar = registrarOf(deciding, legalDateOf(receivedAt))?.division ?? NO_REGISTRAR;
  return {
    schemaVersion: 1,
    id: caseIdOf({ applicationId: application.id, attempt: application.attempt }),
    state: 'OPEN',
    version: 1,
    registrar,
    reason,
    openedAt: at,
    openedBy,
    ...clock.deadlineOf(receivedAt),
    escalations: 0,
    ...favouredBy(sent.form, parts),
    ...foundIn(parts),
    measured: measuredCase({ application, sent, parts }, registrar, receivedAt),
  };
}

/** An ordinary case says nothing of it. */
function favouredBy(
  form: ApplicationForm,
  parts: ApplicationRecord['parts'],
): Pick<Case, 'favour'> {
  const found = favourKept(form, decisionsIn(parts).at(-1)?.facts);
  return found && found.rank !== 'ORDINARY' ? { favour: found } : {};
}

/** A warning stands against nothing. */
function foundIn(parts: ApplicationRecord['parts']): Pick<Case, 'rules'> {
  const findings = decisionsIn(parts).at(-1)?.findings ?? [];
  const against = findings.filter(({ consequence }) => consequence !== 'WARN');
  const rules = [...new Set(against.map(({ rule }) => rule))].sort();
  return rules.length > 0 ? { rules } : {};
}

/** What its decision will be counted by: as what the machine decided was, or, where it did not, by what is known without it. */
function measuredCase(
  { application: { row, createdAt }, sent: { form }, parts }: ApplicationRecord,
  registrar: string,
  receivedAt: string,
): Measured {
  return {
    bundle: form.scope?.bundle ? 'OTHER' : 'NONE',
    lane: row ? 'BATCH' : 'SINGLE',
    source: form.mandate ? 'AGENT' : 'SELF',
    takenInAt: createdAt,
    ...decisionsIn(parts).at(-1)?.measured,
    registrar,
    submittedAt: receivedAt,
  };
}

const isAbandoned = ({ state, openedBy, openedAt, due, taskToken }: Case, now: number): boolean =>
  state === 'OPEN' &&
  (openedBy === NO_EXECUTION ||
    Date.parse(taskToken === undefined ? openedAt : due) + GONE_AFTER_MS < now);

/** The token was the execution's that is gone. Which one waits is no fact of the case: it changes no version. */
async function takeOver(
  ports: OpenCasePorts,
  read: Case,
  { execution, ...task }: z.infer<typeof OpenCaseTask>,
): Promise<void> {
  const { taskToken: _gone, ...kept } = read;
  const next: Case = { ...kept, openedBy: execution };
  if ((await ports.write(next, read)) === 'MOVED') throw new DomainError('CaseMoved', { ...task });
}

function reasonOf({ parts }: ApplicationRecord): Case['reason'] {
  const { verdict, insteadOfReturn } = decisionsIn(parts).at(-1) ?? {};
  if (insteadOfReturn) return insteadOfReturn;
  if (verdict === 'REFER') return 'REVIEW';
  return verdict === 'APPROVE' ? 'LOST_TWICE' : 'TECHNICAL';
}
