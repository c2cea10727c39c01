import { isAmount } from '../amount.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** The form has room for one owner only, and only for a natural person. */
export const soleOwnerDeclaresAmount: Rule = {
  id: 'CP-08',
  version: 1,
  onBreach: 'RETURN',
  check: ({ form: { type, capital } }) => {
    if (type !== 'SOLE_PROPRIETORSHIP' || capital?.fen === undefined) return NOT_APPLICABLE;
    return breachedBy(isAmount(capital.fen) ? [] : [{ pointer: '/capital/fen', says: 'AMOUNT' }]);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '个人独资企业由一个自然人投资，申报的出资额大于零。',
    en: 'A sole proprietorship has one natural person as owner, who declares an amount above zero.',
  },
  basis: [
    { law: '个人独资企业法', article: '8' },
    { law: '个人独资企业法', article: '10' },
  ],
  says: {
    AMOUNT: {
      zh: { fault: '申报的出资额应大于零，并精确到分。', mend: '请更正出资额。' },
      en: {
        fault: 'The declared amount must be above zero and in whole fen.',
        mend: 'Correct the amount.',
      },
    },
  },
};
