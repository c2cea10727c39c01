import { describe, expect, it } from 'vitest';
import { LicenceCheck } from '#functions/e-licence/licence-check.ts';
import { verifyStatusList } from '#functions/e-licence/status-list.ts';
import type { TrustList } from '#functions/e-licence/trust-list.ts';
import { type LicencePorts, verifyLicence } from '#functions/e-licence/verify-licence.ts';
import { DomainError } from '#functions/shared/errors.ts';
import { demoRegion, HUNAN_COMPANY, LICENSED_AT } from '#test/builders/a-licence.ts';

const hunan = await demoRegion();
const hunanEntry = hunan.trustListEntry('http://127.0.0.1:4100');
const marks = new Map([
  [1, 1],
  [2, 2],
  [3, 3],
]);
const asked: string[] = [];
const ports: LicencePorts = {
  trustList: [hunanEntry],
  now: LICENSED_AT,
  async statusList({ jwks }, uri, address) {
    asked.push(address);
    const token = await hunan.statusList(marks);
    const verdict = await verifyStatusList(token, {
      jwks,
      uri,
      now: LICENSED_AT,
    });
    if (!verdict.ok) throw new Error(verdict.reason);
    return { list: verdict.list, token, readAt: LICENSED_AT };
  },
};
const checkOf = async (token: string | Promise<string>, change: Partial<LicencePorts> = {}) =>
  LicenceCheck.parse(
    (await verifyLicence({ shareholder: 2, token: await token }, { ...ports, ...change })).check,
  );
const holder = { holderName: HUNAN_COMPANY.name, holderUscc: HUNAN_COMPANY.uscc };

describe("a corporate shareholder's licence", () => {
  it('is VALID, and its holder is told', async () => {
    expect(await checkOf(hunan.licence())).toEqual({
      shareholder: 2,
      outcome: 'VALID',
      region: '43',
      ...holder,
      use: { purpose: 'SHAREHOLDER', consent: 'SHOWN' },
      statusAt: '2026-11-23T02:00:00.000Z',
    });
    expect(asked.at(-1)).toBe('http://127.0.0.1:4100/status/1');
  });

  it('needs no more than name and code to be shown', async () => {
    const token = hunan.licence(HUNAN_COMPANY, 7, { show: ['name', 'uscc'] });
    expect(await checkOf(token)).toMatchObject({ outcome: 'VALID', ...holder });
  });

  it('tells what it shows beyond the face of a licence by name, never by value', async () => {
    const token = hunan.licence({ ...HUNAN_COMPANY, mobile: '13912345678' });
    const check = await checkOf(token);
    expect(check.use).toEqual({ purpose: 'SHAREHOLDER', consent: 'SHOWN', beyond: ['mobile'] });
    expect(JSON.stringify(check)).not.toContain('13912345678');
  });

  it.each([
    [1, 'REVOKED'],
    [2, 'SUSPENDED'],
    [3, 'OTHER'],
  ])('is NOT_IN_FORCE at status %i', async (idx, reason) => {
    expect(await checkOf(hunan.licence(HUNAN_COMPANY, idx))).toMatchObject({
      outcome: 'NOT_IN_FORCE',
      reason,
      ...holder,
    });
  });

  it.each<readonly [string, Promise<string>]>([
    ['NOT_DISCLOSED', hunan.licence(HUNAN_COMPANY, 7, { show: ['name'] })],
    ['NOT_DISCLOSED', hunan.licence({ ...HUNAN_COMPANY, name: null })],
    ['NO_STATUS', hunan.licence(HUNAN_COMPANY, 7, { payload: { status: undefined } })],
    ['NO_STATUS', hunan.licence(HUNAN_COMPANY, 1_024)],
    ['NO_STATUS', hunan.licence(HUNAN_COMPANY, -1)],
    [
      'FOREIGN_STATUS',
      hunan.licence(HUNAN_COMPANY, 7, {
        payload: { status: { status_list: { idx: 7, uri: 'http://169.254.169.254/latest' } } },
      }),
    ],
    ['EXPIRED', hunan.licence(HUNAN_COMPANY, 7, { payload: { exp: LICENSED_AT / 1000 } })],
    [
      'WRONG_TYPE',
      hunan.licence(HUNAN_COMPANY, 7, { payload: { vct: 'urn:market-entry:permit:1' } }),
    ],
    ['MALFORMED', Promise.resolve('a licence')],
  ])('is INVALID: %s', async (reason, token) => {
    const before = asked.length;
    expect(await checkOf(token)).toMatchObject({ outcome: 'INVALID', reason });
    expect(
      asked.slice(before).every((address) => address.startsWith('http://127.0.0.1:4100/')),
    ).toBe(true);
  });

  it('is INVALID when another signs in the name of a trusted region', async () => {
    const impostor = await demoRegion();
    expect(await checkOf(impostor.licence())).toEqual({
      shareholder: 2,
      outcome: 'INVALID',
      reason: 'KEY_UNKNOWN',
    });
  });

  it.each<readonly [string, string, TrustList]>([
    ['a region that is not in the trust list', 'ISSUER_UNKNOWN', []],
    [
      'a region that is no longer in it',
      'ISSUER_UNKNOWN',
      [{ ...hunanEntry, until: '2026-11-22' }],
    ],
    ['a region for other licences', 'TYPE_NOT_RECOGNISED', [{ ...hunanEntry, types: ['urn:x'] }]],
  ])('is NOT_RECOGNISED from %s', async (_, reason, trustList) => {
    expect(await checkOf(hunan.licence(), { trustList })).toMatchObject({
      outcome: 'NOT_RECOGNISED',
      reason,
    });
  });

  it('fails by name when its issuer is silent, and passes nothing', async () => {
    const statusList = () => Promise.reject(new DomainError('LicenceAuthorityUnavailable'));
    await expect(checkOf(hunan.licence(), { statusList })).rejects.toThrow(
      'LicenceAuthorityUnavailable',
    );
  });
});
