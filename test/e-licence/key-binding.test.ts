import { generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { isKeyBound } from '#functions/e-licence/key-binding.ts';
import { verifySdJwt } from '#functions/e-licence/sd-jwt.ts';
import { verifyStatusList } from '#functions/e-licence/status-list.ts';
import { verifyLicence } from '#functions/e-licence/verify-licence.ts';
import { demoRegion, HUNAN_COMPANY, LICENSED_AT } from '#test/builders/a-licence.ts';
import { AUDIENCE, aLicenceHolder } from '#test/builders/a-licence-holder.ts';

const hunan = await demoRegion();
const holder = await aLicenceHolder();
const stranger = await generateKeyPair('ES256');
const licence = await hunan.licence(HUNAN_COMPANY, 7, { payload: holder.bound });
const unbound = await hunan.licence();
const DOCUMENT = 'ab'.repeat(32);

const verdictOn = (token: string, audience: string | undefined = AUDIENCE) =>
  verifySdJwt(token, {
    typ: 'dc+sd-jwt',
    keysOf: () => hunan.jwks,
    now: LICENSED_AT,
    ...(audience && { audience }),
  });
const refused = { ok: false, reason: 'KEY_BINDING' };

describe('what a licence’s holder signs with its key', () => {
  it('is told', async () => {
    expect(await verdictOn(await holder.signs(licence, DOCUMENT))).toMatchObject({
      ok: true,
      nonce: DOCUMENT,
      claims: { uscc: HUNAN_COMPANY.uscc },
    });
    expect(await verdictOn(licence)).not.toHaveProperty('nonce');
  });

  it.each([
    ['another audience', { aud: 'https://elsewhere.example' }, {}],
    ['another token', { sd_hash: 'AAAA' }, {}],
    ['no time', { iat: undefined }, {}],
    ['the future', { iat: LICENSED_AT / 1000 + 3600 }, {}],
    ['no nonce', { nonce: undefined }, {}],
    ['another type of token', {}, { typ: 'JWT' }],
    ['no algorithm of ours', {}, { alg: 'ES256', crit: ['x'], x: 1 }],
  ])('is refused with %s', async (_, change, header) => {
    const signed = holder.signs(licence, DOCUMENT, change, header).catch(() => undefined);
    const token = (await signed) ?? `${licence}a.b.c`;
    expect(await verdictOn(token)).toEqual(refused);
  });

  it('is refused with another’s key, and of a licence that has none', async () => {
    const { privateKey } = stranger;
    expect(await verdictOn(await holder.signs(licence, DOCUMENT, {}, {}, privateKey))).toEqual(
      refused,
    );
    expect(await verdictOn(await holder.signs(unbound, DOCUMENT))).toEqual(refused);
    expect(await verdictOn(`${licence}nonsense`)).toEqual(refused);
  });

  it('does not cover the same licence with another claim shown', async () => {
    const binding = (await holder.signs(licence, DOCUMENT)).slice(licence.length);
    const fewer = licence.split('~').toSpliced(1, 1).join('~');
    expect(await verdictOn(`${fewer}${binding}`)).toEqual(refused);
  });
});

describe('a licence', () => {
  it('is known to be bound to a key, or not, whatever it is', () => {
    const all = [licence, unbound, undefined, '', 'x', 'a.b.c~', `${licence}x`];
    expect(all.map(isKeyBound)).toEqual([true, false, false, false, false, false, true]);
  });

  const checkOf = async (token: string) => {
    const shown = { shareholder: 2, token, documents: new Set([DOCUMENT]) };
    const { check } = await verifyLicence(shown, {
      trustList: [hunan.trustListEntry('http://127.0.0.1:4100')],
      audience: AUDIENCE,
      now: LICENSED_AT,
      async statusList({ jwks }, uri) {
        const said = await hunan.statusList();
        const verdict = await verifyStatusList(said, { jwks, uri, now: LICENSED_AT });
        if (!verdict.ok) throw new Error(verdict.reason);
        return { list: verdict.list, token: said, readAt: LICENSED_AT };
      },
    });
    return [check.outcome, check.signed];
  };

  it('tells whether its holder signed this document', async () => {
    expect(await checkOf(await holder.signs(licence, DOCUMENT))).toEqual(['VALID', 'SIGNED']);
    expect(await checkOf(await holder.signs(licence, 'cd'.repeat(32)))).toEqual([
      'VALID',
      'OTHER_DOCUMENT',
    ]);
    expect(await checkOf(licence)).toEqual(['VALID', 'NOT_SIGNED']);
    expect(await checkOf(unbound)).toEqual(['VALID', undefined]);
    expect(await checkOf(await holder.signs(unbound, DOCUMENT))).toEqual(['INVALID', undefined]);
  });
});
