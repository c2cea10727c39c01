import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import {
  assemble,
  businessLicence,
  type LicenceFace,
} from '#functions/business-licence/credential.ts';
import { verifySdJwt } from '#functions/e-licence/sd-jwt.ts';
import { aLicenceSigner } from '#test/builders/a-licence-signer.ts';
import { digestOfDisclosure } from '#test/builders/an-sd-jwt.ts';

const signer = await aLicenceSigner();
const jwk = await signer.publicJwk();
const issuedAt = Date.parse('2026-11-23T02:00:00.123Z');
let salts = 0;
const issuing = {
  issuer: 'https://licence.gz.example',
  statusList: { uri: 'https://licence.gz.example/v1/status-lists/440115-0', idx: 12 },
  keyId: jwk.kid,
  issuedAt,
  salt: () => `salt-${++salts}`,
};
const face: LicenceFace = {
  name: '广州市南沙区晨岚百货店',
  head: '林知夏',
  type: '个人独资企业',
  capitalFen: 10_000_000,
  address: '广州市南沙区丰泽东路106号',
  scope: '互联网销售(除销售需要许可的商品);日用百货销售。',
  registrar: '广州市南沙区市场监督管理局',
  established: '2026-11-23',
  uscc: '91440115MAX0000153',
};
async function licenceOf(of: LicenceFace) {
  const { signingInput, disclosures } = await businessLicence(of, issuing);
  return assemble(signingInput, await signer.sign(signingInput), disclosures);
}
const verdictOn = (token: string) =>
  verifySdJwt(token, {
    typ: 'dc+sd-jwt',
    vct: 'urn:market-entry:business-licence:1',
    keysOf: (issuer) => (issuer === issuing.issuer ? { keys: [jwk] } : undefined),
    now: issuedAt,
  });
const plain = {
  iss: issuing.issuer,
  iat: 1_795_399_200,
  vct: 'urn:market-entry:business-licence:1',
  uscc: face.uscc,
  status: { status_list: issuing.statusList },
};

describe('the business licence', () => {
  it('carries its whole face, and verifies', async () => {
    const { head, capitalFen, ...same } = face;
    expect(await verdictOn(await licenceOf(face))).toEqual({
      ok: true,
      issuer: issuing.issuer,
      header: { alg: 'ES256', typ: 'dc+sd-jwt', kid: jwk.kid },
      claims: { ...plain, ...same, legal_representative: head, capital_fen: capitalFen },
    });
  });

  it('may stand without name and without capital', async () => {
    const licence = await licenceOf({ ...face, name: null, capitalFen: null });
    expect(await verdictOn(licence)).toMatchObject({ claims: { name: null, capital_fen: null } });
  });

  it('shows only the code when its holder discloses nothing', async () => {
    const [jwt = ''] = (await licenceOf(face)).split('~');
    expect(await verdictOn(`${jwt}~`)).toMatchObject({ ok: true, claims: plain });
    const { _sd, ...open } = decodeJwt(jwt);
    expect(open).toEqual({ ...plain, _sd_alg: 'sha-256' });
    expect(decodeProtectedHeader(jwt).kid).toBe(jwk.kid);
  });

  it('salts each disclosure anew and does not tell their order', async () => {
    const before = salts;
    const [jwt = '', ...disclosures] = (await licenceOf(face)).split('~').slice(0, -1);
    expect(salts - before).toBe(8);
    expect(decodeJwt(jwt)._sd).toEqual(disclosures.map(digestOfDisclosure).sort());
  });

  it('is short enough for KMS to sign it whole, whatever its scope', async () => {
    const { signingInput } = await businessLicence(
      { ...face, scope: '批发'.repeat(5_000) },
      issuing,
    );
    expect(signingInput.length).toBeLessThan(4_096);
  });
});
