import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import type { RunningSystem } from './running-system.ts';

/** Who signs the system's tokens. */
const issuerKey = ({ dataDir }: RunningSystem): JWK =>
  JSON.parse(readFileSync(join(dataDir, 'oidc.jwk'), 'utf8'));

/** The claims of a good token of an applicant, but for what is changed. */
const claims = ({ baseUrl }: RunningSystem, change: JWTPayload): JWTPayload => {
  const now = Math.floor(Date.now() / 1000);
  const iss = `${baseUrl}/oidc`;
  return { iss, sub: 'lin-qinghe', aud: 'applicant', iat: now, exp: now + 600, ...change };
};

/** A token that the system's own issuer might have signed: its key, with claims of one's own. */
export async function issued(system: RunningSystem, change: JWTPayload = {}): Promise<string> {
  const jwk = issuerKey(system);
  return new SignJWT(claims(system, change))
    .setProtectedHeader({ alg: 'RS256', kid: jwk.kid ?? '', typ: 'at+jwt' })
    .sign(await importJWK(jwk, 'RS256'));
}

/** Tokens that must not be believed, each with a good one's claims. */
export async function forgedTokens(
  system: RunningSystem,
): Promise<Readonly<Record<string, string>>> {
  const good = await issued(system);
  const [header, payload, signature = ''] = good.split('.');
  const { kid } = issuerKey(system);
  const { privateKey } = await generateKeyPair('RS256');
  const past = Math.floor(Date.now() / 1000) - 600;
  const b64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signedByAnother = (change: JWTPayload) =>
    new SignJWT(claims(system, change))
      .setProtectedHeader({ alg: 'RS256', kid: kid ?? '' })
      .sign(privateKey);
  return {
    'with another’s claims under its signature': [
      header,
      b64(claims(system, { sub: 'zhou-mubai' })),
      signature,
    ].join('.'),
    'without a signature': `${b64({ alg: 'none' })}.${payload}.`,
    'signed by a key of the forger’s': await signedByAnother({}),
    'signed with the public key as a secret': await new SignJWT(claims(system, {}))
      .setProtectedHeader({ alg: 'HS256', kid: kid ?? '' })
      .sign(new TextEncoder().encode(kid)),
    'that has expired': await issued(system, { exp: past }),
    'that is not good yet': await issued(system, { nbf: past + 6000 }),
    'of a foreign issuer': await signedByAnother({ iss: 'https://issuer.example' }),
    'that names a foreign issuer': await issued(system, { iss: 'https://issuer.example' }),
    'of another audience': await issued(system, { aud: 'official' }),
    'without an audience': await issued(system, { aud: [] }),
    'that is none': 'not-a-token',
  };
}
