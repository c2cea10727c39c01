import { decodeJwt, decodeProtectedHeader } from 'jose';

/** The longest name of an issuer or a key that is looked up: what a person sends may say anything. */
const MAX_NAME = 300;
/** Compact JWS (RFC 7515, 7.1): three parts in base64url. */
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** A signed text, read but not believed. */
export interface SignedText {
  readonly compact: string;
  readonly typ: string;
  readonly issuer: string;
  readonly kid: string;
}

/** Every signed text anywhere in a value, whatever it stands in. */
export function signedTextsIn(value: unknown): SignedText[] {
  if (typeof value === 'string') return COMPACT.test(value) ? readOf(value) : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(signedTextsIn);
}

export const ASSERTION_TYPE = 'identity-assertion+jwt';

/** The identity provider's assertions anywhere in a value, each once. */
export const assertionsIn = (value: unknown): SignedText[] => [
  ...new Map(
    signedTextsIn(value)
      .filter(({ typ }) => typ === ASSERTION_TYPE)
      .map((it) => [it.compact, it]),
  ).values(),
];

function readOf(compact: string): SignedText[] {
  try {
    const { typ, kid } = decodeProtectedHeader(compact);
    const { iss = '' } = decodeJwt(compact);
    const names = [typ ?? '', kid ?? '', iss];
    if (names.some((it) => typeof it !== 'string' || it.length > MAX_NAME)) return [];
    return [{ compact, typ: typ ?? '', issuer: iss, kid: kid ?? '' }];
  } catch {
    // three words with dots between them, such as a host name, are no token
    return [];
  }
}
