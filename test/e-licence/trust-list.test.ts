import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  statusListAddress,
  TrustList,
  TrustListText,
  trusted,
} from '#functions/e-licence/trust-list.ts';
import { demoRegion } from '#test/builders/a-licence.ts';

const hunan = (await demoRegion()).trustListEntry('http://127.0.0.1:4100/hunan');

describe('the trust list', () => {
  it('trusts an issuer from its first day to its last', () => {
    const list = [{ ...hunan, from: '2026-03-01', until: '2026-03-31' }];
    const days = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'];
    expect(days.map((day) => trusted(list, hunan.issuer, day) !== undefined)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(trusted(list, 'https://other.example', '2026-03-01')).toBeUndefined();
  });

  it('is read from the text of an environment variable', () => {
    expect(TrustListText.parse(JSON.stringify([hunan]))).toEqual([hunan]);
    expect(TrustListText.safeParse('[').error?.issues[0]?.message).toBe('not JSON');
  });

  it('refuses two entries of one issuer on one day', () => {
    const until = (day: string) => ({ ...hunan, until: day });
    const from = (day: string) => ({ ...hunan, from: day });
    expect(TrustList.safeParse([until('2026-06-30'), from('2026-07-01')]).success).toBe(true);
    expect(TrustList.safeParse([until('2026-07-01'), from('2026-07-01')]).success).toBe(false);
  });

  const [key] = hunan.jwks.keys;
  it.each([
    ['a private key', { ...key, d: key?.x }],
    ['the curve SM2', { ...key, crv: 'SM2' }],
    ['a secret', { kty: 'oct', k: 'AAAA' }],
    ['an address instead of a key', { jku: 'https://x.example' }],
  ])('refuses %s', (_, hostile) => {
    expect(TrustList.safeParse([{ ...hunan, jwks: { keys: [hostile] } }]).success).toBe(false);
  });
});

describe('the address of a status list', () => {
  it('is the one below the endpoint of the trust list', () => {
    expect(statusListAddress(hunan, 'https://licence.hunan.example/status/1')).toBe(
      'http://127.0.0.1:4100/hunan/status/1',
    );
  });

  it.each([
    'https://licence.hunan.example.evil.example/status/1',
    'https://licence.hunan.example@evil.example/status/1',
    'https://licence.hunan.example',
    'http://licence.hunan.example/status/1',
    'https://licence.hunan.example/../admin',
    'https://licence.hunan.example/%2e%2e/admin',
    'https://licence.hunan.example/a\\..\\..\\b',
    'https://licence.hunan.example/status/1?token=x',
    'https://licence.hunan.example/status/1#x',
    'file:///etc/passwd',
    'status/1',
  ])('is never made from %s', (uri) => {
    expect(statusListAddress(hunan, uri)).toBeUndefined();
  });

  it('never leaves the endpoint, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'./\\%2e@:?#a ') }), (text) => {
        const address = statusListAddress(hunan, `${hunan.issuer}/${text}`);
        if (address === undefined) return;
        expect(new URL(address).href.startsWith(`${hunan.endpoint}/`)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
