import * as z from 'zod';
import type { Case } from '../application/case.ts';
import { DomainError } from '../shared/errors.ts';
import { AttemptTask } from '../shared/ids.ts';
import { secondsUntil } from './case-clock.ts';
import type { CasePorts } from './escalate-case.ts';

export const ReopenCaseTask = AttemptTask;
export const ReopenCaseResult = z.object({
  outcome: z.enum(['REOPENED']),
  secondsToDeadline: z.int().min(1),
});

/**
 * Name or place were lost after the official decided to register: the case goes back to him, with
 * what happened. His decision is not carried out in part.
 *
 * @throws {DomainError} CaseMoved: worth another try.
 */
export const reopenCase =
  (ports: Omit<CasePorts, 'clock'>) =>
  async (task: AttemptTask): Promise<z.infer<typeof ReopenCaseResult>> => {
    const read = await ports.read(task);
    const secondsToDeadline = secondsUntil(read.due, ports.now());
    if (read.state !== 'DECIDED') return { outcome: 'REOPENED', secondsToDeadline };
    const { decision: _carriedOutInVain, ...kept } = read;
    const next: Case = { ...kept, state: 'OPEN', lost: true, version: read.version + 1 };
    if ((await ports.write(next, read)) === 'MOVED')
      throw new DomainError('CaseMoved', { ...task });
    return { outcome: 'REOPENED', secondsToDeadline };
  };
