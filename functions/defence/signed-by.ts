import { calculateJwkThumbprint, importJWK, type JWK } from 'jose';
import { type Verdict, verdictOf } from '../e-licence/refusal.ts';
import { mustBeSignedBy, readSignedToken, type SignedToken } from '../e-licence/signed-token.ts';

/** The token, where one of the keys signed it. */
export async function signedBy(
  keys: readonly { readonly jwk: JWK }[],
  compact: string,
  typ: string,
): Promise<SignedToken | undefined> {
  const verdict = await verdictBy(keys, compact, typ);
  return verdict.ok ? verdict : undefined;
}

/** The token, or why it is not believed. What is no key, as in a file that somebody changed, signed nothing. */
export async function verdictBy(
  keys: readonly { readonly jwk: JWK }[],
  compact: string,
  typ: string,
): Promise<Verdict<SignedToken>> {
  const usable = await Promise.all(keys.map(async ({ jwk }) => ((await isKey(jwk)) ? [jwk] : [])));
  return verdictOf(
    (async () => {
      const token = readSignedToken(compact, typ);
      await mustBeSignedBy({ keys: usable.flat() }, token);
      return token;
    })(),
  );
}

const isKey = (jwk: JWK): Promise<boolean> =>
  importJWK(jwk, jwk.alg ?? 'ES256').then(
    () => true,
    () => false,
  );

/** RFC 7638; undefined for what is no key. */
export const thumbprintOf = (jwk: JWK): Promise<string | undefined> =>
  calculateJwkThumbprint(jwk).catch(() => undefined);
