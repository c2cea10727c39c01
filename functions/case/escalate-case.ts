import * as z from 'zod';
import type { Case } from '../application/case.ts';
import { DomainError } from '../shared/errors.ts';
import { AttemptTask } from '../shared/ids.ts';
import { nextEscalation, secondsUntil } from './case-clock.ts';

export const EscalateCaseTask = AttemptTask;
export const EscalateCaseResult = z.object({
  outcome: z.enum(['ESCALATED', 'ENDED']),
  secondsToDeadline: z.int().min(1),
});

export interface CasePorts {
  read(task: AttemptTask): Promise<Case>;
  write(next: Case, read: Case): Promise<'WRITTEN' | 'MOVED'>;
  now(): number;
}

/**
 * The statutory clock ran out: the case is told one level higher, and the machine waits on. The
 * clock never decides. A case whose decision came meanwhile is not escalated.
 *
 * @throws {DomainError} CaseMoved: worth another try.
 */
export const escalateCase =
  (ports: CasePorts) =>
  async (task: AttemptTask): Promise<z.infer<typeof EscalateCaseResult>> => {
    const read = await ports.read(task);
    const now = ports.now();
    if (read.state === 'CLOSED') return { outcome: 'ENDED', secondsToDeadline: 1 };
    if (read.state === 'DECIDED' || Date.parse(read.due) > now) {
      return { outcome: 'ESCALATED', secondsToDeadline: secondsUntil(read.due, now) };
    }
    const due = nextEscalation(new Date(now).toISOString());
    const next: Case = {
      ...read,
      due,
      escalations: read.escalations + 1,
      version: read.version + 1,
    };
    if ((await ports.write(next, read)) === 'MOVED')
      throw new DomainError('CaseMoved', { ...task });
    return { outcome: 'ESCALATED', secondsToDeadline: secondsUntil(due, now) };
  };
