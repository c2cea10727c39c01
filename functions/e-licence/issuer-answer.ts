import type { Json } from '../shared/canonical-json.ts';
import { digestOf, sha256 } from '../shared/digest.ts';
import type { TrustedIssuer } from './trust-list.ts';

/** What an issuer said of a licence, as it came, with the keys by which it was believed then. */
export interface IssuerAnswer {
  readonly issuer: string;
  readonly jwks: TrustedIssuer['jwks'];
  /** of the status list */
  readonly uri: string;
  /** the signed list (statuslist+jwt) */
  readonly token: string;
  /** milliseconds since the epoch */
  readonly readAt: number;
}

/** A longer list is kept by its digest alone: an item of the table holds 400 kB. */
const MAX_KEPT = 300_000;

/** Where the answer is kept: equal answers have one place, however many licences they are about. */
export interface KeptAnswer {
  readonly digest: string;
  readonly kept: { readonly [name: string]: Json };
}

export async function keptAnswer(answer: IssuerAnswer): Promise<KeptAnswer> {
  const { token, readAt, issuer, uri } = answer;
  const kept = {
    issuer,
    uri,
    jwks: JSON.parse(JSON.stringify(answer.jwks)),
    readAt: new Date(readAt).toISOString(),
    ...(token.length > MAX_KEPT
      ? { tokenDigest: await sha256(token), tokenLength: token.length }
      : { token }),
  };
  return { digest: await digestOf(kept), kept };
}
