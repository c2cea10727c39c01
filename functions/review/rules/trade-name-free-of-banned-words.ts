import { bannedWords } from '../../name/trade-name-content.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

export const tradeNameFreeOfBannedWords: Rule = {
  id: 'NM-06',
  version: 2,
  onBreach: 'RETURN',
  counts: 'SUBMISSION',
  check: ({ name, submittedOn }) => {
    if (!name?.tradeName) return NOT_APPLICABLE;
    return breachedBy(
      bannedWords(name, submittedOn).map((word) => ({
        pointer: '/name',
        says: 'BANNED',
        found: { word },
      })),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '名称不含法律、行政法规禁止使用的内容和文字。',
    en: 'The name holds nothing that the law bans from names.',
  },
  basis: [{ law: '企业名称登记管理规定', article: '11' }],
  says: {
    BANNED: {
      zh: { fault: '名称含有不得用于名称的文字“{word}”。', mend: '请另选不含该文字的名称。' },
      en: {
        fault: 'The name holds {word}, which is banned from names.',
        mend: 'Choose a name without it.',
      },
    },
  },
};
