import * as z from 'zod';
import type { Case } from '../application/case.ts';
import { DomainError } from '../shared/errors.ts';
import { AttemptTask } from '../shared/ids.ts';
import { type CaseClock, secondsUntil } from './case-clock.ts';

/** `execution`: which machine asks; absent in one that waits since before this was told. */
export const EscalateCaseTask = AttemptTask.extend({ execution: z.string().optional() });
/**
 * NOT_DUE: its clock was extended, or its decision came, since the machine began to wait. ENDED: the case
 * is closed, or another execution waits for it.
 */
export const EscalateCaseResult = z.object({
  outcome: z.enum(['ESCALATED', 'NOT_DUE', 'ENDED']),
  secondsToDeadline: z.int().min(1),
});

export interface CasePorts {
  read(task: AttemptTask): Promise<Case>;
  write(next: Case, read: Case): Promise<'WRITTEN' | 'MOVED'>;
  /** the statutory clock, by the holidays that were published */
  clock(): Promise<CaseClock>;
  now(): number;
}

/**
 * The statutory clock ran out: the case is told one level higher, and the machine waits on. The
 * clock never decides. A case whose decision came meanwhile is not escalated. A machine that comes so late
 * that another took its case over has nothing to wait for: two would take turns to escalate.
 *
 * @throws {DomainError} CaseMoved: worth another try.
 */
export const escalateCase =
  (ports: CasePorts) =>
  async ({
    execution,
    ...task
  }: z.infer<typeof EscalateCaseTask>): Promise<z.infer<typeof EscalateCaseResult>> => {
    const read = await ports.read(task);
    const now = ports.now();
    const another = execution !== undefined && read.openedBy !== execution;
    if (read.state === 'CLOSED' || (read.state === 'OPEN' && another))
      return { outcome: 'ENDED', secondsToDeadline: 1 };
    if (read.state === 'DECIDED' || Date.parse(read.due) > now) {
      return { outcome: 'NOT_DUE', secondsToDeadline: secondsUntil(read.due, now) };
    }
    const { provisional: _ofTheLast, ...kept } = read;
    const next: Case = {
      ...kept,
      ...(await ports.clock()).nextEscalation(new Date(now).toISOString()),
      escalations: read.escalations + 1,
      version: read.version + 1,
    };
    if ((await ports.write(next, read)) === 'MOVED')
      throw new DomainError('CaseMoved', { ...task });
    return { outcome: 'ESCALATED', secondsToDeadline: secondsUntil(next.due, now) };
  };
