import * as z from 'zod';
import type { Case } from '../application/case.ts';
import { DomainError } from '../shared/errors.ts';
import { AttemptTask } from '../shared/ids.ts';
import { nextEscalation, secondsUntil } from './case-clock.ts';

export const EscalateCaseTask = AttemptTask;
/** NOT_DUE: its clock was extended, or its decision came, since the machine began to wait. */
export const EscalateCaseResult = z.object({
  outcome: z.enum(['ESCALATED', 'NOT_DUE', 'ENDED']),
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
      return { outcome: 'NOT_DUE', secondsToDeadline: secondsUntil(read.due, now) };
    }
    const { provisional: _ofTheLast, ...kept } = read;
    const next: Case = {
      ...kept,
      ...nextEscalation(new Date(now).toISOString()),
      escalations: read.escalations + 1,
      version: read.version + 1,
    };
    if ((await ports.write(next, read)) === 'MOVED')
      throw new DomainError('CaseMoved', { ...task });
    return { outcome: 'ESCALATED', secondsToDeadline: secondsUntil(next.due, now) };
  };
