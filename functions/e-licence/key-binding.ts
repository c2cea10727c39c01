import type { JSONWebKeySet } from 'jose';
import * as z from 'zod';
import { disclosureDigest } from './disclosed-claims.ts';
import { Refused } from './refusal.ts';
import {
  isMembers,
  jsonOf,
  type Members,
  mustBeInForce,
  mustBeSignedBy,
  readSignedToken,
  secondsOf,
} from './signed-token.ts';

/** The key of a licence's holder (RFC 7800, 3.2). */
const Confirmation = z.object({ jwk: z.looseObject({ kty: z.string() }) });

/** Whether an e-licence is bound to a key of its holder's; read without any verification. */
export function isKeyBound(licence: string | undefined): boolean {
  try {
    const payload = jsonOf(licence?.split('~')[0]?.split('.')[1] ?? '');
    return isMembers(payload) && Confirmation.safeParse(payload.cnf).success;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

/**
 * What the holder signed by a key binding (KB-JWT): its nonce, which is for us the digest of a document.
 *
 * @param shown the token up to and with its last tilde, which the binding covers
 * @param claims of the licence, verified before
 * @param audience whom the binding must be made for
 * @param now milliseconds since the epoch
 * @throws {Refused} KEY_BINDING for a licence without a key, another key's signature, another audience or token
 * @see RFC 9901, sections 4.3 and 7.3.
 */
export async function boundNonce(
  shown: string,
  binding: string,
  claims: Members,
  audience: string,
  now: number,
): Promise<string> {
  const { data: confirmation } = Confirmation.safeParse(claims.cnf);
  if (!confirmation) throw new Refused('KEY_BINDING');
  try {
    const signed = readSignedToken(binding, 'kb+jwt');
    const { aud, nonce, sd_hash: hash } = signed.payload;
    const made = secondsOf(signed.payload, 'iat') !== undefined;
    const ours = made && aud === audience && hash === (await disclosureDigest(shown));
    if (!ours || typeof nonce !== 'string') throw new Refused('KEY_BINDING');
    const keys: JSONWebKeySet = { keys: [confirmation.jwk] };
    await mustBeSignedBy(keys, signed);
    mustBeInForce(signed.payload, now);
    return nonce;
  } catch (error) {
    if (error instanceof Refused) throw new Refused('KEY_BINDING');
    throw error;
  }
}
