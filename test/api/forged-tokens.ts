import { readFileSync } from 'node:fs';
import {
  base64url,
  CompactSign,
  exportSPKI,
  generateKeyPair,
  importJWK,
  type JWTPayload,
  SignJWT,
} from 'jose';
import * as z from 'zod';

const KeyFile = z.looseObject({
  kid: z.string(),
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  d: z.string(),
});

type Forge = (claims: JWTPayload) => Promise<string>;

/**
 * Tokens with the claims of a good one that are no good, by what is wrong with each; and `good`, made
 * in the same way, which shows that nothing else is.
 *
 * @param keyFile the local issuer's own key
 */
export async function forgedTokens(keyFile: string): Promise<Readonly<Record<string, Forge>>> {
  const jwk = KeyFile.parse(JSON.parse(readFileSync(keyFile, 'utf8')));
  const { kid, kty, n, e } = jwk;
  const issuers = await importJWK(jwk, 'RS256');
  const published = await importJWK({ kty, n, e }, 'RS256', { extractable: true });
  if (issuers instanceof Uint8Array || published instanceof Uint8Array)
    throw new TypeError('not an RSA key');
  const anothers = await generateKeyPair('RS256');
  const elliptic = await generateKeyPair('ES256');
  const pem = new TextEncoder().encode(await exportSPKI(published));

  const now = Math.floor(Date.now() / 1000);
  const signed =
    (
      change: Readonly<Record<string, unknown>>,
      header: object = {},
      key: Parameters<SignJWT['sign']>[0] = issuers,
    ): Forge =>
    (claims) =>
      new SignJWT({ ...claims, ...change })
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid, ...header })
        .sign(key);
  const parts = async (claims: JWTPayload) => (await signed({})(claims)).split('.');

  return {
    good: signed({}),
    expired: signed({ exp: now - 10 }),
    'not yet valid': signed({ nbf: now + 3600 }),
    'issued in the future': signed({ iat: now + 3600 }),
    'without an end': signed({ exp: undefined }),
    'of another issuer': signed({ iss: 'https://issuer.example' }),
    'of no issuer': signed({ iss: undefined }),
    'for no audience': signed({ aud: undefined }),
    'for an audience that begins like ours': signed({ aud: ['applicants', 'agents', 'officials'] }),
    'RS256 by another key': signed({}, {}, anothers.privateKey),
    'with the kid of another key': signed({}, { kid: 'another' }),
    'without a kid': signed({}, { kid: undefined }),
    ES256: signed({}, { alg: 'ES256' }, elliptic.privateKey),
    'HS256 with the published key as its secret': (claims) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid })
        .sign(pem),
    'alg none': async (claims) => {
      const header = base64url.encode(JSON.stringify({ alg: 'none', typ: 'at+jwt', kid }));
      return `${header}.${base64url.encode(JSON.stringify(claims))}.`;
    },
    'with other claims under a good signature': async (claims) => {
      const [header, , signature] = await parts(claims);
      const other = base64url.encode(JSON.stringify({ ...claims, sub: 'supervisor' }));
      return [header, other, signature].join('.');
    },
    'cut short': async (claims) => (await parts(claims)).slice(0, 2).join('.'),
    garbage: async () => 'garbage',
  };
}
