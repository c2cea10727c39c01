import { describe, expect, it } from 'vitest';
import { bundlesOf } from '#functions/published/bundles-in-force.ts';
import { codeClassOf, type Granted, licenceFaceOf } from '#functions/register/licence-face.ts';
import { registrarOf } from '#functions/registrar/registrars.ts';
import { aForm, anIndividualBusiness, aSoleProprietorship, atHost } from '#test/builders/a-form.ts';
import { aBundle, anEdition } from '#test/builders/an-edition.ts';
import { aHost } from '#test/builders/review-facts.ts';

const registrar = registrarOf('440115', '2026-11-23');
if (!registrar) throw new Error('no registrar of 南沙');
const granted: Granted = {
  uscc: '91440115MAX0000153',
  registrar,
  established: '2026-11-24',
  submittedOn: '2026-11-23',
};
const face = (form = aForm(), more: Partial<Granted> = {}) =>
  licenceFaceOf(form, { ...granted, ...more });

const bundleOn = bundlesOf([
  anEdition({ kind: 'BUNDLE', bundle: aBundle() }, { from: '2026-11-23' }),
]);
const bundled = { scope: { bundle: { id: 'B90' } } };

describe('the face of a licence', () => {
  it('prints a bundle that officials have published', () => {
    expect(face(aForm(bundled), { bundleOn }).scope).toMatch(
      /^一般项目：国内贸易代理；日用百货销售（/,
    );
    expect(face(aForm(bundled)).scope).toBe('');
  });

  it('shows a company as it was granted', () => {
    expect(face()).toMatchObject({
      name: '广州市南沙区晨岚百货有限公司',
      head: '岑晓岚',
      type: '有限责任公司',
      capitalFen: 100_000_000,
      address: '广州市南沙区望潮街12号305房',
      registrar: '广州市南沙区市场监督管理局',
      established: '2026-11-24',
      uscc: '91440115MAX0000153',
    });
    expect(face().scope).not.toBe('');
  });

  it.each([
    ['the legal representative of a company', aForm(), '岑晓岚'],
    [
      'the owner of a sole proprietorship',
      aSoleProprietorship({ roles: { owner: 'p2' } }),
      '骆启明',
    ],
    [
      'the operator of an individual business',
      anIndividualBusiness({ roles: { operator: 'p3' } }),
      '祝子衿',
    ],
  ])('shows %s as its head', (_, form, head) => {
    expect(face(form).head).toBe(head);
  });

  it.each([
    ['有限责任公司', aForm()],
    ['有限责任公司（自然人独资）', aForm({ shareholders: [{ person: 'p1' }] })],
    [
      '有限责任公司（法人独资）',
      aForm({ shareholders: [{ company: { name: '长沙云麓山货有限公司' } }] }),
    ],
    ['个人独资企业', aSoleProprietorship()],
    ['个体工商户', anIndividualBusiness()],
  ])('shows the type %s', (type, form) => {
    expect(face(form).type).toBe(type);
  });

  it('shows no capital of an individual business, and no name where it has none', () => {
    const form = anIndividualBusiness({ name: undefined, capital: { fen: 100 } });
    expect(face(form)).toMatchObject({ capitalFen: null, name: null });
  });

  it('shows the host’s address with the number of the place', () => {
    expect(face(aForm(atHost), { host: aHost(), place: 7 }).address).toBe(
      '广州市南沙区望潮街88号2楼201室（集群注册）编号H-0001-7',
    );
  });

  it('is not made without a head or an address', () => {
    expect(() => face(aForm({ roles: { legalRepresentative: 'p9' } }))).toThrow(RangeError);
    expect(() => face(aForm({ premises: { kind: 'OWN' } }))).toThrow(RangeError);
  });
});

describe('the class of a code', () => {
  it('tells an individual business from an enterprise', () => {
    expect(codeClassOf(anIndividualBusiness())).toBe('2');
    expect(codeClassOf(aSoleProprietorship())).toBe('1');
    expect(codeClassOf(aForm())).toBe('1');
  });
});
