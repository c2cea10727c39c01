import type {
  Application,
  ApplicationRecord,
  Move,
  SentAttempt,
} from '../application/application.ts';
import type { HoldPorts, Wanted } from '../application/holds.ts';
import type { IntentClaim } from '../application/intent-claim.ts';
import type { Host } from '../cluster/host.ts';
import type { AttemptTask } from '../shared/ids.ts';

/** What a new application's head is made from. */
export type NewApplication = Pick<
  Application,
  'id' | 'attempt' | 'owner' | 'registrar' | 'row' | 'createdAt' | 'updatedAt' | 'submittedAt'
>;

/** The application's records, as intake changes them; every change is one transaction. */
export interface IntakeRecords {
  /** @throws {DomainError} ApplicationNotFound */
  record(applicationId: string, attempt?: number): Promise<ApplicationRecord>;
  /**
   * RESERVED: one that is submitted at once came into being together with its name; HELD: with a place too
   *
   * @param host where it is to be at a host's
   */
  create(
    head: NewApplication,
    sent: SentAttempt,
    move: Omit<Move, 'change'>,
    host?: Host,
  ): Promise<'HELD' | 'RESERVED' | 'COMMITTED' | 'EXISTS'>;
  edit(
    record: ApplicationRecord,
    sent: SentAttempt,
    at: string,
    beside?: Pick<Move, 'change' | 'part'>,
  ): Promise<'COMMITTED' | 'MOVED'>;
  /** `released` is given back and `passed` changes hands in the same transaction; a withdrawal closes the open case with it */
  move(
    record: ApplicationRecord,
    move: Move,
    sent?: SentAttempt,
    released?: Wanted,
    passed?: PassedClaim,
  ): Promise<'COMMITTED' | 'MOVED'>;
}

/** A client's intention that passes from one application to another. */
export interface PassedClaim {
  readonly intent: string;
  readonly from: IntentClaim;
  readonly to: IntentClaim;
}

export interface IntakePorts extends IntakeRecords, HoldPorts {
  /** runs `registration` to its end; a failed run leaves the application SUBMITTED for the sweep */
  register(task: AttemptTask): Promise<void>;
  now(): number;
}
