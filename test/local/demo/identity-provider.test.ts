import { createHash } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checkIdentities } from '#functions/party/identity-assertion.ts';
import { PERSONS } from '#local/accounts.ts';
import {
  createIdentityProvider,
  IDENTITY_AUDIENCE,
  IDENTITY_ISSUER,
} from '#local/demo/identity-provider.ts';
import { anIndividualBusiness, people } from '#test/builders/a-form.ts';
import { serving } from './serving.ts';

const folder = await mkdtemp(join(tmpdir(), 'identity-'));
const keyFile = join(folder, 'key.json');
const identity = await createIdentityProvider(keyFile);
const { base, send, stop } = await serving(identity.handler);

afterAll(async () => {
  stop();
  await rm(folder, { recursive: true });
});

const documentHash = 'ab'.repeat(32);
const setFault = async (mode: string) =>
  (await send('PUT', '/demo/identity/fault', { mode })).status;

const check = (assertion: string, person: object = people.p1, jwks = identity.publicJwks) =>
  checkIdentities({
    form: anIndividualBusiness({ people: { p1: person } }),
    assertions: [assertion],
    documentHash,
    jwks,
    issuer: IDENTITY_ISSUER,
    audience: IDENTITY_AUDIENCE,
    now: Date.now(),
  });
const VERIFIED = [{ person: 'p1', outcome: 'VERIFIED' }];

const asked = async (body: object) => {
  const response = await send('POST', '/demo/identity/assertions', { documentHash, ...body });
  return z.object({ assertion: z.string() }).parse(await response.json()).assertion;
};

describe('the demo identity provider', () => {
  it('signs for a person as the form names him', async () => {
    const { kind, number } = people.p1.document;
    const person = { name: people.p1.name, document: { kind, number } };
    expect(await check(await asked({ person }))).toMatchObject(VERIFIED);
  });

  it('signs for the person behind an account', async () => {
    const assertion = await asked({ account: 'lin-qinghe' });
    expect(await check(assertion, PERSONS['lin-qinghe'])).toMatchObject(VERIFIED);
  });

  it('keeps its key to itself and over a restart, so that old signatures hold', async () => {
    const assertion = await identity.assert({ ...people.p1, documentHash, at: Date.now() });
    const { publicJwks } = await createIdentityProvider(keyFile);
    expect(await check(assertion, people.p1, publicJwks)).toMatchObject(VERIFIED);
    expect(publicJwks.keys[0]).not.toHaveProperty('d');
    expect((await stat(keyFile)).mode & 0o077).toBe(0);
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['nobody', { documentHash }],
    ['an unknown account', { documentHash, account: 'nobody' }],
    ['a document without a digest', { documentHash: 'x', account: 'lin-qinghe' }],
  ])('refuses to sign for %s', async (_, body) => {
    expect((await send('POST', '/demo/identity/assertions', body)).status).toBe(400);
  });

  it('publishes its keys and nothing else', async () => {
    expect(await (await fetch(`${base}/demo/identity/jwks.json`)).json()).toEqual(
      identity.publicJwks,
    );
    expect((await fetch(`${base}/demo/identity/key.json`)).status).toBe(404);
  });

  describe('by the code flow', () => {
    const verifier = 'v'.repeat(43);
    const asking = {
      response_type: 'code',
      client_id: 'market-entry',
      redirect_uri: 'http://127.0.0.1:1/signing',
      state: 'si_1',
      document_hash: documentHash,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    };
    const authorize = (change: object = {}) =>
      fetch(`${base}/demo/identity/authorize?${new URLSearchParams({ ...asking, ...change })}`, {
        redirect: 'manual',
      });
    const chosen = (fields: object) =>
      fetch(`${base}/demo/identity/authorize`, {
        method: 'POST',
        body: new URLSearchParams({ ...asking, ...fields }),
        redirect: 'manual',
      });
    const codeIn = (response: Response) => {
      const back = new URL(response.headers.get('location') ?? '');
      expect(`${back.origin}${back.pathname}`).toBe(asking.redirect_uri);
      expect(back.searchParams.get('state')).toBe('si_1');
      return back.searchParams.get('code') ?? '';
    };
    const exchange = async (code: string, change: object = {}) => {
      const said = {
        grant_type: 'authorization_code',
        code,
        client_id: asking.client_id,
        redirect_uri: asking.redirect_uri,
        code_verifier: verifier,
        ...change,
      };
      const response = await fetch(`${base}/demo/identity/token`, {
        method: 'POST',
        body: new URLSearchParams(said),
        signal: AbortSignal.timeout(150),
      });
      const body = z.record(z.string(), z.string()).parse(await response.json());
      return { status: response.status, body };
    };

    it('signs for the account that is hinted at, once for a code', async () => {
      const code = codeIn(await authorize({ login_hint: 'lin-qinghe' }));
      const { body } = await exchange(code);
      expect(await check(body.assertion ?? '', PERSONS['lin-qinghe'])).toMatchObject(VERIFIED);
      expect(await exchange(code)).toEqual({ status: 400, body: { error: 'invalid_grant' } });
    });

    it('lets a human choose on a page who is there and what the camera sees', async () => {
      const page = await authorize({ state: '"><script>' });
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await page.text()).not.toContain('<script>');
      const { number } = people.p1.document;
      const person = { name: people.p1.name, kind: 'RESIDENT_ID', number };
      const { body } = await exchange(codeIn(await chosen({ ...person, outcome: 'ok' })));
      expect(await check(body.assertion ?? '')).toMatchObject(VERIFIED);
      const failed = await exchange(codeIn(await chosen({ ...person, outcome: 'fails' })));
      expect(failed).toEqual({ status: 400, body: { error: 'access_denied' } });
      const quiet = exchange(codeIn(await chosen({ ...person, outcome: 'silent' })));
      await expect(quiet).rejects.toThrow('timeout');
      expect((await chosen({ outcome: 'ok' })).status).toBe(400);
    });

    it.each([
      ['another verifier', { code_verifier: 'w'.repeat(43) }],
      ['another page', { redirect_uri: 'http://127.0.0.1:2/signing' }],
      ['another client', { client_id: 'somebody' }],
    ])('gives nothing for a code by %s', async (_, change) => {
      const code = codeIn(await authorize({ login_hint: 'lin-qinghe' }));
      expect((await exchange(code, change)).body).toEqual({ error: 'invalid_grant' });
    });

    it.each([
      { response_type: 'token' },
      { code_challenge_method: 'plain' },
      { document_hash: 'x' },
      { redirect_uri: 'javascript:alert(1)' },
    ])('refuses a request with %j', async (change) => {
      expect((await authorize(change)).status).toBe(400);
    });

    it('fails for one account or one document at the switch, by every way', async () => {
      const set = (body: object) => send('PUT', '/demo/identity/fault', body);
      const outcome = async () =>
        (await exchange(codeIn(await authorize({ login_hint: 'xu-zhixia' })))).status;
      await set({ mode: 'fails', account: 'xu-zhixia' });
      expect(await outcome()).toBe(400);
      const asked = { documentHash, account: 'xu-zhixia' };
      expect((await send('POST', '/demo/identity/assertions', asked)).status).toBe(422);
      await set({ mode: 'ok', account: 'xu-zhixia' });
      await set({ mode: 'silent', documentHash });
      await expect(outcome()).rejects.toThrow('timeout');
      await set({ mode: 'ok', documentHash });
      expect(await outcome()).toBe(200);
      await set({ mode: 'fails' });
      expect(await outcome()).toBe(400);
      await set({ mode: 'ok' });
      expect(await outcome()).toBe(200);
    });
  });

  it('fails or falls silent at the switch, and comes back', async () => {
    const keys = () =>
      fetch(`${base}/demo/identity/jwks.json`, { signal: AbortSignal.timeout(150) });
    expect(await setFault('error')).toBe(200);
    expect((await keys()).status).toBe(500);
    expect(await setFault('silent')).toBe(200);
    await expect(keys()).rejects.toThrow('timeout');
    expect(await setFault('sideways')).toBe(400);
    expect(await setFault('none')).toBe(200);
    expect((await keys()).status).toBe(200);
  });
});
