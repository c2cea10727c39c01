import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble, businessLicence } from '#functions/business-licence/credential.ts';
import { LicenceAnswer, verifyOurLicence } from '#functions/business-licence/licence-answer.ts';
import { ourStatusList } from '#functions/business-licence/licence-status.ts';
import { demoRegion } from '#test/builders/a-licence.ts';
import { aLicenceSigner } from '#test/builders/a-licence-signer.ts';

const signer = await aLicenceSigner();
const issuer = 'https://licence.gz.example';
const now = Date.parse('2026-11-23T02:00:00.000Z');
const checkedAt = '2026-11-23T02:00:00.000Z';
const marks = new Map([
  [1, 1],
  [2, 2],
]);
const jwks = { keys: [await signer.publicJwk()] };
const ours = {
  issuer,
  jwks,
  now,
  statusList: (uri: string) => ourStatusList({ uri, marks, issuedAt: now }, signer),
};

let salts = 0;
async function licenceAt(idx: number, name: string | null = '广州市南沙区晨岚百货店') {
  const { signingInput, disclosures } = await businessLicence(
    {
      name,
      head: '林知夏',
      type: '个人独资企业',
      capitalFen: 10_000_000,
      address: '广州市南沙区丰泽东路106号',
      scope: '日用百货销售。',
      registrar: '广州市南沙区市场监督管理局',
      established: '2026-11-23',
      uscc: '91440115MAX0000153',
    },
    {
      issuer,
      statusList: { uri: `${issuer}/v1/status-lists/440115-0`, idx },
      keyId: jwks.keys[0]?.kid ?? '',
      issuedAt: now,
      salt: () => `salt-${++salts}`,
    },
  );
  return assemble(signingInput, await signer.sign(signingInput), disclosures);
}
const answerTo = async (token: string) => LicenceAnswer.parse(await verifyOurLicence(token, ours));
const told = {
  uscc: '91440115MAX0000153',
  name: '广州市南沙区晨岚百货店',
  registrar: '广州市南沙区市场监督管理局',
  established: '2026-11-23',
};

describe('the public answer to a licence', () => {
  it('says that it is valid, and no more than is needed', async () => {
    const token = await licenceAt(0);
    expect(await verifyOurLicence(token, ours)).toEqual({
      valid: true,
      ...told,
      status: 'VALID',
      checkedAt,
    });
  });

  it.each([
    [1, 'REVOKED'],
    [2, 'SUSPENDED'],
  ])('says that the licence at index %i is %s', async (idx, status) => {
    expect(await answerTo(await licenceAt(idx))).toEqual({
      valid: false,
      reason: 'NOT_IN_FORCE',
      ...told,
      status,
      checkedAt,
    });
  });

  it('tells of a nameless business that it has no name, and of a hidden name nothing', async () => {
    const nameless = await licenceAt(0, null);
    expect(await answerTo(nameless)).toMatchObject({ valid: true, name: null });
    const [jwt] = nameless.split('~');
    expect(await answerTo(`${jwt}~`)).toEqual({
      valid: true,
      uscc: told.uscc,
      status: 'VALID',
      checkedAt,
    });
  });

  it('knows no licence of another region, and none that is forged in our name', async () => {
    const licence = await (await demoRegion()).licence();
    expect(await answerTo(licence)).toEqual({ valid: false, reason: 'ISSUER_UNKNOWN', checkedAt });
    const forged = await (await demoRegion(issuer)).licence();
    expect(await answerTo(forged)).toEqual({ valid: false, reason: 'KEY_UNKNOWN', checkedAt });
  });

  it('says of any changed licence only that it does not hold', async () => {
    const token = await licenceAt(0);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(token.length - 1),
        fc.constantFrom(...'aB9_-.~ '),
        async (at, character) => {
          fc.pre(token[at] !== character);
          const answer = await answerTo(token.slice(0, at) + character + token.slice(at + 1));
          expect(answer).toEqual({ valid: false, reason: expect.any(String), checkedAt });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is no answer when our own status list does not hold: that is our fault, not the holder’s', async () => {
    const statusList = async () => 'a list cut off';
    const answer = verifyOurLicence(await licenceAt(0), { ...ours, statusList });
    await expect(answer).rejects.toThrow('our status list does not hold');
  });
});
