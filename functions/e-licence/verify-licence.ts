import * as z from 'zod';
import { legalDateOf } from '../shared/calendar.ts';
import type { LicenceCheck } from './licence-check.ts';
import { verifySdJwt } from './sd-jwt.ts';
import { STATUS, type StatusList, statusAt } from './status-list.ts';
import {
  BUSINESS_LICENCE,
  statusListAddress,
  type TrustedIssuer,
  type TrustList,
  trusted,
} from './trust-list.ts';

/** Of a licence's claims, those that a check needs (data minimisation: 个人信息保护法 art. 6). */
const Needed = z.object({ name: z.string().min(1).max(200), uscc: z.string().min(1).max(18) });

/** Where a licence's status stands: a list and the index in it (draft-ietf-oauth-status-list, 6.1). */
export const StatusReference = z.object({
  status_list: z.object({ uri: z.string(), idx: z.int().min(0) }),
});

/** A status list that was verified, and when it was read from its issuer: milliseconds since the epoch. */
export interface ReadStatusList {
  readonly list: StatusList;
  readonly readAt: number;
}

export interface LicencePorts {
  readonly trustList: TrustList;
  /**
   * The verified list that the issuer names by `uri`, read from `address` at most five minutes ago.
   *
   * @throws {DomainError} LicenceAuthorityUnavailable when the issuer gives none that can be relied on
   */
  statusList(issuer: TrustedIssuer, uri: string, address: string): Promise<ReadStatusList>;
  /** milliseconds since the epoch */
  readonly now: number;
}

/**
 * Verifies the business licence that a corporate shareholder shows. Whether its holder is the shareholder named in
 * the form is for rule EL-04 to judge.
 *
 * @param shown `shareholder`: index in `form.shareholders`
 * @throws {DomainError} LicenceAuthorityUnavailable when the licence holds but its issuer is silent on its state
 */
export async function verifyLicence(
  { shareholder, token }: { readonly shareholder: number; readonly token: string },
  { trustList, statusList, now }: LicencePorts,
): Promise<LicenceCheck> {
  const on = legalDateOf(now);
  const licence = await verifySdJwt(token, {
    typ: 'dc+sd-jwt',
    vct: BUSINESS_LICENCE,
    keysOf: (issuer) => trusted(trustList, issuer, on)?.jwks,
    now,
  });
  if (!licence.ok) {
    const outcome = licence.reason === 'ISSUER_UNKNOWN' ? 'NOT_RECOGNISED' : 'INVALID';
    return { shareholder, outcome, reason: licence.reason };
  }
  const issuer = trusted(trustList, licence.issuer, on);
  if (!issuer?.types.includes(BUSINESS_LICENCE)) {
    return { shareholder, outcome: 'NOT_RECOGNISED', reason: 'TYPE_NOT_RECOGNISED' };
  }
  const invalid = (reason: string): LicenceCheck => ({
    shareholder,
    outcome: 'INVALID',
    reason,
    region: issuer.region,
  });
  const needed = Needed.safeParse(licence.claims);
  if (!needed.success) return invalid('NOT_DISCLOSED');
  const reference = StatusReference.safeParse(licence.claims.status);
  if (!reference.success) return invalid('NO_STATUS');
  const { uri, idx } = reference.data.status_list;
  const address = statusListAddress(issuer, uri);
  if (address === undefined) return invalid('FOREIGN_STATUS');

  const { list, readAt } = await statusList(issuer, uri, address);
  const status = statusAt(list, idx);
  if (status === undefined) return invalid('NO_STATUS');
  return {
    shareholder,
    ...(status === STATUS.VALID
      ? { outcome: 'VALID' }
      : { outcome: 'NOT_IN_FORCE', reason: stateOf(status) }),
    region: issuer.region,
    holderName: needed.data.name.normalize('NFC'),
    holderUscc: needed.data.uscc,
    statusAt: new Date(readAt).toISOString(),
  };
}

/** The state in a word; a status of the issuer's own stands for no state in force. */
export const stateOf = (status: number): 'VALID' | 'REVOKED' | 'SUSPENDED' | 'OTHER' =>
  status === STATUS.VALID
    ? 'VALID'
    : status === STATUS.INVALID
      ? 'REVOKED'
      : status === STATUS.SUSPENDED
        ? 'SUSPENDED'
        : 'OTHER';
