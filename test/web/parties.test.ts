import { describe, expect, it } from 'vitest';
import { legalDateOf } from '#functions/shared/days.ts';
import { aForm, anIndividualBusiness, atHost } from '#test/builders/a-form.ts';
import { demoRegion, HUNAN_COMPANY } from '#test/builders/a-licence.ts';
import { licenceClaims } from '#web/form/parties/licence-claims.ts';
import { fenOf, yuanOf } from '#web/form/parties/money.ts';
import {
  nextPersonKey,
  withFirstPerson,
  withOneMore,
  withoutPerson,
} from '#web/form/parties/people.ts';
import { percentOf } from '#web/form/parties/percent.ts';
import { holders, postsFor, withPost } from '#web/form/parties/posts.ts';
import { begun, withPremises } from '#web/form/parties/premises.ts';
import { given, promisesAskedOf, withPromise } from '#web/form/parties/promises.ts';
import { unsubscribed, withShareholder } from '#web/form/parties/shares.ts';
import { unaskedOf, withoutUnasked } from '#web/form/parties/unasked-members.ts';

const TODAY = '2026-11-23';

describe('money as it is typed', () => {
  it.each([
    ['1000000', 100_000_000],
    ['1,000,000.50', 100_000_050],
    ['￥１００ 元', 10_000],
    ['100万', 100_000_000],
    ['1.5萬', 1_500_000],
    ['2亿', 20_000_000_000],
    ['0.07', 7],
    ['1.230', 123],
  ])('%s is %i fen', (text, fen) => {
    expect(fenOf(text)).toBe(fen);
  });

  it.each(['', '十万', '1.001', '-5', '1e9', '万', '100百', '99999999999999999'])(
    '“%s” is no amount',
    (text) => {
      expect(fenOf(text)).toBeUndefined();
    },
  );

  it('is typed again as it was kept', () => {
    for (const fen of [0, 7, 100, 123_456, 100_000_000]) expect(fenOf(yuanOf(fen))).toBe(fen);
    expect(yuanOf(undefined)).toBe('');
  });
});

describe('people of the form', () => {
  it('get keys that nobody has', () => {
    expect(nextPersonKey({})).toBe('p1');
    expect(nextPersonKey({ p1: {}, p7: {}, anna: {} })).toBe('p8');
  });

  it('begin with the person who is signed in, who does all in a business of his own', () => {
    const form = withFirstPerson({ type: 'INDIVIDUAL_BUSINESS' }, '林清禾');
    expect(form).toEqual({
      type: 'INDIVIDUAL_BUSINESS',
      operation: 'PERSONAL',
      people: { p1: { name: '林清禾', document: { kind: 'RESIDENT_ID' } } },
      roles: { operator: 'p1', liaison: 'p1' },
    });
    expect(withFirstPerson(form, '周慕白')).toBe(form);
  });

  it('hold posts of their type of business, and the one of a post is another when he is', () => {
    const form = aForm();
    expect(postsFor(form, 'p1')).not.toContain('operator');
    const moved = withPost(form, 'p2', 'legalRepresentative', true);
    expect(holders(moved, 'legalRepresentative')).toEqual(['p2']);
    expect(holders(withPost(moved, 'p2', 'legalRepresentative', false), 'legalRepresentative')) //
      .toEqual([]);
    expect(withPost(form, 'p1', 'financeHead', false).roles?.financeHead).toBe('p3');
    const strange = { ...form, roles: { ...form.roles, directors: ['p1', 'p9'] } };
    expect(holders(withPost(strange, 'p2', 'directors', true), 'directors')).toEqual(['p1', 'p2']);
  });

  it('as three directors are a board, by the model charter for one', () => {
    const two = withPost(aForm(), 'p2', 'directors', true);
    expect(two.charter?.model).toBe('LIMITED_COMPANY_ONE_DIRECTOR');
    const three = withPost(two, 'p3', 'directors', true);
    expect(three.roles?.directors).toEqual(['p1', 'p2', 'p3']);
    expect(three.charter?.model).toBe('LIMITED_COMPANY_BOARD');
    const none = ['p1', 'p2', 'p3'].reduce(
      (it, key) => withPost(it, key, 'directors', false),
      three,
    );
    expect(none.roles?.directors).toBeUndefined();
  });

  it('as family make it a family’s business', () => {
    const form = anIndividualBusiness();
    expect(postsFor(form, 'p1')).not.toContain('family');
    const family = withPost(form, 'p2', 'family', true);
    expect([family.operation, family.roles?.family]).toEqual(['FAMILY', ['p2']]);
    expect(withPost(family, 'p2', 'family', false).operation).toBe('PERSONAL');
  });

  it('go with all that the form says of them', () => {
    const form = withoutPerson(
      aForm({ beneficialOwners: { owners: [{ person: 'p1', share: 70 }, { person: 'p2' }] } }),
      'p1',
    );
    expect(JSON.stringify(form)).not.toContain('"p1"');
    expect(form.roles).toEqual({ supervisors: ['p2'], financeHead: 'p3', liaison: 'p3' });
    expect(form.shareholders?.map(({ person }) => person)).toEqual(['p2']);
    expect(Object.keys(withOneMore(form).people ?? {})).toEqual(['p2', 'p3', 'p4']);
  });

  it('of another type of business lose what this one has not', () => {
    const form = { ...aForm(), type: 'INDIVIDUAL_BUSINESS' };
    expect(unaskedOf(form).members).toContain('shareholders');
    expect(unaskedOf(form).posts).toContain('supervisors');
    const now = withoutUnasked(form);
    expect(unaskedOf(now)).toEqual({ members: [], posts: [] });
    expect(now.roles?.liaison).toBe('p3');
    expect(unaskedOf(aForm())).toEqual({ members: [], posts: [] });
  });
});

describe('shares', () => {
  it('begin with what is left, by somebody who has none, due when the law says', () => {
    const form = aForm({ shareholders: aForm().shareholders?.slice(0, 1) });
    const { shareholders = [] } = withShareholder(form, 'PERSON', TODAY);
    expect(shareholders[1]).toEqual({
      person: 'p2',
      fen: 30_000_000,
      contribution: 'CASH',
      due: '2031-11-23',
    });
    const more = withShareholder({ ...form, shareholders }, 'COMPANY', TODAY);
    expect(more.shareholders?.[2]).toMatchObject({ company: {} });
    expect(more.shareholders?.[2]).not.toHaveProperty('fen');
    expect(unsubscribed(more)).toBe(0);
    expect(unsubscribed({ shareholders })).toBeUndefined();
  });

  it('of a company are filled in from its e-licence', async () => {
    const region = await demoRegion();
    const licence = await region.licence();
    expect(licenceClaims(` ${licence}\n`)).toEqual({
      name: HUNAN_COMPANY.name,
      uscc: HUNAN_COMPANY.uscc,
    });
    expect(licenceClaims('no licence~at~all')).toEqual({ name: undefined, uscc: undefined });
  });

  it.each([
    ['40', 40],
    ['33.3 %', 33.3],
    ['１００％', 100],
    ['forty', undefined],
  ])('of “%s” are %s percent', (text, percent) => {
    expect(percentOf(text)).toBe(percent);
  });
});

describe('legal days', () => {
  it('are those of Guangzhou', () => {
    expect(legalDateOf(Date.parse('2026-11-22T15:59:59.999Z'))).toBe('2026-11-22');
    expect(legalDateOf(Date.parse('2026-11-22T16:00:00.000Z'))).toBe('2026-11-23');
  });
});

describe('premises', () => {
  it('at a host begin with a custody agreement of a year and a day', () => {
    expect(begun('CLUSTER', TODAY)).toEqual({
      kind: 'CLUSTER',
      custody: { from: TODAY, until: '2027-11-23' },
    });
  });

  it('have nothing of another kind', () => {
    const { premises } = withPremises(aForm(), {
      ...atHost.premises,
      address: 'x',
      proof: 'LEASE',
    });
    expect(premises).toEqual(atHost.premises);
    const own = { kind: 'OWN', address: 'x', proof: 'LEASE' };
    expect(withPremises(aForm(), { ...atHost.premises, ...own }).premises).toEqual(own);
  });

  it('take no promise along that was made of others', () => {
    const form = anIndividualBusiness({
      promises: { noPremisesBoundActivity: true, similarName: true, version: '2026-05' },
    });
    expect(withPremises(form, atHost.premises).promises).toEqual(form.promises);
    expect(withPremises(form, { kind: 'HOME' }).promises).toEqual({
      similarName: true,
      version: '2026-05',
    });
    expect(withPremises(anIndividualBusiness(), { kind: 'HOME' })).not.toHaveProperty('promises');
  });
});

describe('promises', () => {
  const ADDRESS = '/promises/address';
  const EXEMPTION = '/beneficialOwners/exemptionPromise';

  it('are asked for where the form needs them', () => {
    expect(promisesAskedOf(aForm(), undefined)).toEqual([]);
    expect(promisesAskedOf(aForm(atHost), undefined)).toEqual([
      '/promises/noPremisesBoundActivity',
    ]);
    const premises = { kind: 'HOME', address: '广州市南沙区望潮街3号502房', proof: 'PROMISE' };
    expect(promisesAskedOf(aForm({ premises }), undefined)).toEqual([ADDRESS]);
  });

  it('are given by the text that was read, and one of an older text counts no more', () => {
    const old = aForm({
      promises: { address: true, similarName: true, version: '2024-04' },
      beneficialOwners: { exemptionPromise: true },
    });
    expect(given(old, ADDRESS, '2026-05')).toBe(false);
    const now = withPromise(old, ADDRESS, '2026-05', true);
    expect(now.promises).toEqual({ address: true, version: '2026-05' });
    expect(given(now, EXEMPTION, '2026-05')).toBe(false);
    const both = withPromise(now, EXEMPTION, '2026-05', true);
    expect([ADDRESS, EXEMPTION].map((it) => given(both, it, '2026-05'))).toEqual([true, true]);
  });

  it('leave nothing when the last is taken back', () => {
    const one = withPromise(anIndividualBusiness(), ADDRESS, '2026-05', true);
    expect(one.promises).toEqual({ address: true, version: '2026-05' });
    expect(withPromise(one, ADDRESS, '2026-05', false).promises).toBeUndefined();
  });
});
