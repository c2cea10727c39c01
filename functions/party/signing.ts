import * as z from 'zod';
import type { ApplicationRecord } from '../application/application.ts';
import { type ApplicationForm, PersonKey } from '../application/form.ts';
import { identityOf } from '../application/form-places.ts';
import { lapsesAt } from '../application/waiting.ts';
import { Instant } from '../shared/calendar.ts';
import { sha256 } from '../shared/digest.ts';
import { ApplicationId, Attempt, type AttemptTask, SigningId } from '../shared/ids.ts';
import { missingSignersOf } from './missing-signers.ts';
import { type Signer, signersOf } from './signers.ts';

/** A link by which one person signs everything that he has to sign of one attempt. */
export const Signing = z.object({
  schemaVersion: z.literal(1),
  id: SigningId,
  applicationId: ApplicationId,
  attempt: Attempt,
  person: PersonKey,
  /** SHA-256 of the link's secret, which nobody keeps but the person */
  secretHash: z.string(),
  /** SHA-256 of the secret and of whom the form named: a link is no other person's after an edit */
  whom: z.string(),
  madeAt: Instant,
  openUntil: Instant,
  /** when the person opened it first */
  openedAt: Instant.optional(),
});
export type Signing = z.infer<typeof Signing>;

/** Links to sign, and which assertions were used by which. */
export interface SigningRecords {
  /** in the place of the link that was there: the old secret opens nothing any more */
  keep(signing: Signing): Promise<void>;
  signing(id: SigningId): Promise<Signing | undefined>;
  /** many at once, a hundred a request; those that were never made are left out */
  signings(ids: readonly SigningId[]): Promise<ReadonlyMap<SigningId, Signing>>;
  /** notes the first opening; a link that was replaced meanwhile is left alone */
  opened(signing: Signing, at: Instant): Promise<void>;
  /**
   * An assertion signs once: put if absent under its digest. REPLAYED: another signing used it
   * before; the same one may come again and go on where it stopped.
   */
  use(assertion: string, signing: SigningId, now: number): Promise<'USED' | 'REPLAYED'>;
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The one signing of a person of an attempt, so that asking twice asks for the same: the time of the
 * application's ULID, and 80 bits of a digest.
 */
export async function signingIdOf(
  { applicationId, attempt }: AttemptTask,
  person: string,
): Promise<SigningId> {
  const digest = await sha256(`${applicationId}#${attempt}#${person}`);
  const digits = BigInt(`0x${digest.slice(0, 20)}`)
    .toString(32)
    .padStart(16, '0');
  const tail = [...digits].map((digit) => CROCKFORD[Number.parseInt(digit, 32)]);
  return SigningId.parse(`si_${applicationId.slice(3, 13)}${tail.join('')}`);
}

/**
 * A new link for a person, good for as long as the application waits; an older one of his opens
 * nothing any more. `secret` is 256 random bits.
 */
export async function newSigning(
  { application, sent }: Pick<ApplicationRecord, 'application' | 'sent'>,
  person: string,
  secret: string,
  now: number,
): Promise<Signing> {
  const task = { applicationId: application.id, attempt: application.attempt };
  const madeAt = new Date(now).toISOString();
  return {
    schemaVersion: 1,
    id: await signingIdOf(task, person),
    ...task,
    person,
    secretHash: await sha256(secret),
    whom: await whomOf(sent.form, person, secret),
    madeAt,
    openUntil: lapsesAt(application) ?? madeAt,
  };
}

const whomOf = (form: ApplicationForm, person: string, secret: string): Promise<string> =>
  sha256(`${secret}#${identityOf(form, person)}`);

/** Whether this is the link's secret, in a time that does not tell where it differs. */
export async function isSecretOf({ secretHash }: Signing, secret: string): Promise<boolean> {
  const given = await sha256(secret);
  let differs = given.length ^ secretHash.length;
  for (let i = 0; i < given.length; i++)
    differs |= given.charCodeAt(i) ^ (secretHash.charCodeAt(i) || 0);
  return differs === 0;
}

/** Keys under which the form names one person: he signs for all of them at once. */
const keysOf =
  ({ sent: { form } }: ApplicationRecord, person: string) =>
  (it: Signer) =>
    identityOf(form, it.person) === identityOf(form, person);

/** Who has to be asked: each person once, though the form may name him under two keys. */
export function personsToAsk(record: ApplicationRecord): readonly Signer[] {
  const asked = new Set<string>();
  return missingSignersOf(record).filter(({ person }) => {
    const identity = identityOf(record.sent.form, person);
    return !asked.has(identity) && asked.add(identity);
  });
}

/**
 * OPEN: he may sign. SIGNED: he has. OVER: too late, or the application no longer waits for him: it
 * was changed into a new attempt or names somebody else there, was taken back to a draft, withdrawn or
 * has lapsed.
 */
export type SigningState = 'OPEN' | 'SIGNED' | 'OVER';

export async function signingState(
  signing: Signing,
  record: ApplicationRecord,
  secret: string,
  now: number,
): Promise<SigningState> {
  const { application, sent } = record;
  if (application.attempt !== signing.attempt) return 'OVER';
  if ((await whomOf(sent.form, signing.person, secret)) !== signing.whom) return 'OVER';
  if (!signersOf(sent.form).some(keysOf(record, signing.person))) return 'OVER';
  const waited = missingSignersOf(record).some(keysOf(record, signing.person));
  if (!waited && application.state !== 'DRAFT') return 'SIGNED';
  const inTime = now < Date.parse(signing.openUntil);
  return inTime && application.state === 'SIGNING' ? 'OPEN' : 'OVER';
}
