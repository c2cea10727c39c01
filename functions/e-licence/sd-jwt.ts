import type { JSONWebKeySet } from 'jose';
import { disclosedClaims } from './disclosed-claims.ts';
import { boundNonce } from './key-binding.ts';
import { Refused, type Verdict, verdictOf } from './refusal.ts';
import { type Members, mustBeInForce, mustBeSignedBy, readSignedToken } from './signed-token.ts';

/** A token, with all its disclosures, has at most this many characters. */
const MAX_TOKEN = 65_536;

/** What a verifier asks of an SD-JWT. */
export interface SdJwtTerms {
  /** the header's `typ`: `dc+sd-jwt` for a credential, which must then say its `vct` */
  readonly typ: string;
  readonly vct?: string;
  /** the public keys of an issuer (EC P-256 and Ed25519); undefined for one that is not trusted */
  readonly keysOf: (issuer: string) => JSONWebKeySet | undefined;
  /** whom a key binding must be made for; without it, a presentation that brings one is refused */
  readonly audience?: string;
  /** milliseconds since the epoch */
  readonly now: number;
}

export interface VerifiedSdJwt {
  /** the claims that were shown, without any trace of selective disclosure */
  readonly claims: Members;
  readonly issuer: string;
  readonly header: Members;
  /** what the holder signed with the key of the token, where he did (KB-JWT) */
  readonly nonce?: string;
}

/**
 * Verifies an SD-JWT as its holder shows it: `<JWT>~<disclosure>~…~`. Stricter than the standard where that leaves a
 * choice: an unused disclosure, a second text for the same bytes and a critical header are refused.
 *
 * A key binding (KB-JWT) must hold where one is brought; whether one was needed is for the caller to say.
 *
 * @see RFC 9901, section 7; draft-ietf-oauth-sd-jwt-vc, section 2.
 */
export const verifySdJwt = (token: string, terms: SdJwtTerms): Promise<Verdict<VerifiedSdJwt>> =>
  verdictOf(read(token, terms));

async function read(
  token: string,
  { typ, vct, keysOf, audience, now }: SdJwtTerms,
): Promise<VerifiedSdJwt> {
  if (token.length > MAX_TOKEN) throw new Refused('TOO_LONG');
  const [jwt = '', ...disclosures] = token.split('~');
  const end = disclosures.pop();
  if (end === undefined) throw new Refused('MALFORMED');
  if (end !== '' && audience === undefined) throw new Refused('KEY_BINDING');
  const signed = readSignedToken(jwt, typ);
  const { iss, vct: type } = signed.payload;
  if (typ === 'dc+sd-jwt' && (typeof type !== 'string' || type === ''))
    throw new Refused('WRONG_TYPE');
  if (vct !== undefined && type !== vct) throw new Refused('WRONG_TYPE');
  if (typeof iss !== 'string') throw new Refused('MALFORMED');
  const keys = keysOf(iss);
  if (!keys) throw new Refused('ISSUER_UNKNOWN');
  await mustBeSignedBy(keys, signed);
  const claims = await disclosedClaims(signed.payload, disclosures);
  mustBeInForce(claims, now);
  const verified = { claims, issuer: iss, header: signed.header };
  if (end === '' || audience === undefined) return verified;
  const shown = token.slice(0, -end.length);
  return { ...verified, nonce: await boundNonce(shown, end, claims, audience, now) };
}
