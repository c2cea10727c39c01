import * as z from 'zod';
import { disclosureDigest } from '../e-licence/disclosed-claims.ts';
import { BUSINESS_LICENCE } from '../e-licence/trust-list.ts';
import { LegalDate } from '../shared/calendar.ts';

/** What the face of a business licence (营业执照) shows: 市场主体登记管理条例 art. 21, 实施细则 art. 23. */
export const LicenceFace = z.object({
  /** null for a 个体工商户 that registers without a name */
  name: z.string().nullable(),
  /** 法定代表人, 投资人 or 经营者 */
  head: z.string(),
  /** as printed, e.g. 有限责任公司(自然人独资) */
  type: z.string(),
  /** registered capital or declared contribution, in fen of RMB; null for a 个体工商户 */
  capitalFen: z.int().min(0).nullable(),
  address: z.string(),
  /** the printed text of the business scope */
  scope: z.string(),
  /** name of the registrar (登记机关) */
  registrar: z.string(),
  /** date of establishment, which is the date of issue */
  established: LegalDate,
  uscc: z.string().length(18),
});
export type LicenceFace = z.infer<typeof LicenceFace>;

/** What the issuing of one licence adds to its face. */
export interface Issuing {
  /** base URL of this system's licences */
  readonly issuer: string;
  readonly statusList: { readonly uri: string; readonly idx: number };
  /** `kid` of the signing key in our JWKS */
  readonly keyId: string;
  /** milliseconds since the epoch */
  readonly issuedAt: number;
  /** a fresh random text of at least 128 bits for each disclosure (RFC 9901, 9.3) */
  salt(): string;
}

/** A licence but for its signature. */
export interface UnsignedLicence {
  /** what is signed with ES256: header and payload in base64url (RFC 7515, 5.1) */
  readonly signingInput: string;
  readonly disclosures: readonly string[];
}

/**
 * A business licence as an SD-JWT VC. The holder shows which claims he likes, but always the code. It has no expiry:
 * a licence is in force until the status list says otherwise.
 *
 * @see RFC 9901; draft-ietf-oauth-sd-jwt-vc, section 2; draft-ietf-oauth-status-list, section 6.
 */
export async function businessLicence(
  face: LicenceFace,
  { issuer, statusList, keyId, issuedAt, salt }: Issuing,
): Promise<UnsignedLicence> {
  const disclosures = Object.entries({
    name: face.name,
    legal_representative: face.head,
    type: face.type,
    capital_fen: face.capitalFen,
    address: face.address,
    scope: face.scope,
    registrar: face.registrar,
    established: face.established,
  }).map(([name, value]) => base64url([salt(), name, value]));
  const digests = await Promise.all(disclosures.map(disclosureDigest));
  const header = { alg: 'ES256', typ: 'dc+sd-jwt', kid: keyId };
  const payload = {
    iss: issuer,
    iat: Math.floor(issuedAt / 1000),
    vct: BUSINESS_LICENCE,
    uscc: face.uscc,
    status: { status_list: { idx: statusList.idx, uri: statusList.uri } },
    // sorted, so that their order does not tell which claim is which
    _sd: digests.sort(),
    _sd_alg: 'sha-256',
  };
  return { signingInput: `${base64url(header)}.${base64url(payload)}`, disclosures };
}

/**
 * The licence as its holder gets it, with all disclosures.
 *
 * @param signature r‖s, 64 bytes (RFC 7518, 3.4)
 */
export const assemble = (
  signingInput: string,
  signature: Uint8Array,
  disclosures: readonly string[],
): string => [signedToken(signingInput, signature), ...disclosures, ''].join('~');

/** A JWT in compact form. */
export const signedToken = (signingInput: string, signature: Uint8Array): string =>
  `${signingInput}.${Buffer.from(signature).toString('base64url')}`;

/** JSON in base64url, as a JWT's parts and disclosures are written. */
export const base64url = (value: object): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');
