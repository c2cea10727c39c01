import { notAllowedAsTradeName } from '../../name/trade-name-content.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

export const tradeNameDistinctive: Rule = {
  id: 'NM-03',
  version: 1,
  onBreach: 'RETURN',
  check: ({ name }) => {
    const tradeName = name?.tradeName;
    if (!tradeName) return NOT_APPLICABLE;
    if ([...tradeName].length < 2)
      return breachedBy([{ pointer: '/name', says: 'SHORT', found: { tradeName } }]);
    return breachedBy(
      notAllowedAsTradeName(tradeName)
        ? [{ pointer: '/name', says: 'PLACE_OR_INDUSTRY', found: { tradeName } }]
        : [],
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '字号由两个以上汉字组成，不是县级以上行政区划名称，也不是行业用语，另有含义的除外。',
    en: 'The trade name (字号) has two or more Chinese characters and is neither a place of county level or above nor an industry word.',
  },
  basis: [{ law: '企业名称登记管理规定', article: '8' }],
  says: {
    SHORT: {
      zh: { fault: '字号“{tradeName}”不足两个汉字。', mend: '请使用两个以上汉字的字号。' },
      en: {
        fault: 'The trade name {tradeName} has fewer than two characters.',
        mend: 'Choose one of two or more characters.',
      },
    },
    PLACE_OR_INDUSTRY: {
      zh: {
        fault: '字号“{tradeName}”是地名或者行业用语，不能区分不同的主体。',
        mend: '请另选有区分作用的字号。',
      },
      en: {
        fault: 'The trade name {tradeName} is a place or an industry word and sets nobody apart.',
        mend: 'Choose a distinctive trade name.',
      },
    },
  },
};
