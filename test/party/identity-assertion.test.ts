import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { checkIdentities } from '#functions/party/identity-assertion.ts';
import { anIndividualBusiness, people } from '#test/builders/a-form.ts';

const NOW = Date.parse('2026-11-23T04:00:00.000Z');
const HOUR = 3600;
const now = NOW / 1000;
const documentHash = 'ab'.repeat(32);
const issuer = 'https://identity.example';
const audience = 'https://registry.example';

const trusted = await generateKeyPair('ES256');
const stranger = await generateKeyPair('ES256');
const rsa = await generateKeyPair('RS256');
const jwks = { keys: [await exportJWK(trusted.publicKey), await exportJWK(rsa.publicKey)] };

const claims = {
  iss: issuer,
  aud: audience,
  iat: now - HOUR,
  exp: now + HOUR,
  auth_time: now - 2 * HOUR,
  document_hash: documentHash,
  person: people.p1,
  method: 'face',
};

const assertion = (
  change: object = {},
  { key = trusted.privateKey, alg = 'ES256', typ = 'identity-assertion+jwt' } = {},
) => new SignJWT({ ...claims, ...change }).setProtectedHeader({ alg, typ }).sign(key);

const form = anIndividualBusiness();
const check = (...assertions: string[]) =>
  checkIdentities({ form, assertions, documentHash, jwks, issuer, audience, now: NOW });

const MISSING = { person: 'p1', outcome: 'MISSING' };
const FORGED = { outcome: 'FORGED' };

describe('a person’s identity', () => {
  it('is verified when a genuine assertion names him and this document', async () => {
    expect(await check(await assertion())).toEqual([
      { person: 'p1', outcome: 'VERIFIED', verifiedAt: '2026-11-23T02:00:00.000Z' },
    ]);
  });

  it('is not verified by the number of another kind of document', async () => {
    const { name, document } = people.p1;
    const passport = { name, document: { ...document, kind: 'PASSPORT' } };
    expect(await check(await assertion({ person: passport }))).toEqual([
      MISSING,
      { outcome: 'OTHER_PERSON' },
    ]);
  });

  it('is missing when nobody signed for him', async () => {
    expect(await check()).toEqual([MISSING]);
  });

  it('is too old when his face was seen more than 72 hours before he signed', async () => {
    const at = (age: number) => assertion({ auth_time: now - HOUR - age });
    expect(await check(await at(72 * HOUR))).toMatchObject([{ outcome: 'VERIFIED' }]);
    expect(await check(await at(72 * HOUR + 1))).toMatchObject([
      { person: 'p1', outcome: 'TOO_OLD' },
    ]);
  });

  it('stays verified while the case is looked at, until the assertion expires', async () => {
    const signedLongAgo = { iat: now - 1000 * HOUR, auth_time: now - 1001 * HOUR };
    expect(await check(await assertion(signedLongAgo))).toMatchObject([{ outcome: 'VERIFIED' }]);
    expect(await check(await assertion({ ...signedLongAgo, exp: now - 1 }))).toMatchObject([
      { outcome: 'TOO_OLD' },
    ]);
  });

  it('is that of another document when he signed other content', async () => {
    const other = await assertion({ document_hash: 'cd'.repeat(32) });
    expect(await check(other)).toMatchObject([{ person: 'p1', outcome: 'OTHER_DOCUMENT' }]);
  });

  it('takes the best of several assertions', async () => {
    const other = await assertion({ document_hash: 'cd'.repeat(32) });
    expect(await check(other, await assertion())).toMatchObject([{ outcome: 'VERIFIED' }]);
  });

  it('takes the newest of equally good ones, in whatever order they came', async () => {
    const [early, late] = [await assertion(), await assertion({ auth_time: now - HOUR })];
    const newest = [{ outcome: 'VERIFIED', verifiedAt: '2026-11-23T03:00:00.000Z' }];
    expect(await check(early, late)).toMatchObject(newest);
    expect(await check(late, early)).toMatchObject(newest);
  });

  it('is not proved by an assertion over the same name and another number', async () => {
    const namesake = { ...people.p1, document: people.p2.document };
    expect(await check(await assertion({ person: namesake }))).toEqual([
      MISSING,
      { outcome: 'OTHER_PERSON' },
    ]);
  });

  it.each([
    ['a key that is not the provider’s', {}, { key: stranger.privateKey }],
    ['an algorithm outside the list', {}, { key: rsa.privateKey, alg: 'RS256' }],
    ['a token of another type', {}, { typ: 'JWT' }],
    ['another issuer', { iss: 'https://elsewhere.example' }, {}],
    ['another issuer, and expired', { iss: 'https://elsewhere.example', exp: now - 1 }, {}],
    ['another audience', { aud: 'https://elsewhere.example' }, {}],
    ['no expiry', { exp: undefined }, {}],
    ['a signing time in the future', { iat: now + HOUR }, {}],
    ['a verification after the signing', { auth_time: now }, {}],
    ['another method', { method: 'password' }, {}],
  ])('is missing and the assertion forged: %s', async (_, change, by) => {
    expect(await check(await assertion(change, by))).toEqual([MISSING, FORGED]);
  });

  it('is missing when the assertion was altered or cannot be read', async () => {
    const [header, , signature] = (await assertion()).split('.');
    const altered = Buffer.from(JSON.stringify({ ...claims, iat: now })).toString('base64url');
    expect(await check(`${header}.${altered}.${signature}`, 'nonsense')).toEqual([
      MISSING,
      FORGED,
      FORGED,
    ]);
  });
});
