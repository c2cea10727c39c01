import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod';
import type { DeployedRoute } from './deployed-route.ts';

/** Claims and scopes as API Gateway hands them to a function: every claim as a text. */
export interface Authorization {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: null;
}

export class Unauthorized extends Error {
  override readonly name = 'Unauthorized';
  /** the answer's `www-authenticate` (RFC 6750) */
  readonly challenge: string;
  constructor(challenge: string) {
    super('Unauthorized');
    this.challenge = challenge;
  }
}

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/**
 * API Gateway's JWT authorizer: the issuer's keys by discovery, the one that `kid` names, RS256 only;
 * `iss`, `aud`, `exp`, `nbf`, `iat`. A token for another audience answers 401 as any other that is not
 * good (403 is for scopes, which our routes have none of). (`client_id` in the place of a missing
 * `aud` is not taken: our issuers send `aud`.)
 *
 * @see API Gateway Developer Guide, "Control access to HTTP APIs with JWT authorizers"
 */
export function createJwtAuthorizer() {
  const keys = new Map<string, Promise<JWTVerifyGetKey>>();

  const keysOf = (issuer: string): Promise<JWTVerifyGetKey> => {
    const known = keys.get(issuer) ?? discover(issuer);
    keys.set(issuer, known);
    known.catch(() => keys.delete(issuer));
    return known;
  };

  /** @throws {Unauthorized} when the header carries no token that is good for this route. */
  return async (
    authorization: string | undefined,
    { issuer, audiences }: NonNullable<DeployedRoute['jwt']>,
  ): Promise<Authorization> => {
    const token = /^(?:Bearer )?([\w-]+\.[\w-]*\.[\w-]*)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new Unauthorized('Bearer');
    try {
      const { payload, protectedHeader } = await jwtVerify(token, await keysOf(issuer), {
        issuer,
        audience: [...audiences],
        algorithms: ['RS256'],
        requiredClaims: ['exp'],
      });
      if (protectedHeader.kid === undefined) throw new errors.JWTInvalid('no kid');
      if (payload.iat !== undefined && payload.iat > Date.now() / 1000)
        throw new errors.JWTClaimValidationFailed('iat in the future', payload, 'iat');
      return { claims: claimsAsText(payload), scopes: null };
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      throw new Unauthorized(
        `Bearer scope="" error="invalid_token" error_description="${described(error)}"`,
      );
    }
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { jwks_uri } = Discovery.parse(await response.json());
  return createRemoteJWKSet(new URL(jwks_uri));
}

const claimsAsText = (payload: JWTPayload): Record<string, string> =>
  Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, claimAsText(value)]));

/** API Gateway writes a list as `[a b]`, without commas, and a number or truth value as its JSON. */
const claimAsText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `[${value.map(claimAsText).join(' ')}]`;
  return JSON.stringify(value);
};

/** What API Gateway tells of the fault; nothing of the token's content. */
function described(error: InstanceType<typeof errors.JOSEError>): string {
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return 'the token does not have a valid audience';
    if (error.claim === 'iss') return 'the token has an invalid issuer';
    return 'the token has an invalid claim';
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return 'signing method is invalid';
  return 'the token signature is invalid';
}
