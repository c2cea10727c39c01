import type { Case, CaseDecision } from '../application/case.ts';
import { DomainError } from '../shared/errors.ts';
import { type Woken, wokenBy } from './await-decision.ts';

/** What an official decides; a hand-over with where to, and the id that the application has there. */
export type Ruling = Omit<CaseDecision, 'by' | 'at' | 'effectiveAt'>;

/** How long a taken case is an official's own without another sign of him, in milliseconds. */
const LEASE_MS = 15 * 60_000;

export interface DecidePorts {
  write(next: Case, read: Case): Promise<'WRITTEN' | 'MOVED'>;
  wake(taskToken: string, woken: Woken): Promise<void>;
  /** between decision and effect: the time in which it can be taken back */
  readonly holdSeconds: number;
  now(): number;
}

/** Whether somebody holds it, whoever it is. */
export const heldNow = (
  { holder, leaseUntil }: Pick<Case, 'holder' | 'leaseUntil'>,
  now: number,
): boolean => holder !== undefined && leaseUntil !== undefined && Date.parse(leaseUntil) > now;

/** The same case, an official's own from now on. */
export const leasedTo = (read: Case, official: string, now: number): Case => ({
  ...read,
  holder: official,
  leaseUntil: new Date(now + LEASE_MS).toISOString(),
});

/** Writes the next version of a case under the one that was read. */
export async function written(
  ports: DecidePorts,
  next: Omit<Case, 'version'>,
  read: Case,
): Promise<Case> {
  const whole: Case = { ...next, version: read.version + 1 };
  if ((await ports.write(whole, read)) === 'MOVED')
    throw new DomainError('CaseMoved', { caseId: read.id });
  return whole;
}

/**
 * Takes a case, or renews the lease on one's own. Only people hold leases, and a lease decides
 * nothing: the version does.
 *
 * @throws {DomainError} CaseNotHeld while another holds it; NotInThisState when it is decided
 */
export async function take(ports: DecidePorts, read: Case, official: string): Promise<Case> {
  const now = ports.now();
  if (read.state !== 'OPEN') throw new DomainError('NotInThisState', { caseId: read.id });
  if (heldNow(read, now) && read.holder !== official)
    throw new DomainError('CaseNotHeld', { caseId: read.id });
  return written(ports, leasedTo(read, official, now), read);
}

/** @throws {DomainError} NotInThisState, CaseNotHeld where it is not this official's to decide */
export function mustHold(read: Case, official: string, now: number): void {
  if (read.state !== 'OPEN') throw new DomainError('NotInThisState', { caseId: read.id });
  if (!heldNow(read, now) || read.holder !== official)
    throw new DomainError('CaseNotHeld', { caseId: read.id });
}

/**
 * Commits an official's decision, fenced by the version that he read, and only then wakes the
 * machine. A waking that is lost is made up for by the sweep.
 *
 * @throws {DomainError} CaseNotHeld, CaseMoved, NotInThisState
 */
export async function decide(
  ports: DecidePorts,
  read: Case,
  official: string,
  ruling: Ruling,
): Promise<Case> {
  mustHold(read, official, ports.now());
  return decided(ports, read, { ...ruling, by: official, at: new Date(ports.now()).toISOString() });
}

/** Writes a decision, held from now on, and wakes the machine. */
export async function decided(
  ports: DecidePorts,
  read: Case,
  made: Omit<CaseDecision, 'effectiveAt'>,
): Promise<Case> {
  const now = ports.now();
  const { proposal: _itIsOver, ...open } = read;
  const decision: CaseDecision = {
    ...made,
    effectiveAt: new Date(now + ports.holdSeconds * 1000).toISOString(),
  };
  const next = await written(ports, { ...open, state: 'DECIDED', decision }, read);
  if (next.taskToken) await ports.wake(next.taskToken, wokenBy(next, now));
  return next;
}

/**
 * Takes a decision back while it is held; the case is open again and still his. Of a decision that two
 * made, either does.
 *
 * @throws {DomainError} NotInThisState when the hold is over; CaseNotHeld when another decided
 */
export async function withdrawDecision(
  ports: DecidePorts,
  read: Case,
  official: string,
): Promise<Case> {
  const now = ports.now();
  const { decision, ...open } = read;
  if (read.state !== 'DECIDED' || !decision || Date.parse(decision.effectiveAt) <= now) {
    throw new DomainError('NotInThisState', { caseId: read.id });
  }
  if (![decision.by, decision.confirmedBy].includes(official))
    throw new DomainError('CaseNotHeld', { caseId: read.id });
  return written(ports, leasedTo({ ...open, state: 'OPEN' }, official, now), read);
}
