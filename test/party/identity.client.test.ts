import { createServer, type RequestListener, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { identityClient } from '#functions/party/identity.client.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';

const { provider } = await anIdentityProvider();
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A token end-point that gives these answers, one a request, and what it was asked. */
async function aProviderThat(...answers: RequestListener[]) {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    asked.push(await text(request));
    answers[Math.min(asked.length, answers.length) - 1]?.(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const configured = {
    ...provider,
    token_endpoint: `http://127.0.0.1:${port}/token`,
    client_id: 'market-entry',
  };
  const exchange = () =>
    identityClient(configured, { timeoutMs: 150, pauseMs: 1 })({
      code: 'c1',
      verifier: 'v1',
      redirectUri: 'https://registrar.example/signing',
    });
  return { asked, exchange };
}

const says =
  (status: number, body: unknown): RequestListener =>
  (_, response) =>
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
const silent: RequestListener = () => {};
const unavailable = { name: 'IdentityProviderUnavailable' };

describe('the identity connector', () => {
  it('exchanges a code for the assertion, as RFC 6749 and RFC 7636 have it', async () => {
    const { asked, exchange } = await aProviderThat(says(200, { assertion: 'a.b.c', more: 1 }));
    expect(await exchange()).toEqual({ outcome: 'ASSERTED', assertion: 'a.b.c' });
    expect(Object.fromEntries(new URLSearchParams(asked[0]))).toEqual({
      grant_type: 'authorization_code',
      code: 'c1',
      redirect_uri: 'https://registrar.example/signing',
      client_id: 'market-entry',
      code_verifier: 'v1',
    });
  });

  it('tells a face that does not match from a code that is not good', async () => {
    const failed = await aProviderThat(says(400, { error: 'access_denied' }));
    expect(await failed.exchange()).toEqual({ outcome: 'FACE_FAILED' });
    const refused = await aProviderThat(says(400, { error: 'invalid_grant' }));
    expect(await refused.exchange()).toEqual({ outcome: 'CODE_REFUSED' });
    expect([failed.asked.length, refused.asked.length]).toEqual([1, 1]);
  });

  it('tries twice, and takes the second answer', async () => {
    const { asked, exchange } = await aProviderThat(silent, says(200, { assertion: 'a' }));
    expect(await exchange()).toEqual({ outcome: 'ASSERTED', assertion: 'a' });
    expect(asked).toHaveLength(2);
  });

  it('calls it silence where a code is refused that a silent call may have spent', async () => {
    const { exchange } = await aProviderThat(silent, says(400, { error: 'invalid_grant' }));
    await expect(exchange()).rejects.toMatchObject(unavailable);
  });

  it.each<[string, RequestListener]>([
    ['no answer', silent],
    ['an answer that does not end', (_, response) => void response.write('{"assertion":')],
    ['a broken connection', (_, response) => response.destroy()],
    ['500', says(500, { assertion: 'a' })],
    ['a redirect', (_, response) => response.writeHead(302, { location: '/elsewhere' }).end()],
    ['no JSON', says(200, 'nonsense')],
    ['no assertion', says(200, {})],
    ['an assertion too long', says(200, { assertion: 'x'.repeat(9_000) })],
    ['an endless answer', says(200, 'x'.repeat(40_000))],
    ['an error that it does not explain', says(400, { error: 'server_error' })],
  ])('calls %s the provider’s unavailability', async (_, answers) => {
    const { asked, exchange } = await aProviderThat(answers);
    await expect(exchange()).rejects.toMatchObject(unavailable);
    expect(asked.length).toBe(2);
  });

  it('takes no code where no end-point is configured', async () => {
    const exchanged = identityClient(provider)({ code: 'c', verifier: 'v', redirectUri: 'r' });
    expect(await exchanged).toEqual({ outcome: 'CODE_REFUSED' });
  });
});
