import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApiGateway } from '#local/api-gateway.ts';
import { bearerToken } from '#local/bearer-token.ts';
import type { DeployedRoute } from '#local/deployed-route.ts';
import type { Outcome } from '#local/lambda-instance.ts';
import { listen } from '#local/listen.ts';
import { createIssuer } from '#local/oidc.ts';

const AGENT = {
  id: 'agent-qihang',
  role: 'agent',
  audience: 'agent',
  name: '启航示例登记代理有限公司',
  secret: 'demo-secret-of-agent-qihang',
} as const;
const OFFICIAL = {
  id: 'supervisor',
  role: 'official',
  audience: 'official',
  name: '沈行之',
} as const;

let server: Server;
let baseUrl: string;
let issuer: string;
let events: unknown[] = [];
let outcome: Outcome = { payload: null };

beforeAll(async () => {
  server = createServer();
  baseUrl = `http://127.0.0.1:${await listen(server, 0)}`;
  issuer = `${baseUrl}/oidc`;
  const folder = mkdtempSync(join(tmpdir(), 'oidc-'));
  const oidc = createIssuer(issuer, join(folder, 'key.json'));
  const agents = { issuer, audiences: ['agent', 'applicant'] };
  const routes: DeployedRoute[] = [
    { routeKey: 'GET /open/{id}', functionArn: 'fn' },
    { routeKey: 'GET /open/first', functionArn: 'fn' },
    { routeKey: 'POST /batches', functionArn: 'fn', jwt: agents },
    { routeKey: 'GET /cases', functionArn: 'fn', jwt: { issuer, audiences: ['official'] } },
  ];
  const gateway = createApiGateway({
    routes,
    cors: {
      AllowOrigins: ['https://page.example'],
      AllowMethods: ['POST'],
      AllowHeaders: ['authorization'],
      ExposeHeaders: ['etag'],
    },
    invoke: async (_, event) => {
      events.push(event);
      return outcome;
    },
    report: () => {},
  });
  server.on('request', (request, response) =>
    request.url?.startsWith('/oidc/') ? oidc(request, response) : gateway(request, response),
  );
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  events = [];
  outcome = { payload: { statusCode: 204 } };
});

const post = (token?: string, init: RequestInit = {}) =>
  fetch(`${baseUrl}/batches`, {
    method: 'POST',
    ...init,
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...init.headers },
  });

describe('tokens', () => {
  const secondsFromNow = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
  const claims = { iss: '', sub: 'agent-qihang', aud: 'agent', exp: secondsFromNow(60) };
  const forged = (alg: string, key: KeyObject | Uint8Array) =>
    new SignJWT({ ...claims, iss: issuer }).setProtectedHeader({ alg }).sign(key);

  it('lets the issuer’s token of the route’s audience in', async () => {
    const token = await bearerToken(baseUrl, AGENT);
    expect((await post(token)).status).toBe(204);
    expect(decodeJwt(token)).toMatchObject({
      sub: AGENT.id,
      aud: 'agent',
      name: AGENT.name,
      iss: issuer,
    });
  });

  const refused: Record<string, () => Promise<string | undefined> | string | undefined> = {
    none: () => undefined,
    'what is no token': () => 'abc',
    'another audience': () => bearerToken(baseUrl, OFFICIAL),
    'alg none': () => new UnsecuredJWT({ ...claims, iss: issuer }).encode(),
    HS256: () => forged('HS256', new TextEncoder().encode('a secret of at least 32 characters')),
    ES256: () => forged('ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
    'another key': () =>
      forged('RS256', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
    'a changed claim': async () => {
      const [header, , signature] = (await bearerToken(baseUrl, AGENT)).split('.');
      const other = { ...claims, iss: issuer, sub: 'agent-lanting' };
      return `${header}.${Buffer.from(JSON.stringify(other)).toString('base64url')}.${signature}`;
    },
  };
  for (const [kind, make] of Object.entries(refused)) {
    it(`refuses ${kind}`, async () => {
      const response = await post(await make());
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ message: 'Unauthorized' });
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(events).toEqual([]);
    });
  }
});

describe('an issuer that signs anything', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signers = { RS256: rsa.privateKey, RS512: rsa.privateKey, ES256: ec.privateKey } as const;
  // without `alg`, so that only the gateway's own rule says which algorithms are good
  const keys = [rsa, ec].map(({ publicKey }) => ({
    ...publicKey.export({ format: 'jwk' }),
    use: 'sig',
    kid: 'shared',
  }));
  let other: Server;
  let gateway: Server;
  let otherIssuer: string;
  let url: string;
  beforeAll(async () => {
    other = createServer((request, response) => {
      const found = request.url?.endsWith('/jwks')
        ? { keys }
        : { issuer: otherIssuer, jwks_uri: `${otherIssuer}/jwks` };
      response.end(JSON.stringify(found));
    });
    otherIssuer = `http://127.0.0.1:${await listen(other, 0)}`;
    const jwt = { issuer: otherIssuer, audiences: ['agent'] };
    gateway = createServer(
      createApiGateway({
        routes: [{ routeKey: '$default', functionArn: 'fn', jwt }],
        cors: undefined,
        invoke: async () => ({ payload: { statusCode: 204 } }),
        report: () => {},
      }),
    );
    url = `http://127.0.0.1:${await listen(gateway, 0)}`;
  });
  afterAll(() => {
    other.close();
    gateway.close();
  });

  const status = async (
    over: object,
    alg: keyof typeof signers = 'RS256',
    kid: string | undefined = 'shared',
  ) => {
    const now = Math.floor(Date.now() / 1000);
    const payload = { iss: otherIssuer, aud: 'agent', sub: 'x', exp: now + 60, ...over };
    const token = await new SignJWT(payload)
      .setProtectedHeader({ alg, ...(kid && { kid }) })
      .sign(signers[alg]);
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    response.body?.cancel();
    return response.status;
  };
  it.each([
    ['right in all', {}, 204],
    ['of two audiences', { aud: ['official', 'agent'] }, 204],
    ['expired', { exp: Math.floor(Date.now() / 1000) - 1 }, 401],
    ['without an expiry', { exp: undefined }, 401],
    ['not valid yet', { nbf: Math.floor(Date.now() / 1000) + 60 }, 401],
    ['issued in the future', { iat: Math.floor(Date.now() / 1000) + 60 }, 401],
    ['of another issuer', { iss: 'https://issuer.example' }, 401],
    ['of another audience', { aud: 'official' }, 401],
    ['without an audience', { aud: undefined }, 401],
  ])('answers a token %s', async (_, over, expected) => {
    expect(await status(over)).toBe(expected);
  });
  it.each(['RS512', 'ES256'] as const)('refuses %s, though the key is published', async (alg) => {
    expect(await status({}, alg)).toBe(401);
  });
  it('refuses a token that does not name its key, or names another', async () => {
    expect(await status({}, 'RS256', '')).toBe(401);
    expect(await status({}, 'RS256', 'another')).toBe(401);
  });
});

describe('requests and answers', () => {
  it('hands the function an event of payload format 2.0', async () => {
    const token = await bearerToken(baseUrl, OFFICIAL);
    await fetch(`${baseUrl}/cases?limit=5&tag=a&tag=b%20c`, {
      headers: { authorization: `Bearer ${token}`, 'X-Own': 'Yes', cookie: 'a=1; b=2' },
    });
    expect(events).toMatchObject([
      {
        version: '2.0',
        routeKey: 'GET /cases',
        rawPath: '/cases',
        rawQueryString: 'limit=5&tag=a&tag=b%20c',
        queryStringParameters: { limit: '5', tag: 'a,b c' },
        cookies: ['a=1', 'b=2'],
        headers: { 'x-own': 'Yes' },
        isBase64Encoded: false,
        requestContext: {
          http: { method: 'GET', path: '/cases', sourceIp: '127.0.0.1' },
          authorizer: {
            jwt: { claims: { sub: 'supervisor', registrars: '[440115 440106]' }, scopes: null },
          },
        },
      },
    ]);
  });

  it('takes the more specific of two routes, and decodes path parameters', async () => {
    await fetch(`${baseUrl}/open/first`);
    await fetch(`${baseUrl}/open/a%20b`);
    expect(events).toMatchObject([
      { routeKey: 'GET /open/first' },
      { routeKey: 'GET /open/{id}', pathParameters: { id: 'a b' } },
    ]);
  });

  it('hands text over as text and anything else in base64', async () => {
    const token = await bearerToken(baseUrl, AGENT);
    await post(token, { body: '{"名":1}', headers: { 'content-type': 'application/json' } });
    await post(token, {
      body: new Uint8Array([0, 255]),
      headers: { 'content-type': 'application/zip' },
    });
    expect(events).toMatchObject([
      { body: '{"名":1}', isBase64Encoded: false },
      { body: 'AP8=', isBase64Encoded: true },
    ]);
  });

  it('passes the function’s status, headers, cookies and body on', async () => {
    const headers = { 'content-type': 'application/problem+json', etag: '"3"' };
    outcome = {
      payload: { statusCode: 412, headers, cookies: ['s=1'], body: 'AAH/', isBase64Encoded: true },
    };
    const response = await fetch(`${baseUrl}/open/1`);
    expect(response.status).toBe(412);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('etag')).toBe('"3"');
    expect(response.headers.getSetCookie()).toEqual(['s=1']);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([0, 1, 255]));
  });

  it.each<[string, Outcome]>([
    ['fails', { error: { errorType: 'X', errorMessage: 'secret', trace: [] } }],
    ['answers nonsense', { payload: { statusCode: 'high' } }],
  ])('answers 500 when the function %s', async (_, given) => {
    outcome = given;
    const response = await fetch(`${baseUrl}/open/1`);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: 'Internal Server Error' });
  });

  it('knows no other route', async () => {
    const response = await fetch(`${baseUrl}/open/1/2`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ message: 'Not Found' });
  });

  it('refuses a body over 10 MB', async () => {
    const token = await bearerToken(baseUrl, AGENT);
    const limit = 10 * 1024 * 1024;
    const upload = (bytes: number) =>
      post(token, { body: Buffer.alloc(bytes, 'a'), headers: { 'content-type': 'text/plain' } });
    expect((await upload(limit)).status).toBe(204);
    expect((await upload(limit + 1)).status).toBe(413);
  });

  it('answers preflights for allowed origins only', async () => {
    const preflight = (origin: string) =>
      fetch(`${baseUrl}/batches`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const allowed = await preflight('https://page.example');
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://page.example');
    expect(
      (await preflight('https://other.example')).headers.get('access-control-allow-origin'),
    ).toBe(null);
  });
});
