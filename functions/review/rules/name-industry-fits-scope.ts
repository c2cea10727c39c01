import { industryOf } from '../../name/trade-name.ts';
import { breachedBy, MET, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

export const nameIndustryFitsScope: Rule = {
  id: 'NM-05',
  version: 1,
  onBreach: 'RETURN',
  counts: 'SUBMISSION',
  check: ({ name, scope: { items }, registrar }) => {
    const [first] = items;
    if (!name?.industry || !first || !registrar) return NOT_APPLICABLE;
    const named = industryOf(name, registrar.industryDigits);
    if (first.class.startsWith(named) || named.startsWith(first.class)) return MET;
    const found = { word: name.industry.word, item: first.wording };
    return breachedBy([{ pointer: '/name', says: 'OTHER_INDUSTRY', found }]);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '名称中的行业用语与首项经营范围所属的国民经济行业相符。',
    en: 'The industry word of the name fits the industry of the first item of the scope.',
  },
  basis: [{ law: '企业名称登记管理规定', article: '9' }],
  says: {
    OTHER_INDUSTRY: {
      zh: {
        fault: '名称中的行业用语“{word}”与首项经营范围“{item}”不属于同一行业。',
        mend: '请更改名称中的行业用语，或者把与名称行业一致的项目调整为首项。',
      },
      en: {
        fault:
          'The industry word {word} of the name and the first item of the scope, {item}, are of different industries.',
        mend: 'Change the industry word, or put an item of that industry first.',
      },
    },
  },
};
