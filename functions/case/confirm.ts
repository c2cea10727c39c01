import type { ApplicationRecord } from '../application/application.ts';
import type { Case } from '../application/case.ts';
import { decisionsIn } from '../application/decision.ts';
import { DomainError } from '../shared/errors.ts';
import { type DecidePorts, decided, leasedTo, mustHold, type Ruling, written } from './decide.ts';

/**
 * Whether a ruling takes two, one who proposes and another who confirms: it registers against a bar in
 * law that the review has found (PROPOSE_REFUSAL), or what no review has looked at for bars, since it
 * failed or a person said “not me” before it.
 */
export function takesTwo(
  { parts }: Pick<ApplicationRecord, 'parts'>,
  { outcome }: Pick<Ruling, 'outcome'>,
): boolean {
  const review = decisionsIn(parts).at(-1);
  const barred = review?.findings.some(({ consequence }) => consequence === 'PROPOSE_REFUSAL');
  return outcome === 'REGISTER' && barred !== false;
}

/**
 * Proposes a decision, fenced by the version that was read. The case stays open, so clock, escalation and
 * what its persons may do go on; whoever holds it may still decide otherwise.
 *
 * @throws {DomainError} CaseNotHeld, CaseMoved, NotInThisState
 */
export async function propose(
  ports: DecidePorts,
  read: Case,
  official: string,
  { outcome, reason }: Ruling,
): Promise<Case> {
  mustHold(read, official, ports.now());
  const at = new Date(ports.now()).toISOString();
  return written(ports, { ...read, proposal: { outcome, reason, by: official, at } }, read);
}

/**
 * Confirms what another proposed: from now on it is decided, and held as any decision is. By the version
 * that was read, so that nobody confirms what he has not seen.
 *
 * @throws {DomainError} NotInThisState where nothing is proposed; CaseMoved
 */
export async function confirm(ports: DecidePorts, read: Case, official: string): Promise<Case> {
  const { state, proposal } = read;
  if (state !== 'OPEN' || !proposal || proposal.by === official)
    throw new DomainError('NotInThisState', { caseId: read.id });
  return decided(ports, read, { ...proposal, confirmedBy: official });
}

/** Takes a proposal back, which nothing has followed from; the case is this official's again. */
export async function withdrawProposal(
  ports: DecidePorts,
  read: Case,
  official: string,
): Promise<Case> {
  const { proposal: _takenBack, ...open } = read;
  return written(ports, leasedTo(open, official, ports.now()), read);
}
