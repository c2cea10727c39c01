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
