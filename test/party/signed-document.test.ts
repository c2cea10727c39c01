import { describe, expect, it } from 'vitest';
import type { ApplicationForm } from '#functions/application/form.ts';
import { documentHash } from '#functions/party/document-hash.ts';
import { signedDocument } from '#functions/party/signed-document.ts';
import { partyRolesOf } from '#functions/party/signing-words.ts';
import { bundlesOf } from '#functions/published/bundles-in-force.ts';
import { digestOf } from '#functions/shared/digest.ts';
import type { Language } from '#functions/shared/language.ts';
import {
  aForm,
  anIndividualBusiness,
  aSoleProprietorship,
  atHost,
  people,
} from '#test/builders/a-form.ts';
import { aBundle, anEdition } from '#test/builders/an-edition.ts';
import { SENT_AT } from '#test/builders/applications-in.ts';

const mandate = {
  agent: 'agent-qihang',
  acts: ['ESTABLISHMENT'],
  from: '2026-11-01',
  until: '2027-05-01',
  corrections: true,
};
const read = async (
  form: ApplicationForm,
  person = 'p1',
  language: Language = 'zh-Hans',
  address?: string,
) =>
  signedDocument(
    { form, documentHash: await documentHash(form) },
    person,
    Date.parse(SENT_AT),
    language,
    address,
  );

describe('what a person reads before he signs', () => {
  it.each([
    [
      'a company’s legal representative and shareholder',
      aForm({ ...atHost, mandate }),
      'p1',
      ['APPLICATION', 'CHARTER', 'MANDATE', 'CUSTODY', 'PROMISES', 'CONSENT:p1'],
    ],
    [
      'a shareholder and supervisor',
      aForm({ ...atHost, mandate }),
      'p2',
      ['CHARTER', 'CONSENT:p2'],
    ],
    ['a liaison', aForm({ ...atHost, mandate }), 'p3', ['CONSENT:p3']],
    [
      'a sole owner by an agent',
      aSoleProprietorship({ mandate }),
      'p1',
      ['APPLICATION', 'MANDATE', 'CONSENT:p1'],
    ],
    ['an operator', anIndividualBusiness(), 'p1', ['APPLICATION', 'CONSENT:p1']],
  ])('is what %s signs, and nothing else', async (_, form, person, parts) => {
    expect((await read(form, person)).parts.map(({ part }) => part)).toEqual(parts);
  });

  it('has each promise in its own words', async () => {
    const promises = { address: true, version: '2026-05' };
    const { parts } = await read(anIndividualBusiness({ promises }), 'p1', 'en');
    expect(parts.find(({ part }) => part === 'PROMISES')?.texts).toEqual([
      expect.stringMatching(/^The address declared is true and lawful/),
    ]);
    expect(parts.filter(({ texts }) => texts)).toHaveLength(1);
  });

  it('can be checked against the one digest that the face check signs', async () => {
    const form = aForm({ ...atHost, mandate });
    const { parts, manifest, documentHash: hash } = await read(form);
    expect(await digestOf(manifest)).toBe(hash);
    for (const { part, data } of parts) expect(manifest[part]).toBe(await digestOf(data));
  });

  it('names the business, its scope and address in words', async () => {
    const { says, business } = await read(aForm(atHost), 'p1', 'zh-Hans', '广州市南沙区示例路1号');
    expect(business).toMatchObject({
      name: '广州市南沙区晨岚百货有限公司',
      address: '广州市南沙区示例路1号',
    });
    expect(business.scope).toMatch(/^一般项目：/);
    expect(says).toContain('法定代表人、股东、董事、经理');
    expect(says).toContain('有限责任公司“广州市南沙区晨岚百货有限公司”');
    expect(says).toContain(
      '设立登记申请书、公司章程、住所托管协议、承诺书、任职（参加经营）同意书',
    );
    const english = (await read(aForm(atHost), 'p1', 'en')).says;
    expect(english).toContain('as legal representative, shareholder, director, manager');
  });

  it('names the scope by a bundle that officials have published', async () => {
    const published = anEdition({ kind: 'BUNDLE', bundle: aBundle() }, { from: '2026-11-23' });
    const form = aForm({ scope: { bundle: { id: 'B90' } } });
    const sent = { form, documentHash: await documentHash(form) };
    const { business } = await signedDocument(
      sent,
      'p1',
      Date.parse(SENT_AT),
      'zh-Hans',
      undefined,
      bundlesOf([published]),
    );
    expect(business.scope).toMatch(/^一般项目：国内贸易代理；日用百货销售（/);
  });

  it('is told in traditional characters, the name of the business as it was written', async () => {
    const { says, parts } = await read(aForm(atHost), 'p1', 'zh-Hant');
    expect(says).toContain('設立有限責任公司「广州市南沙区晨岚百货有限公司」簽署');
    expect(says).toContain('以簡體中文文本為準。');
    const promises = parts.find(({ part }) => part === 'PROMISES');
    expect(promises).toMatchObject({ title: '承諾書' });
    expect(promises?.texts?.[0]).toMatch(/託管地址/);
  });

  it('holds of a business without a name, and of a type that nobody knows', async () => {
    const { says } = await read(anIndividualBusiness({ name: undefined }));
    expect(says).toContain('为设立个体工商户签署');
    expect((await read(anIndividualBusiness({ type: 'OTHER' }))).says).toContain('为设立经营主体');
  });

  it('joins the papers and roles of one person under two keys', async () => {
    const form = aForm({ people: { ...people, p3: people.p2 } });
    const { parts, roles } = await read(form, 'p2');
    expect(parts.map(({ part }) => part)).toEqual(['CHARTER', 'CONSENT:p2', 'CONSENT:p3']);
    expect(roles).toEqual(['SHAREHOLDER', 'SUPERVISOR', 'FINANCE_HEAD', 'LIAISON']);
  });
});

describe('a person’s roles', () => {
  it('are those under which the form names him, a beneficial owner’s among them', () => {
    const form = aForm({ beneficialOwners: { owners: [{ person: 'p2', share: 30 }] } });
    expect(partyRolesOf(form, 'p2')).toEqual(['SHAREHOLDER', 'SUPERVISOR', 'BENEFICIAL_OWNER']);
    expect(partyRolesOf(form, 'constructor')).toEqual([]);
  });
});
