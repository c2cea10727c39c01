import { compactVerify, createLocalJWKSet, errors, type JSONWebKeySet } from 'jose';
import { Refused } from './refusal.ts';

/** The members of a JSON object. */
export type Members = Readonly<Record<string, unknown>>;

/** A signed JWT (RFC 7519) in compact form, read but not yet believed. */
export interface SignedToken {
  readonly compact: string;
  readonly header: Members & { readonly alg: string };
  readonly payload: Members;
}

/** Of the header, only `alg` and `kid` choose the key: `jwk`, `x5c`, `jku` and the like are never looked at. */
const ALGORITHMS = ['ES256', 'EdDSA'];

/** Clocks of two authorities may differ by this much, in seconds. */
const LEEWAY_S = 60;

export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The JSON value that base64url text stands for.
 *
 * One value has one text: padding, other alphabets and stray bits in the last character are refused,
 * because they would let a changed token pass as the same.
 *
 * @throws {Refused} MALFORMED
 */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(text)));
  } catch (error) {
    // a broken JSON text, or bytes that are not UTF-8
    if (error instanceof SyntaxError || error instanceof TypeError) throw new Refused('MALFORMED');
    throw error;
  }
}

/** @throws {Refused} MALFORMED, as for `jsonOf` */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new Refused('MALFORMED');
  return bytes;
}

/** @throws {Refused} MALFORMED, WRONG_TYPE, WRONG_ALGORITHM */
export function readSignedToken(compact: string, typ: string): SignedToken {
  const [header, payload, signature, ...more] = compact.split('.');
  if (!header || !payload || !signature || more.length > 0) throw new Refused('MALFORMED');
  bytesOf(signature);
  const head = jsonOf(header);
  const claims = jsonOf(payload);
  // `crit` would name rules that are not kept here (RFC 7515, 4.1.11)
  if (!isMembers(head) || !isMembers(claims) || 'crit' in head) throw new Refused('MALFORMED');
  if (head.typ !== typ) throw new Refused('WRONG_TYPE');
  const { alg } = head;
  if (typeof alg !== 'string' || !ALGORITHMS.includes(alg)) throw new Refused('WRONG_ALGORITHM');
  return { compact, header: { ...head, alg }, payload: claims };
}

/** @throws {Refused} KEY_UNKNOWN, WRONG_SIGNATURE */
export async function mustBeSignedBy(jwks: JSONWebKeySet, token: SignedToken): Promise<void> {
  const { alg, kid } = token.header;
  const header = typeof kid === 'string' ? { alg, kid } : { alg };
  try {
    const key = await createLocalJWKSet(jwks)(header);
    await compactVerify(token.compact, key, { algorithms: ALGORITHMS });
  } catch (error) {
    if (
      error instanceof errors.JWKSNoMatchingKey ||
      error instanceof errors.JWKSMultipleMatchingKeys
    ) {
      throw new Refused('KEY_UNKNOWN');
    }
    if (error instanceof errors.JOSEError) throw new Refused('WRONG_SIGNATURE');
    throw error;
  }
}

/**
 * A NumericDate (RFC 7519): seconds since the epoch; undefined where the claim is absent.
 *
 * @throws {Refused} MALFORMED when it is anything but a number that a Date can hold, such as a numeral in a string.
 */
export function secondsOf(
  claims: Members,
  name: 'iat' | 'nbf' | 'exp' | 'ttl',
): number | undefined {
  const value = claims[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !(value >= 0 && value <= 8.64e12))
    throw new Refused('MALFORMED');
  return value;
}

/**
 * @param now milliseconds since the epoch
 * @throws {Refused} MALFORMED, EXPIRED, NOT_YET_VALID
 */
export function mustBeInForce(claims: Members, now: number): void {
  const seconds = now / 1000;
  const [iat = 0, nbf = 0] = [secondsOf(claims, 'iat'), secondsOf(claims, 'nbf')];
  const exp = secondsOf(claims, 'exp') ?? Number.POSITIVE_INFINITY;
  if (exp <= seconds) throw new Refused('EXPIRED');
  if (Math.max(iat, nbf) > seconds + LEEWAY_S) throw new Refused('NOT_YET_VALID');
}
