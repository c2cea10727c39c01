import type { Application, ApplicationRecord, SentAttempt } from '../application/application.ts';
import { type Case, caseIn, NO_EXECUTION } from '../application/case.ts';
import { type Denial, keysOf } from '../application/denial.ts';
import { claimedBy, isNamedBy } from '../party/signers.ts';
import { DomainError } from '../shared/errors.ts';
import type { AttemptTask } from '../shared/ids.ts';
import type { CaseClock } from './case-clock.ts';
import { newCase } from './open-case.ts';

/** What one denial writes, in one transaction under the versions that were read. */
export interface Denied {
  readonly record: ApplicationRecord;
  readonly denial: Denial;
  /** keyed hashes of all who have denied the application, this person among them */
  readonly denied: readonly string[];
  /** SUBMITTED: the case that it goes to; REFERRED: the case as it is from now on */
  readonly case?: Case;
  /** DRAFT, SIGNING: the attempt without her signatures */
  readonly sent?: SentAttempt;
}

export interface DenyPorts {
  deny(denied: Denied): Promise<'COMMITTED' | 'MOVED'>;
  /** starts the machine in which a case waits for its official */
  refer(task: AttemptTask): Promise<void>;
  /** the statutory clock, by the holidays that were published */
  clock(): Promise<CaseClock>;
  now(): number;
}

/**
 * Stops an open application that a person named in it denies: from now on nothing registers it
 * without an official who has seen the denial. What is submitted goes to him at once; a decision of
 * his that is still held is open again; what is not submitted yet loses her signatures, and is
 * referred when it comes (rule ID-08). Denied twice, it is denied once.
 *
 * @param person keyed hash of who denies
 * @throws {DomainError} NotInThisState for what is over; ApplicationMoved: worth another try
 */
export async function deny(
  ports: DenyPorts,
  record: ApplicationRecord,
  person: string,
  { statement, assertion }: Pick<Denial, 'statement' | 'assertion'>,
): Promise<void> {
  const { application, sent, parts } = record;
  const keys = keysOf(sent, person);
  const [key] = keys;
  if (application.denied?.includes(person)) return;
  if (key === undefined || !isOpen(application)) {
    throw new DomainError('NotInThisState', {
      applicationId: application.id,
      state: application.state,
    });
  }
  const at = new Date(ports.now()).toISOString();
  const open = caseIn(parts);
  const outcome = await ports.deny({
    record,
    denial: {
      schemaVersion: 1,
      person: key,
      at,
      ...(statement !== undefined && { statement }),
      assertion,
    },
    denied: [...(application.denied ?? []), person],
    ...(application.state === 'SUBMITTED' && {
      case: newCase(record, {
        clock: await ports.clock(),
        reason: 'NOT_ME',
        at,
        openedBy: NO_EXECUTION,
        receivedAt: application.submittedAt ?? at,
      }),
    }),
    ...(application.state === 'REFERRED' && open && { case: openAgain(open) }),
    ...(isUnsent(application) && { sent: withoutSignaturesOf(sent, keys) }),
  });
  if (outcome === 'MOVED')
    throw new DomainError('ApplicationMoved', { applicationId: application.id });
  const task = { applicationId: application.id, attempt: application.attempt };
  if (application.state === 'SUBMITTED') await ports.refer(task);
}

const isUnsent = ({ state }: Application): boolean => state === 'DRAFT' || state === 'SIGNING';

const isOpen = (application: Application): boolean =>
  isUnsent(application) || ['SUBMITTED', 'RETURNED', 'REFERRED'].includes(application.state);

/** The official decides anew, with the denial before him. */
function openAgain({ decision: _notYetInEffect, proposal: _unseen, ...open }: Case): Case {
  return { ...open, state: 'OPEN', reason: 'NOT_ME', version: open.version + 1 };
}

/** Nothing is verified here: whatever claims to be her word is taken away. */
const withoutSignaturesOf = (sent: SentAttempt, keys: readonly string[]): SentAttempt => ({
  ...sent,
  signatures: sent.signatures.filter((it) => {
    const claimed = 'assertion' in it ? claimedBy(it.assertion) : undefined;
    return !claimed || !keys.some((key) => isNamedBy(sent.form, key, claimed.person));
  }),
});
