import type { Case } from '../application/case.ts';
import { DomainError } from '../shared/errors.ts';
import type { CaseClock } from './case-clock.ts';

export interface ExtendPorts {
  write(next: Case, read: Case): Promise<'WRITTEN' | 'MOVED'>;
  /** the statutory clock, by the holidays that were published */
  clock(): Promise<CaseClock>;
  now(): number;
}

/**
 * Extends the statutory clock of an open case by three working days (实施细则 art. 18): once, before it
 * has run out, by the registrar's head and with his reason. The machine waits on: it finds the case not
 * due when its old time is over.
 *
 * @throws {DomainError} NotInThisState when it was extended, is overdue or decided; CaseMoved
 */
export async function extend(
  ports: ExtendPorts,
  read: Case,
  by: string,
  reason: string,
): Promise<Case> {
  const now = ports.now();
  const late = read.escalations > 0 || Date.parse(read.due) <= now;
  if (read.state !== 'OPEN' || read.extension || late)
    throw new DomainError('NotInThisState', { caseId: read.id });
  const { provisional: _ofTheFirst, ...kept } = read;
  const next: Case = {
    ...kept,
    ...(await ports.clock()).extendedFrom(read.due),
    extension: { by, at: new Date(now).toISOString(), reason },
    version: read.version + 1,
  };
  if ((await ports.write(next, read)) === 'MOVED')
    throw new DomainError('CaseMoved', { caseId: read.id });
  return next;
}
