import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { licenceAuthority } from '#functions/e-licence/licence-authority.client.ts';
import { TrustList } from '#functions/e-licence/trust-list.ts';
import { verifyLicence } from '#functions/e-licence/verify-licence.ts';
import { usccOf } from '#functions/shared/unified-social-credit-code.ts';
import { createDemoRegion } from '#local/demo/hunan.ts';
import { IDENTITY_AUDIENCE } from '#local/demo/identity-provider.ts';
import { serving } from './serving.ts';

const folder = await mkdtemp(join(tmpdir(), 'hunan-'));
const hunan = await createDemoRegion(join(folder, 'key.json'));
const { base, send, stop } = await serving(hunan.handler);

afterAll(async () => {
  stop();
  await rm(folder, { recursive: true });
});

const company = {
  name: '湖南漱玉示例科技有限公司',
  uscc: usccOf({ class: '1', division: '430100', serial: 7 }),
};

const DOCUMENT = 'ab'.repeat(32);

const verify = async (token: string, region = hunan) => {
  const { check } = await verifyLicence(
    { shareholder: 0, token, documents: new Set([DOCUMENT]) },
    {
      trustList: TrustList.parse([region.trustListEntry(`${base}/demo/hunan`)]),
      statusList: licenceAuthority(Date.now, 300).statusList,
      audience: IDENTITY_AUDIENCE,
      now: Date.now(),
    },
  );
  return check;
};

describe('the demo region Hunan', () => {
  it('issues licences that are in force', async () => {
    expect(await verify(await hunan.licence(company, Date.now()))).toMatchObject({
      outcome: 'VALID',
      region: '43',
      holderName: company.name,
      holderUscc: company.uscc,
    });
  });

  it('issues licences by HTTP, and on request one that it has revoked', async () => {
    const response = await send('POST', '/demo/hunan/licences', { ...company, revoked: true });
    const { licence } = z.object({ licence: z.string() }).parse(await response.json());
    expect(await verify(licence)).toMatchObject({ outcome: 'NOT_IN_FORCE', reason: 'REVOKED' });
  });

  it('has the wallet of its companies, with which a company signs a document', async () => {
    const asked = await send('POST', '/demo/hunan/licences', { ...company, wallet: true });
    const { licence } = z.object({ licence: z.string() }).parse(await asked.json());
    expect(await verify(licence)).toMatchObject({ outcome: 'VALID', signed: 'NOT_SIGNED' });
    const body = { licence, documentHash: DOCUMENT };
    const answer = await send('POST', '/demo/hunan/presentations', body);
    const { presentation } = z.object({ presentation: z.string() }).parse(await answer.json());
    expect(await verify(presentation)).toMatchObject({ outcome: 'VALID', signed: 'SIGNED' });
  });

  it('lets the holder keep a claim to itself', async () => {
    const shown = (await hunan.licence(company, Date.now())).split('~');
    const withoutCapital = shown.filter(
      (it) => !Buffer.from(it, 'base64url').toString().includes('"capital_fen"'),
    );
    expect(withoutCapital).toHaveLength(shown.length - 1);
    expect(await verify(withoutCapital.join('~'))).toMatchObject({ outcome: 'VALID' });
  });

  it('is one issuer with one key: a stranger under its name is not believed', async () => {
    const stranger = await createDemoRegion(join(folder, 'stranger.json'));
    expect(await verify(await stranger.licence(company, Date.now()))).toMatchObject({
      outcome: 'INVALID',
    });
  });

  it('leaves a verifier without an answer at the switch', async () => {
    const licence = await hunan.licence(company, Date.now());
    await send('PUT', '/demo/hunan/fault', { mode: 'silent' });
    await expect(verify(licence)).rejects.toThrow('LicenceAuthorityUnavailable');
    await send('PUT', '/demo/hunan/fault', { mode: 'none' });
    expect(await verify(licence)).toMatchObject({ outcome: 'VALID' });
  });
});
