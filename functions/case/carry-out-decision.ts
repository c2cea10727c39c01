import * as z from 'zod';
import type { ApplicationRecord } from '../application/application.ts';
import { type Case, type CaseDecision, caseIn } from '../application/case.ts';
import { DomainError } from '../shared/errors.ts';
import { AttemptTask } from '../shared/ids.ts';
import { secondsUntil } from './case-clock.ts';

export const CarryOutDecisionTask = AttemptTask;

/** UNDECIDED: withdrawn while it was held, or decided anew and held again. */
export const CarryOutDecisionResult = z.object({
  outcome: z.enum(['REGISTER', 'RETURNED', 'REFUSED', 'HANDED_OVER', 'UNDECIDED', 'ENDED']),
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
  /** ends it here and brings it into being at the other registrar, in one transaction */
  handOver(
    record: ApplicationRecord,
    decided: Case,
    decision: HandOver,
    at: string,
  ): Promise<'COMMITTED' | 'MOVED'>;
  /** starts `registration`; one that is lost, the sweep starts again */
  register(task: AttemptTask): Promise<void>;
  now(): number;
}

/**
 * Carries out what the official decided, once its hold is over. Registering is left to the one
 * function that registers; this one returns, refuses and hands over.
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
    if (state === 'HANDED_OVER') return arrived(ports, record.application.handedOverTo);
    if (state !== 'REFERRED' || !decided || decided.state === 'CLOSED')
      return { outcome: 'ENDED', secondsToDeadline: 1 };

    const { decision } = decided;
    const secondsToDeadline = secondsUntil(decided.due, now);
    if (decided.state === 'OPEN' || !decision || Date.parse(decision.effectiveAt) > now) {
      return { outcome: 'UNDECIDED', secondsToDeadline };
    }
    if (decision.outcome === 'REGISTER') return { outcome: 'REGISTER', secondsToDeadline };

    const at = new Date(now).toISOString();
    const handOver = asHandOver(decision);
    const outcome = handOver
      ? await ports.handOver(record, decided, handOver, at)
      : await ports.carryOut(record, decided, decision, at);
    if (outcome === 'MOVED') {
      throw new DomainError('CaseMoved', {
        applicationId: task.applicationId,
        attempt: task.attempt,
      });
    }
    if (handOver) return arrived(ports, handOver.handedOverTo);
    return { outcome: decision.outcome === 'RETURN' ? 'RETURNED' : 'REFUSED', secondsToDeadline };
  };

/** A hand-over as an official decided it: where to, and what it becomes there. */
export type HandOver = CaseDecision & { readonly to: string; readonly handedOverTo: string };

function asHandOver(decision: CaseDecision): HandOver | undefined {
  if (decision.outcome !== 'HAND_OVER') return undefined;
  const { to, handedOverTo } = decision;
  if (!to || !handedOverTo) throw new RangeError('a hand-over that does not say where to');
  return { ...decision, to, handedOverTo };
}

/** Begins at the other registrar; a second run begins once more, which is found done. */
async function arrived(
  ports: CarryOutDecisionPorts,
  handedOverTo: string | undefined,
): Promise<z.infer<typeof CarryOutDecisionResult>> {
  if (handedOverTo) await ports.register({ applicationId: handedOverTo, attempt: 1 });
  return { outcome: 'HANDED_OVER', secondsToDeadline: 1 };
}
