import * as z from 'zod';
import type { ApplicationRecord } from '../application/application.ts';
import { type Case, caseIn } from '../application/case.ts';
import { decisionsIn } from '../application/decision.ts';
import { registrarOf } from '../registrar/registrars.ts';
import { legalDateOf } from '../shared/calendar.ts';
import { DomainError } from '../shared/errors.ts';
import { AttemptTask, caseIdOf } from '../shared/ids.ts';
import { dueOf, secondsUntil } from './case-clock.ts';

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
  now(): number;
}

/** Officials of no registrar in particular: the form names none that exists. */
const NO_REGISTRAR = '000000';

/**
 * Opens the case of a referred attempt, once. A second execution finds it open and ends; the one
 * that opened it finds its own name and goes on after a lost answer. A decided case goes on with any
 * execution: the sweep starts one where the first is gone.
 *
 * @throws {DomainError} ApplicationMoved: worth another try.
 */
export const openCase =
  (ports: OpenCasePorts) =>
  async (task: z.infer<typeof OpenCaseTask>): Promise<z.infer<typeof OpenCaseResult>> => {
    const record = await ports.record(task);
    const now = ports.now();
    const there = caseIn(record.parts);
    if (there) {
      const goesOn = there.openedBy === task.execution || there.state === 'DECIDED';
      return {
        outcome: goesOn ? 'OPENED' : 'ALREADY_OPEN',
        secondsToDeadline: secondsUntil(there.due, now),
      };
    }
    const { application, sent } = record;
    if (application.state !== 'SUBMITTED' || application.attempt !== task.attempt) {
      return { outcome: 'ENDED', secondsToDeadline: 1 };
    }
    const at = new Date(now).toISOString();
    const submittedAt = application.submittedAt ?? at;
    const opened: Case = {
      schemaVersion: 1,
      id: caseIdOf(task),
      state: 'OPEN',
      version: 1,
      registrar:
        registrarOf(sent.form.registrar, legalDateOf(submittedAt))?.division ?? NO_REGISTRAR,
      reason: reasonOf(record),
      openedAt: at,
      openedBy: task.execution,
      due: dueOf(submittedAt),
      escalations: 0,
    };
    if ((await ports.open(record, opened)) === 'MOVED') {
      throw new DomainError('ApplicationMoved', {
        applicationId: application.id,
        attempt: task.attempt,
      });
    }
    return { outcome: 'OPENED', secondsToDeadline: secondsUntil(opened.due, now) };
  };

function reasonOf({ parts }: ApplicationRecord): Case['reason'] {
  const verdict = decisionsIn(parts).at(-1)?.verdict;
  if (verdict === 'REFER') return 'REVIEW';
  return verdict === 'APPROVE' ? 'LOST_TWICE' : 'TECHNICAL';
}
