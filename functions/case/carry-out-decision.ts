import * as z from 'zod';
import type { ApplicationRecord } from '../application/application.ts';
import { type Case, type CaseDecision, caseIn } from '../application/case.ts';
import { DomainError } from '../shared/errors.ts';
import { AttemptTask } from '../shared/ids.ts';
import { secondsUntil } from './case-clock.ts';

export const CarryOutDecisionTask = AttemptTask;

/** UNDECIDED: withdrawn while it was held, or decided anew and held again. */
export const CarryOutDecisionResult = z.object({
  outcome: z.enum(['REGISTER', 'RETURNED', 'REFUSED', 'UNDECIDED', 'ENDED']),
  secondsToDeadline: z.int().min(1),
});

export interface CarryOutDecisionPorts {
  record(task: AttemptTask): Promise<ApplicationRecord>;
  /** moves the application and closes the case; REFUSE gives name and place back, in the same transaction */
  carryOut(
    record: ApplicationRecord,
    decided: Case,
    decision: CaseDecision,
    at: string,
  ): Promise<'COMMITTED' | 'MOVED'>;
  now(): number;
}

/**
 * Carries out what the official decided, once its hold is over. Registering is left to the one
 * function that registers; this one returns and refuses.
 *
 * @throws {DomainError} CaseMoved: worth another try.
 */
export const carryOutDecision =
  (ports: CarryOutDecisionPorts) =>
  async (task: AttemptTask): Promise<z.infer<typeof CarryOutDecisionResult>> => {
    const record = await ports.record(task);
    const decided = caseIn(record.parts);
    const now = ports.now();
    const { state, attempt } = record.application;
    if (attempt !== task.attempt) return { outcome: 'ENDED', secondsToDeadline: 1 };
    if (state === 'RETURNED' || state === 'REFUSED')
      return { outcome: state, secondsToDeadline: 1 };
    if (state !== 'REFERRED' || !decided || decided.state === 'CLOSED')
      return { outcome: 'ENDED', secondsToDeadline: 1 };

    const { decision } = decided;
    const secondsToDeadline = secondsUntil(decided.due, now);
    if (decided.state === 'OPEN' || !decision || Date.parse(decision.effectiveAt) > now) {
      return { outcome: 'UNDECIDED', secondsToDeadline };
    }
    if (decision.outcome === 'REGISTER') return { outcome: 'REGISTER', secondsToDeadline };

    if (
      (await ports.carryOut(record, decided, decision, new Date(now).toISOString())) === 'MOVED'
    ) {
      throw new DomainError('CaseMoved', {
        applicationId: task.applicationId,
        attempt: task.attempt,
      });
    }
    return { outcome: decision.outcome === 'RETURN' ? 'RETURNED' : 'REFUSED', secondsToDeadline };
  };
