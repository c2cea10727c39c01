import type { JSONWebKeySet } from 'jose';
import * as z from 'zod';
import { REFUSALS } from '../e-licence/refusal.ts';
import { verifySdJwt } from '../e-licence/sd-jwt.ts';
import { statusAt, verifyStatusList } from '../e-licence/status-list.ts';
import { BUSINESS_LICENCE } from '../e-licence/trust-list.ts';
import { StatusReference, stateOf } from '../e-licence/verify-licence.ts';
import { Instant, LegalDate } from '../shared/calendar.ts';

/** What the public is told of a licence, and no more: of the holder, only what was shown. */
export const LicenceAnswer = z.object({
  /** ours, unaltered, and in force now */
  valid: z.boolean(),
  /** why it is not */
  reason: z.enum([...REFUSALS, 'NOT_IN_FORCE']).optional(),
  uscc: z.string().optional(),
  /** null where the business has none */
  name: z.string().nullable().optional(),
  registrar: z.string().optional(),
  established: LegalDate.optional(),
  status: z.enum(['VALID', 'REVOKED', 'SUSPENDED', 'OTHER']).optional(),
  checkedAt: Instant,
});
export type LicenceAnswer = z.infer<typeof LicenceAnswer>;

const Shown = LicenceAnswer.pick({ name: true, registrar: true, established: true }).extend({
  uscc: z.string(),
  status: StatusReference,
});

export interface OurLicences {
  /** base URL of our licences */
  readonly issuer: string;
  /** our public keys, also those that no longer sign */
  readonly jwks: JSONWebKeySet;
  /** the signed status list of that URI, as we publish it */
  statusList(uri: string): Promise<string>;
  /** milliseconds since the epoch */
  readonly now: number;
}

/**
 * Verifies a licence of ours, as its holder shows it, for anybody who asks.
 *
 * @throws when what we signed ourselves does not hold: a defect, never the holder's fault
 */
export async function verifyOurLicence(
  token: string,
  { issuer, jwks, statusList, now }: OurLicences,
): Promise<LicenceAnswer> {
  const checkedAt = new Date(now).toISOString();
  const licence = await verifySdJwt(token, {
    typ: 'dc+sd-jwt',
    vct: BUSINESS_LICENCE,
    keysOf: (iss) => (iss === issuer ? jwks : undefined),
    now,
  });
  if (!licence.ok) return { valid: false, reason: licence.reason, checkedAt };

  const { status: reference, ...holder } = Shown.parse(licence.claims);
  const { uri, idx } = reference.status_list;
  const published = await verifyStatusList(await statusList(uri), { jwks, uri, now });
  const code = published.ok ? statusAt(published.list, idx) : undefined;
  if (code === undefined) throw new Error(`our status list does not hold: ${uri}`);
  const status = stateOf(code);
  const inForce = status === 'VALID';
  return {
    valid: inForce,
    ...(inForce ? {} : { reason: 'NOT_IN_FORCE' }),
    ...holder,
    status,
    checkedAt,
  };
}
