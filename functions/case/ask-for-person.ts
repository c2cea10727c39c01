import type { ApplicationRecord } from '../application/application.ts';
import { type Case, caseIn, NO_EXECUTION } from '../application/case.ts';
import { DomainError } from '../shared/errors.ts';
import type { AttemptTask } from '../shared/ids.ts';
import type { CaseClock } from './case-clock.ts';
import { newCase } from './open-case.ts';

export interface AskPorts {
  /** moves the application to REFERRED in its owner's name and puts the case, in one transaction */
  open(record: ApplicationRecord, opened: Case, by: string): Promise<'COMMITTED' | 'MOVED'>;
  /** starts the machine in which the case waits; one that is lost, the sweep starts */
  refer(task: AttemptTask): Promise<void>;
  /** the statutory clock, by the holidays that were published */
  clock(): Promise<CaseClock>;
  now(): number;
}

/**
 * An applicant whom the machine alone returned asks for a person (个人信息保护法 art. 24): the same
 * attempt goes to an official with its findings, and the clock starts with the asking. What an official
 * returned, a person has seen.
 *
 * @throws {DomainError} NotInThisState, ApplicationMoved
 */
export async function askForPerson(ports: AskPorts, record: ApplicationRecord): Promise<void> {
  const { application, parts } = record;
  const { id: applicationId, attempt, state, owner } = application;
  if (state !== 'RETURNED' || caseIn(parts))
    throw new DomainError('NotInThisState', { applicationId, state });
  const at = new Date(ports.now()).toISOString();
  const asked = newCase(record, {
    clock: await ports.clock(),
    reason: 'ASKED',
    at,
    openedBy: NO_EXECUTION,
    receivedAt: at,
  });
  if ((await ports.open(record, asked, owner)) === 'MOVED')
    throw new DomainError('ApplicationMoved', { applicationId, attempt });
  await ports.refer({ applicationId, attempt });
}
