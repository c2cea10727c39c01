import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type Client,
  errors,
  type GrantContext,
  Provider,
  type ResourceServer,
  type Token,
} from 'oidc-provider';
import { ACCOUNTS, type Account } from './accounts.ts';
import { DEMO_CLIENT, DEMO_GRANT } from './bearer-token.ts';
import { errorCode } from './error-code.ts';
import { KeptInMemory } from './oidc-memory.ts';
import { signInPage } from './sign-in-page.ts';

/** The pages' client: public, authorisation code with PKCE. */
export const PAGES_CLIENT = 'pages';

const ONE_MINUTE = 60;
const ONE_HOUR = 3600;
const ONE_DAY = 86_400;
const RESOURCE = 'urn:market-entry:';

const accounts: readonly Account[] = ACCOUNTS;

/** Whom the pages may get tokens for, when one of these signs in there; an agent's program only for agents. */
const ON_PAGES: readonly string[] = ['applicant', 'official', 'agent'];

/** A resource indicator (RFC 8707) is a URI; the token's `aud` is its last part, e.g. `agent`. */
const audienceOf = (resource: string): string =>
  resource.startsWith(RESOURCE) ? resource.slice(RESOURCE.length) : '';

const resourceServer = (resource: string): ResourceServer => ({
  audience: audienceOf(resource),
  scope: '',
  accessTokenTTL: ONE_HOUR,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: 'RS256' } },
});

const isOf = (id: string | undefined, resource: string | undefined): boolean =>
  accounts.find((known) => known.id === id)?.audience === audienceOf(resource ?? '');

const claimsOf = (id: string | undefined): object => {
  const account = accounts.find((known) => known.id === id);
  return account ? { name: account.name, ...account.claims } : {};
};

/**
 * The OIDC issuer of the local system, to be served under the path of `issuer`: RS256 access tokens
 * for the demo accounts. Agents authenticate as clients with their secret; people sign in on a page
 * (authorisation code with PKCE); programs get any account's token by the demo grant. The signing key
 * is kept in `keyFile`, so tokens outlive a restart; who is signed in is forgotten with it.
 */
export function createIssuer(issuer: string, keyFile: string) {
  const { pathname: mount } = new URL(issuer);
  const interactionPath = (uid: string) => `${mount}/interaction/${uid}`;
  const provider = new Provider(issuer, {
    adapter: KeptInMemory,
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
      {
        client_id: PAGES_CLIENT,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        redirect_uris: [new URL('/signed-in', issuer).href],
        response_types: ['code'],
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
        getResourceServerInfo: (_: GrantContext, resource: string, { clientId }: Client) => {
          const may = clientId === PAGES_CLIENT ? ON_PAGES : ['agent'];
          if (!may.includes(audienceOf(resource))) throw new errors.InvalidTarget();
          return resourceServer(resource);
        },
      },
    },
    ttl: {
      AccessToken: ONE_HOUR,
      ClientCredentials: ONE_HOUR,
      AuthorizationCode: ONE_MINUTE,
      IdToken: ONE_HOUR,
      Interaction: ONE_HOUR,
      Session: ONE_DAY,
      Grant: ONE_DAY,
    },
    clientBasedCORS: (_: GrantContext, origin: string) => origin === new URL(issuer).origin,
    findAccount: (_: GrantContext, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId }),
    }),
    pkce: { required: () => true },
    renderError: (context: GrantContext, { error, error_description }: Record<string, string>) => {
      context.body = `${error}: ${error_description}`;
    },
    interactions: { url: (_: GrantContext, { uid }: { uid: string }) => interactionPath(uid) },
    // whoever signs in here agrees: the pages are the issuer's own; but nobody is what his account is not
    loadExistingGrant: async ({ oidc: { client, session, params } }: GrantContext) => {
      if (!isOf(session?.accountId, params.resource)) return undefined;
      const grant = new provider.Grant({
        clientId: client.clientId,
        accountId: session?.accountId ?? '',
      });
      grant.addOIDCScope('openid');
      grant.addResourceScope(String(params.resource), '');
      await grant.save();
      return grant;
    },
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
  const signIn = signInPage(provider, accounts);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url = '/' } = request;
    // oidc-provider learns where it is mounted from `originalUrl`, as Express sets it
    Object.assign(request, { originalUrl: url, url: url.slice(mount.length) || '/' });
    if (url.startsWith(interactionPath(''))) return signIn(request, response);
    const asked = new URL(url, issuer).searchParams;
    const resource = asked.get('resource');
    if (asked.get('prompt') === 'login' || (resource && (await isAnother(request, resource))))
      forgetSession(request);
    await serve(request, response);
  };

  /** Another page of this browser knows who signed in there: an applicant is asked anew where an official is wanted. */
  async function isAnother({ headers }: IncomingMessage, resource: string): Promise<boolean> {
    const id = /(?:^|; )_session=([^;]+)/.exec(headers.cookie ?? '')?.[1];
    const session = id ? await provider.Session.find(id) : undefined;
    return Boolean(session?.accountId && !isOf(session.accountId, resource));
  }
}

/** Who asks to sign in anew is a new person to the provider, whoever signed in before him in this browser. */
function forgetSession({ headers }: IncomingMessage): void {
  headers.cookie = (headers.cookie ?? '')
    .split('; ')
    .filter((cookie) => !cookie.startsWith('_session'))
    .join('; ');
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
