import type { Case } from '../application/case.ts';
import { DomainError } from '../shared/errors.ts';
import { type DecidePorts, heldNow, leasedTo, take, written } from './decide.ts';

/** So many are kept of one case. */
const KEPT = 20;

/**
 * Takes a case from the official who holds it, with the reason, which stays with the case. What he
 * sends after it is refused by its version, as any late write is. Of one that nobody else holds nothing is taken over.
 *
 * @throws {DomainError} NotInThisState when it is decided; CaseMoved
 */
export async function takeOver(
  ports: DecidePorts,
  read: Case,
  supervisor: string,
  reason: string,
): Promise<Case> {
  const now = ports.now();
  const { state, holder, takeOvers = [] } = read;
  if (state !== 'OPEN') throw new DomainError('NotInThisState', { caseId: read.id });
  if (!heldNow(read, now) || holder === undefined || holder === supervisor)
    return take(ports, read, supervisor);
  const event = { from: holder, by: supervisor, at: new Date(now).toISOString(), reason };
  return written(
    ports,
    { ...leasedTo(read, supervisor, now), takeOvers: [...takeOvers, event].slice(-KEPT) },
    read,
  );
}
