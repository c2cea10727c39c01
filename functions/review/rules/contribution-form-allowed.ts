import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

const NON_CASH = [
  'GOODS',
  'INTELLECTUAL_PROPERTY',
  'LAND_USE',
  'EQUITY',
  'CLAIM',
  'DATA',
  'VIRTUAL_PROPERTY',
];

/** Labour, credit, a personal name, goodwill, franchise and encumbered assets are not allowed. */
export const contributionFormAllowed: Rule = {
  id: 'CP-04',
  version: 1,
  onBreach: 'RETURN',
  parameters: { nonCash: NON_CASH },
  check: ({ form: { type, shareholders = [] } }) => {
    const given = shareholders.flatMap(({ contribution }, at) =>
      contribution?.trim() ? [{ pointer: `/shareholders/${at}/contribution`, contribution }] : [],
    );
    if (type !== 'LIMITED_COMPANY' || given.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      given
        .filter(({ contribution }) => contribution !== 'CASH')
        .map(
          ({ pointer, contribution }): Fault =>
            NON_CASH.includes(contribution)
              ? { pointer, says: 'VALUATION', consequence: 'WARN' }
              : { pointer, says: 'NOT_ALLOWED' },
        ),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '股东以货币或者可以用货币估价并可以依法转让的非货币财产出资。',
    en: 'Shareholders contribute cash, or assets that can be valued and lawfully transferred.',
  },
  basis: [
    { law: '公司法', article: '48' },
    { law: '市场主体登记管理条例', article: '13' },
  ],
  says: {
    NOT_ALLOWED: {
      zh: {
        fault:
          '不能以所填的形式出资；劳务、信用、自然人姓名、商誉、特许经营权和设定担保的财产不得作价出资。',
        mend: '请改为货币、实物、知识产权、土地使用权、股权、债权、数据等可以估价并依法转让的财产。',
      },
      en: {
        fault:
          'One cannot contribute in this form; labour, credit, a personal name, goodwill, franchise and encumbered assets are excluded.',
        mend: 'Choose cash, goods, intellectual property, land use, equity, claims, data or the like.',
      },
    },
    VALUATION: {
      zh: {
        fault: '以非货币财产出资。',
        mend: '无需更正；请对该财产评估作价、核实，并在出资日期前办理财产权转移手续。',
      },
      en: {
        fault: 'The contribution is not in cash.',
        mend: 'Nothing to correct; have it valued, and transfer it by the due day.',
      },
    },
  },
};
