import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { type SdJwtTerms, verifySdJwt } from '#functions/e-licence/sd-jwt.ts';
import { aDisclosure, anSdJwt, digestOfDisclosure } from '#test/builders/an-sd-jwt.ts';

const ISSUER = 'https://issuer.example';
const NOW = Date.parse('2026-11-23T02:00:00.000Z');
const lawful = { iss: ISSUER, vct: 'urn:example:1', iat: NOW / 1000, exp: NOW / 1000 + 600 };
const name = aDisclosure('name', '长沙云麓山货有限公司');
const digest = digestOfDisclosure(name);

const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
const jwk = await exportJWK(publicKey);
const terms: SdJwtTerms = {
  typ: 'dc+sd-jwt',
  keysOf: (issuer) => (issuer === ISSUER ? { keys: [jwk] } : undefined),
  now: NOW,
};

const verdictOn = (payload: object, disclosures: readonly string[] = [], header: object = {}) =>
  anSdJwt(privateKey, payload, { header, disclosures }).then((token) => verifySdJwt(token, terms));
const refusal = (reason: string) => ({ ok: false, reason });

describe('an SD-JWT that holds', () => {
  it('shows the plain and the disclosed claims, and no trace of the disclosing', async () => {
    const payload = { ...lawful, _sd: [digest, 'decoy'], _sd_alg: 'sha-256' };
    expect(await verdictOn(payload, [name])).toEqual({
      ok: true,
      claims: { ...lawful, name: '长沙云麓山货有限公司' },
      issuer: ISSUER,
      header: { alg: 'ES256', typ: 'dc+sd-jwt' },
    });
  });

  it('leaves out what the holder did not disclose', async () => {
    expect(await verdictOn({ ...lawful, _sd: [digest] })).toMatchObject({ claims: lawful });
  });

  it('opens disclosures inside disclosures, structures and arrays', async () => {
    const town = aDisclosure('town', '长沙');
    const address = aDisclosure('address', {
      country: 'CN',
      _sd: [digestOfDisclosure(town), 'decoy'],
    });
    const inner = aDisclosure('b');
    const list = aDisclosure(['a', { '...': digestOfDisclosure(inner) }, { '...': 'decoy 2' }]);
    const payload = {
      ...lawful,
      _sd: [digestOfDisclosure(address)],
      lists: [{ '...': digestOfDisclosure(list) }, { '...': 'hidden' }],
      plain: { _sd: [digest] },
    };
    expect(await verdictOn(payload, [list, town, name, inner, address])).toMatchObject({
      ok: true,
      claims: {
        ...lawful,
        address: { country: 'CN', town: '长沙' },
        lists: [['a', 'b']],
        plain: { name: '长沙云麓山货有限公司' },
      },
    });
  });

  it('may be signed on Ed25519', async () => {
    const edwards = await generateKeyPair('EdDSA', { extractable: true });
    const token = await anSdJwt(edwards.privateKey, lawful, { header: { alg: 'EdDSA' } });
    const keys = [jwk, await exportJWK(edwards.publicKey)];
    expect(await verifySdJwt(token, { ...terms, keysOf: () => ({ keys }) })).toMatchObject({
      ok: true,
    });
  });

  it('is believed by a key of its issuer, never by one it brings along', async () => {
    const own = await generateKeyPair('ES256', { extractable: true });
    const brought = {
      jwk: await exportJWK(own.publicKey),
      x5c: ['AAAA'],
      jku: 'https://evil.example',
    };
    const forged = await anSdJwt(own.privateKey, lawful, { header: brought });
    expect(await verifySdJwt(forged, terms)).toEqual(refusal('WRONG_SIGNATURE'));
    expect(await verdictOn(lawful, [], brought)).toMatchObject({ ok: true });
  });

  it('survives a key on a curve that would end the process', async () => {
    const sm2 = {
      kty: 'EC',
      crv: 'SM2',
      x: 'MsSuLB8ZgRlfmQRGajnJlI_jC7_yZgvhcVpFiTNMdMc',
      y: 'vDdrozqWnMd8Csp_vSFZQMrUJmyS9nPcyEDY8hMl-fA',
    };
    expect(await verdictOn({ ...lawful, cnf: { jwk: sm2 } }, [], { jwk: sm2 })).toMatchObject({
      ok: true,
    });
  });
});

const unused = aDisclosure('name', 'x');
const tampered = Buffer.from(
  Buffer.from(name, 'base64url').toString().replace('云', '月'),
).toString('base64url');
const other = aDisclosure('name', 'Mallory');
const other2 = digestOfDisclosure(other);
const claim = (...parts: readonly unknown[]) => {
  const text = aDisclosure(...parts);
  return [{ ...lawful, _sd: [digestOfDisclosure(text)] }, [text]] as const;
};
const deep = JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`);

describe('a hostile SD-JWT, though signed by its issuer, is refused', () => {
  it.each<[string, string, object, (readonly string[])?, object?]>([
    [
      'a disclosure that nothing refers to',
      'WRONG_DISCLOSURE',
      { ...lawful, _sd: [digest] },
      [unused],
    ],
    ['a disclosure given twice', 'WRONG_DISCLOSURE', { ...lawful, _sd: [digest] }, [name, name]],
    [
      'a disclosure changed by a letter',
      'WRONG_DISCLOSURE',
      { ...lawful, _sd: [digest] },
      [tampered],
    ],
    [
      'two disclosures of one claim',
      'WRONG_DISCLOSURE',
      { ...lawful, _sd: [digest, other2] },
      [name, other],
    ],
    [
      'a disclosure over a plain claim',
      'WRONG_DISCLOSURE',
      { ...lawful, name: 'x', _sd: [digest] },
      [name],
    ],
    ['a claim named _sd', 'WRONG_DISCLOSURE', ...claim('_sd', [])],
    ['a claim named ...', 'WRONG_DISCLOSURE', ...claim('...', 'x')],
    ['a claim named _sd_alg', 'WRONG_DISCLOSURE', ...claim('_sd_alg', 'sha-256')],
    ['a claim named __proto__', 'WRONG_DISCLOSURE', ...claim('__proto__', { uscc: 'x' })],
    ['an expiry in a disclosure', 'WRONG_DISCLOSURE', ...claim('exp', 9e9)],
    ['an issuer in a disclosure', 'WRONG_DISCLOSURE', ...claim('iss', ISSUER)],
    ['a status in a disclosure', 'WRONG_DISCLOSURE', ...claim('status', {})],
    [
      'a digest twice in one place',
      'WRONG_DISCLOSURE',
      { ...lawful, _sd: [digest, digest] },
      [name],
    ],
    [
      'a digest twice in two places',
      'WRONG_DISCLOSURE',
      { ...lawful, _sd: [digest], a: { _sd: [digest] } },
      [name],
    ],
    ['a decoy twice', 'WRONG_DISCLOSURE', { ...lawful, _sd: ['decoy', 'decoy'] }],
    [
      'another digest algorithm',
      'WRONG_DISCLOSURE',
      { ...lawful, _sd_alg: 'md5', _sd: [digest] },
      [name],
    ],
    [
      'a claim where an element belongs',
      'WRONG_DISCLOSURE',
      { ...lawful, a: [{ '...': digest }] },
      [name],
    ],
    ['an element where a claim belongs', 'WRONG_DISCLOSURE', ...claim('x')],
    ['a disclosure of four parts', 'WRONG_DISCLOSURE', ...claim('a', 'b', 'c')],
    ['a claim name that is a number', 'WRONG_DISCLOSURE', ...claim(1, 'b')],
    ['digests that are no list', 'WRONG_DISCLOSURE', { ...lawful, _sd: digest }],
    ['a digest that is no text', 'WRONG_DISCLOSURE', { ...lawful, _sd: [1] }],
    [
      'an element with more than its digest',
      'WRONG_DISCLOSURE',
      { ...lawful, a: [{ '...': digest, b: 1 }] },
    ],
    ['nesting without end', 'MALFORMED', { ...lawful, deep }],
    ['another typ', 'WRONG_TYPE', lawful, [], { typ: 'JWT' }],
    ['no typ', 'WRONG_TYPE', lawful, [], { typ: undefined }],
    ['no vct', 'WRONG_TYPE', { ...lawful, vct: undefined }],
    ['a vct that is no text', 'WRONG_TYPE', { ...lawful, vct: ['urn:example:1'] }],
    ['an expiry that is a numeral in a string', 'MALFORMED', { ...lawful, exp: '100' }],
    ['an expiry beyond every date', 'MALFORMED', { ...lawful, exp: 1e300 }],
    ['an expiry that has come', 'EXPIRED', { ...lawful, exp: NOW / 1000 }],
    ['a beginning that has not come', 'NOT_YET_VALID', { ...lawful, nbf: NOW / 1000 + 61 }],
    ['an issue in the future', 'NOT_YET_VALID', { ...lawful, iat: NOW / 1000 + 61 }],
    ['no issuer', 'MALFORMED', { ...lawful, iss: undefined }],
    ['an issuer that is not trusted', 'ISSUER_UNKNOWN', { ...lawful, iss: `${ISSUER}/` }],
    ['a key that its issuer does not have', 'KEY_UNKNOWN', lawful, [], { kid: 'none' }],
    ['a critical header', 'MALFORMED', lawful, [], { crit: ['urn:strange'], 'urn:strange': 1 }],
  ])('%s', async (_, reason, payload, disclosures, header) => {
    expect(await verdictOn(payload, disclosures, header)).toEqual(refusal(reason));
  });

  it('another vct than the one asked for', async () => {
    const token = await anSdJwt(privateKey, lawful);
    expect(await verifySdJwt(token, { ...terms, vct: 'urn:example:2' })).toEqual(
      refusal('WRONG_TYPE'),
    );
  });

  it('no algorithm, or that of a shared secret', async () => {
    const [, payload] = (await anSdJwt(privateKey, lawful)).split('.');
    const none = Buffer.from('{"alg":"none","typ":"dc+sd-jwt"}').toString('base64url');
    expect(await verifySdJwt(`${none}.${payload}.AAAA~`, terms)).toEqual(
      refusal('WRONG_ALGORITHM'),
    );
    const secret = await new CompactSign(Buffer.from(JSON.stringify(lawful)))
      .setProtectedHeader({ alg: 'HS256', typ: 'dc+sd-jwt' })
      .sign(Buffer.from(JSON.stringify(jwk)));
    expect(await verifySdJwt(`${secret}~`, terms)).toEqual(refusal('WRONG_ALGORITHM'));
  });

  it('a key binding, a plain JWT, and a token without measure', async () => {
    const token = await anSdJwt(privateKey, lawful);
    expect(await verifySdJwt(`${token}eyJ.eyJ.AA`, terms)).toEqual(refusal('KEY_BINDING'));
    expect(await verifySdJwt(token.slice(0, -1), terms)).toEqual(refusal('MALFORMED'));
    expect(await verifySdJwt('~'.repeat(65_537), terms)).toEqual(refusal('TOO_LONG'));
  });
});
