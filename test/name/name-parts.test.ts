import { describe, expect, it } from 'vitest';
import { namePartsFor, partsOf } from '#functions/name/name-parts.ts';
import { parseName } from '#functions/name/trade-name.ts';
import { BUSINESS_TYPES, REGISTRARS, registrarOf } from '#functions/registrar/registrars.ts';
import { factsOf } from '#functions/review/gathered-facts.ts';
import { reviewBy } from '#functions/review/review-by.ts';
import { nameDivisionFitsRegistrar } from '#functions/review/rules/name-division-fits-registrar.ts';
import { nameFormWordFitsType } from '#functions/review/rules/name-form-word-fits-type.ts';
import { nameHasItsParts } from '#functions/review/rules/name-has-its-parts.ts';
import { nameIndustryFitsScope } from '#functions/review/rules/name-industry-fits-scope.ts';
import { CATALOGUE_ITEMS, itemInForce } from '#functions/scope/catalogue.ts';

const NOW = '2026-11-23T04:00:00.000Z';
const DAY = '2026-11-23';
const NANSHA = registrarOf('440115', DAY);
const RULES = [
  nameHasItsParts,
  nameDivisionFitsRegistrar,
  nameFormWordFitsType,
  nameIndustryFitsScope,
];
/** One item of each division of the catalogue. */
const ITEMS = [
  ...Map.groupBy(CATALOGUE_ITEMS, ({ item }) => item.class.slice(0, 3)).values(),
].flatMap(([first]) => (first ? [first.item] : []));

const faults = (form: { type: string; registrar: string; name: string; item: string }) => {
  const { item, ...others } = form;
  const facts = factsOf(
    { ...others, scope: { items: [item] } },
    {
      ...{ submittedAt: NOW, now: NOW, place: 'NOT_NEEDED' },
      ...{ nameConflicts: [], licences: [], identities: [] },
    },
  );
  return reviewBy(facts, RULES).findings.map(({ rule }) => `${rule} ${form.name}`);
};

describe('the parts of a name that are proposed', () => {
  it.each(BUSINESS_TYPES)('make a lawful name of %s around any 字号, in every industry', (type) => {
    for (const item of ITEMS) {
      const { divisions, industries, forms } = namePartsFor(type, NANSHA, item);
      const [division = ''] = divisions;
      expect([item.wording, industries.length > 0]).toEqual([item.wording, true]);
      for (const industry of industries)
        for (const form of forms) {
          const name = `${division}晨岚${industry}${form}`;
          expect(parseName(name).tradeName).toBe('晨岚');
          expect(faults({ type, registrar: '440115', name, item: item.wording })).toEqual([]);
        }
    }
  });

  it('begin with the registrar’s own district, or with the city', () => {
    const item = itemInForce('日用百货销售', DAY);
    for (const registrar of REGISTRARS)
      for (const division of namePartsFor('INDIVIDUAL_BUSINESS', registrar, item).divisions) {
        const form = { type: 'INDIVIDUAL_BUSINESS', registrar: registrar.division };
        const name = `${division}晨岚百货店`;
        expect(faults({ ...form, name, item: item?.wording ?? '' })).toEqual([]);
      }
  });

  it('offer first what stands in the item itself, and the form that is common in the trade', () => {
    const first = (wording: string, type = 'INDIVIDUAL_BUSINESS') => {
      const { industries, forms } = namePartsFor(type, NANSHA, itemInForce(wording, DAY));
      return [industries[0], forms[0]];
    };
    expect(first('箱包销售')).toEqual(['箱包', '店']);
    expect(first('软件开发')).toEqual(['软件', '工作室']);
    expect(first('软件开发', 'LIMITED_COMPANY')).toEqual(['软件', '有限公司']);
  });

  it('are none where nothing is known yet', () => {
    const none = { divisions: [], industries: [], forms: [] };
    expect(namePartsFor(undefined, undefined, undefined)).toEqual(none);
    expect(namePartsFor('toString', undefined, undefined)).toEqual(none);
  });
});

describe('a name taken apart', () => {
  it('is what it was put together from', () => {
    expect(partsOf(parseName('广州市南沙区晨岚百货店'))).toEqual({
      division: '广州市南沙区',
      tradeName: '晨岚',
      industry: '百货',
      form: '店',
    });
    expect(partsOf(parseName('晨岚'))).toMatchObject({ division: '', tradeName: '晨岚' });
  });

  it('stays whole where its parts do not stand one behind the other', () => {
    expect(partsOf(parseName('晨岚百货（广州）有限公司'))).toBeUndefined();
    expect(partsOf(parseName('广州 晨岚百货店'))).toBeUndefined();
  });
});
