import * as z from 'zod';
import type { ApplicationRecord, KeptPart, SentAttempt } from '../application/application.ts';
import type { ApplicationForm } from '../application/form.ts';
import type { Host } from '../cluster/host.ts';
import { Instant } from '../shared/calendar.ts';
import { manifestOf } from './document-parts.ts';

/**
 * A host's signature of one custody agreement (住所托管协议), made by an act of its own account. Most
 * hosts make none: their standing consent is on file, and the place that they give is it.
 */
const CustodySignature = z.object({
  schemaVersion: z.literal(1),
  host: z.string(),
  /** digest of the part CUSTODY that it signed */
  digest: z.string(),
  by: z.string(),
  at: Instant,
});

/** Name of the part of an attempt under which the host's signature is kept. */
export const CUSTODY_PART = '#CUSTODY';

/** What a host has to sign, where it signs each agreement itself; kept when the application is submitted. */
export async function custodyAsked(
  form: ApplicationForm,
  host: Host | undefined,
): Promise<SentAttempt['custody']> {
  if (!host?.custodyBySignature || host.id !== form.premises?.host) return undefined;
  const { CUSTODY: digest } = await manifestOf(form);
  return digest === undefined ? undefined : { host: host.id, digest };
}

/** The host's signature as it is kept with the attempt. */
export const custodySigned = (
  { host, digest }: NonNullable<SentAttempt['custody']>,
  by: string,
  at: Instant,
): KeptPart => ({ name: CUSTODY_PART, item: { schemaVersion: 1, host, digest, by, at } });

/** Whether the host has signed this agreement; one that changed since is another one. */
export function isSignedByHost(
  { host, digest }: NonNullable<SentAttempt['custody']>,
  parts: ApplicationRecord['parts'],
): boolean {
  const { data: signed } = CustodySignature.safeParse(parts.get(CUSTODY_PART));
  return signed?.host === host && signed.digest === digest;
}

/** The host for whose signature an application waits. */
export const hostAwaited = (
  state: ApplicationRecord['application']['state'],
  { sent, parts }: Pick<ApplicationRecord, 'sent' | 'parts'>,
): string | undefined =>
  state === 'SIGNING' && sent.custody && !isSignedByHost(sent.custody, parts)
    ? sent.custody.host
    : undefined;

/** Why a host does not sign: no client of its own, no place left, terms that it does not agree with. */
export const CustodyRefusalCode = z.enum(['NOT_TENANT', 'NO_PLACE', 'DISAGREES', 'OTHER']);

/** A host says no. Kept with the attempt; the last one counts, until the agreement is changed or signed. */
export const CustodyRefusal = z.object({
  schemaVersion: z.literal(1),
  host: z.string(),
  /** digest of the agreement that it refused */
  digest: z.string(),
  code: CustodyRefusalCode,
  /** in its own words, told to the applicant as it stands */
  text: z.string().max(500).optional(),
  by: z.string(),
  at: Instant,
});
export type CustodyRefusal = z.infer<typeof CustodyRefusal>;

/** Name of the part of an attempt under which the host's refusal is kept. */
export const CUSTODY_REFUSAL_PART = '#CUSTODY#REFUSAL';

/** The host's refusal that stands while the application waits for it. */
export function custodyRefused({
  application: { state },
  sent,
  parts,
}: ApplicationRecord): CustodyRefusal | undefined {
  const { data: refusal } = CustodyRefusal.safeParse(parts.get(CUSTODY_REFUSAL_PART));
  const stands = hostAwaited(state, { sent, parts }) === refusal?.host;
  return stands && refusal?.digest === sent.custody?.digest ? refusal : undefined;
}
