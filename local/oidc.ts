import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  errors,
  type GrantContext,
  Provider,
  type ResourceServer,
  type Token,
} from 'oidc-provider';
import { ACCOUNTS, type Account } from './accounts.ts';
import { DEMO_CLIENT, DEMO_GRANT } from './bearer-token.ts';
import { errorCode } from './error-code.ts';

const ONE_HOUR = 3600;
const RESOURCE = 'urn:market-entry:';

const accounts: readonly Account[] = ACCOUNTS;

/** A resource indicator (RFC 8707) is a URI; the token's `aud` is its last part, e.g. `agent`. */
const resourceServer = (resource: string): ResourceServer => ({
  audience: resource.slice(RESOURCE.length),
  scope: '',
  accessTokenTTL: ONE_HOUR,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: 'RS256' } },
});

const claimsOf = (id: string | undefined): object => {
  const account = accounts.find((known) => known.id === id);
  return account ? { name: account.name, ...account.claims } : {};
};

/**
 * The OIDC issuer of the local system, to be served under the path of `issuer`: RS256 access tokens
 * for the demo accounts. Agents authenticate as clients with their secret; every other account gets
 * its token by the demo grant. The signing key is kept in `keyFile`, so tokens outlive a restart.
 */
export function createIssuer(issuer: string, keyFile: string) {
  const provider = new Provider(issuer, {
    adapter: NothingKept,
    jwks: { keys: [signingKey(keyFile)] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    clients: [
      {
        client_id: DEMO_CLIENT,
        token_endpoint_auth_method: 'none',
        grant_types: [DEMO_GRANT],
        redirect_uris: [],
        response_types: [],
      },
      ...accounts.flatMap(({ id, secret }) =>
        secret
          ? {
              client_id: id,
              client_secret: secret,
              grant_types: ['client_credentials'],
              redirect_uris: [],
              response_types: [],
            }
          : [],
      ),
    ],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => `${RESOURCE}agent`,
        getResourceServerInfo: (_: GrantContext, resource: string) => {
          if (resource !== `${RESOURCE}agent`) throw new errors.InvalidTarget();
          return resourceServer(resource);
        },
      },
    },
    ttl: { AccessToken: ONE_HOUR, ClientCredentials: ONE_HOUR },
    findAccount: () => undefined,
    extraTokenClaims: (_: GrantContext, { accountId, clientId }: Token) =>
      claimsOf(accountId ?? clientId),
  });

  provider.registerGrantType(
    DEMO_GRANT,
    async (context) => {
      const { client, params } = context.oidc;
      const account = accounts.find(({ id }) => id === params.account);
      if (!account) throw new errors.InvalidRequest('no such demo account');
      const token = new provider.AccessToken({ accountId: account.id, client, gty: DEMO_GRANT });
      token.resourceServer = resourceServer(`${RESOURCE}${params.audience ?? account.audience}`);
      const access_token = await token.save();
      context.body = { access_token, token_type: 'Bearer', expires_in: ONE_HOUR };
    },
    ['account', 'audience'],
  );

  const serve = provider.callback();
  const { pathname: mount } = new URL(issuer);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url = '/' } = request;
    // oidc-provider learns where it is mounted from `originalUrl`, as Express sets it
    Object.assign(request, { originalUrl: url, url: url.slice(mount.length) || '/' });
    await serve(request, response);
  };
}

/** Access tokens are JWTs and nobody signs in here, so the provider has nothing to remember. */
class NothingKept {
  async upsert() {}
  async find() {}
  async findByUid() {}
  async findByUserCode() {}
  async consume() {}
  async destroy() {}
  async revokeByGrantId() {}
}

/** The private JWK, made the first time and readable by its owner only. */
function signingKey(file: string): object {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomBytes(8).toString('hex');
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
  writeFileSync(file, JSON.stringify(jwk), { mode: 0o600, flag: 'wx' });
  return jwk;
}
