import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signedToken } from '#functions/business-licence/credential.ts';
import type { NoticeText } from '#functions/notice/notice.ts';
import { sealed, verifyNotice } from '#functions/notice/notice-seal.ts';
import { personalDigest } from '#functions/notice/personal-page.ts';
import { digestOf } from '#functions/shared/digest.ts';
import { aLicenceSigner } from '#test/builders/a-licence-signer.ts';
import { ID } from './a-dossier.ts';

const signer = await aLicenceSigner();
const issuer = 'https://registry.example';
const now = Date.parse('2026-11-24T01:00:00.000Z');
const ours = { issuer, jwks: { keys: [await signer.publicJwk()] } };
const text: NoticeText = {
  title: '接收申请材料凭证',
  addressee: '广州市南沙区晨岚百货有限公司',
  body: ['已收到申请。'],
  items: [],
  rights: [],
  signed: { by: '广州市南沙区市场监督管理局', on: '2026年11月23日' },
  remark: '以简体中文文本为准。',
};
const head = {
  number: '440115-2026-RECEIPT-01KARZ3QB0ZZZZZZZZZZZZZZZZ-1',
  kind: 'RECEIPT' as const,
  applicationId: ID,
  attempt: 1,
  registrar: { division: '440115', name: '广州市南沙区市场监督管理局', seal: '登记专用章' },
  date: '2026-11-23',
  texts: { 'zh-Hans': await digestOf(text), 'zh-Hant': '1'.repeat(64), en: '2'.repeat(64) },
  personal: '3'.repeat(64),
};
const jws = await sealed(head, { signer, issuer, now });

describe('a notice, shown by anybody', () => {
  it('is told to be ours, with its head and its moment', async () => {
    expect(await verifyNotice(jws, ours)).toEqual({
      valid: true,
      head,
      signedAt: '2026-11-24T01:00:00.000Z',
    });
  });

  it('is told whether the text shown is its own', async () => {
    expect(await verifyNotice(jws, ours, text)).toMatchObject({ text: 'zh-Hans' });
    const changed = { ...text, body: ['未收到申请。'] };
    expect(await verifyNotice(jws, ours, changed)).toMatchObject({ valid: true, text: 'OTHER' });
  });

  it('is told not to be ours by another key, another issuer or another kind of token', async () => {
    const other = await aLicenceSigner();
    const forged = await sealed(head, { signer: other, issuer, now });
    expect(await verifyNotice(forged, ours)).toEqual({ valid: false, reason: 'KEY_UNKNOWN' });
    const elsewhere = await sealed(head, { signer, issuer: 'https://other.example', now });
    expect(await verifyNotice(elsewhere, ours)).toEqual({ valid: false, reason: 'ISSUER_UNKNOWN' });
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { kid } = await signer.publicJwk();
    const input = `${encode({ alg: 'ES256', typ: 'dc+sd-jwt', kid })}.${encode({ ...head, iss: issuer, iat: 1 })}`;
    const licence = signedToken(input, await signer.sign(input));
    expect(await verifyNotice(licence, ours)).toEqual({ valid: false, reason: 'WRONG_TYPE' });
  });

  it.each(['', 'a', 'a.b', 'a.b.c', '....', `${jws}.`])('is no notice: %j', async (shown) => {
    expect((await verifyNotice(shown, ours)).valid).toBe(false);
  });

  it('does not pass with any character changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(jws.length - 1), fc.constantFrom(...'AQgw_-09'), async (at, by) => {
        fc.pre(jws[at] !== by);
        const changed = jws.slice(0, at) + by + jws.slice(at + 1);
        expect((await verifyNotice(changed, ours)).valid).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a personal page', () => {
  it('is bound to its notice, and told by it to nobody', async () => {
    const page = { people: [{ name: '岑晓岚', roles: ['directors'] }] };
    expect(await personalDigest(page, 'salt')).not.toBe(await personalDigest(page, 'other'));
    const moved = { people: [{ name: '骆启明', roles: ['directors'] }] };
    expect(await personalDigest(moved, 'salt')).not.toBe(await personalDigest(page, 'salt'));
  });
});
