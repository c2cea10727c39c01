import type { Case } from '../application/case.ts';
import { DomainError } from '../shared/errors.ts';
import { type DecidePorts, decide, heldNow, leasedTo, type Ruling } from './decide.ts';

/** Why cases came that can be decided together; what a person denies or what was lost is looked at alone. */
const REASONS: readonly Case['reason'][] = ['REVIEW', 'ASKED', 'TWO_RETURNS'];

/** Whether one rule is all that stands against a case, so that it may be decided together with others. */
export const isAlike = ({ rules, reason, lost, proposal }: Case, rule: string): boolean =>
  rules?.length === 1 && rules[0] === rule && REASONS.includes(reason) && !lost && !proposal;

/** Whether this official has decided it so before: a call that is repeated does nothing twice. */
export const decidedSo = (
  { decision }: Case,
  official: string,
  { outcome, reason }: Pick<Ruling, 'outcome' | 'reason'>,
): boolean =>
  decision?.by === official && decision.outcome === outcome && decision.reason === reason;

/**
 * Takes a case that nobody else holds and decides it, in one write.
 *
 * @throws {DomainError} CaseNotHeld, CaseMoved, NotInThisState
 */
export async function takeAndDecide(
  ports: DecidePorts,
  read: Case,
  official: string,
  ruling: Ruling,
): Promise<Case> {
  const now = ports.now();
  if (heldNow(read, now) && read.holder !== official)
    throw new DomainError('CaseNotHeld', { caseId: read.id });
  return decide(ports, leasedTo(read, official, now), official, ruling);
}
