import * as z from 'zod';
import { legalDateOf } from '../shared/days.ts';
import type { IssuerAnswer } from './issuer-answer.ts';
import { isKeyBound } from './key-binding.ts';
import type { LicenceCheck } from './licence-check.ts';
import { licenceUse } from './licence-use.ts';
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
const Needed = z.object({
  name: z.string().min(1).max(200),
  uscc: z.string().min(1).max(18),
  /** 电子证照标识 (GB/T 36904) */
  identifier: z.string().max(120).optional(),
});

/** Where a licence's status stands: a list and the index in it (draft-ietf-oauth-status-list, 6.1). */
export const StatusReference = z.object({
  status_list: z.object({ uri: z.string(), idx: z.int().min(0) }),
});

/** A status list that was verified, and when it was read from its issuer: milliseconds since the epoch. */
export interface ReadStatusList {
  readonly list: StatusList;
  /** as the issuer signed it */
  readonly token: string;
  readonly readAt: number;
}

/** What came of checking one licence, and by what its issuer said of it. */
export interface VerifiedLicence {
  readonly check: LicenceCheck;
  /** where its issuer was asked */
  readonly answer?: IssuerAnswer;
}

/** An e-licence as a corporate shareholder shows it. */
export interface ShownLicence {
  /** index in `form.shareholders` */
  readonly shareholder: number;
  /** SD-JWT; with a key binding where the company signed with it */
  readonly token: string;
  /** digests of the document over which its signature counts */
  readonly documents?: ReadonlySet<string>;
}

export interface LicencePorts {
  readonly trustList: TrustList;
  /** whom a company's signature must be made for: us */
  readonly audience?: string;
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
 * @throws {DomainError} LicenceAuthorityUnavailable when the licence holds but its issuer is silent on its state
 */
export async function verifyLicence(
  { shareholder, token, documents }: ShownLicence,
  { trustList, statusList, audience, now }: LicencePorts,
): Promise<VerifiedLicence> {
  const on = legalDateOf(now);
  const licence = await verifySdJwt(token, {
    typ: 'dc+sd-jwt',
    vct: BUSINESS_LICENCE,
    keysOf: (issuer) => trusted(trustList, issuer, on)?.jwks,
    ...(audience !== undefined && { audience }),
    now,
  });
  if (!licence.ok) {
    const outcome = licence.reason === 'ISSUER_UNKNOWN' ? 'NOT_RECOGNISED' : 'INVALID';
    return { check: { shareholder, outcome, reason: licence.reason } };
  }
  const issuer = trusted(trustList, licence.issuer, on);
  if (!issuer?.types.includes(BUSINESS_LICENCE)) {
    return { check: { shareholder, outcome: 'NOT_RECOGNISED', reason: 'TYPE_NOT_RECOGNISED' } };
  }
  const invalid = (reason: string, answer?: IssuerAnswer): VerifiedLicence => ({
    check: { shareholder, outcome: 'INVALID', reason, region: issuer.region },
    ...(answer && { answer }),
  });
  const needed = Needed.safeParse(licence.claims);
  if (!needed.success) return invalid('NOT_DISCLOSED');
  const reference = StatusReference.safeParse(licence.claims.status);
  if (!reference.success) return invalid('NO_STATUS');
  const { uri, idx } = reference.data.status_list;
  const address = statusListAddress(issuer, uri);
  if (address === undefined) return invalid('FOREIGN_STATUS');

  const { list, token: said, readAt } = await statusList(issuer, uri, address);
  const answer = { issuer: issuer.issuer, jwks: issuer.jwks, uri, token: said, readAt };
  const status = statusAt(list, idx);
  if (status === undefined) return invalid('NO_STATUS', answer);
  const signed = isKeyBound(token) ? signedBy(licence.nonce, documents) : undefined;
  const check: LicenceCheck = {
    shareholder,
    ...(status === STATUS.VALID
      ? { outcome: 'VALID' }
      : { outcome: 'NOT_IN_FORCE', reason: stateOf(status) }),
    region: issuer.region,
    holderName: needed.data.name.normalize('NFC'),
    holderUscc: needed.data.uscc,
    ...(needed.data.identifier !== undefined && { identifier: needed.data.identifier }),
    ...(signed && { signed }),
    use: licenceUse(licence.claims, signed),
    statusAt: new Date(readAt).toISOString(),
  };
  return { check, answer };
}

function signedBy(
  nonce: string | undefined,
  documents: ReadonlySet<string> | undefined,
): NonNullable<LicenceCheck['signed']> {
  if (nonce === undefined) return 'NOT_SIGNED';
  return documents?.has(nonce) ? 'SIGNED' : 'OTHER_DOCUMENT';
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
