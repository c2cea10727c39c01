import { isAmount, yuan } from '../amount.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** The sum is compared where every shareholder's amount is there. */
export const capitalEqualsSubscriptions: Rule = {
  id: 'CP-01',
  version: 1,
  onBreach: 'RETURN',
  check: ({ form: { type, capital, shareholders = [] } }) => {
    if (type !== 'LIMITED_COMPANY') return NOT_APPLICABLE;
    const amounts = [
      ...(capital?.fen === undefined ? [] : [{ pointer: '/capital/fen', fen: capital.fen }]),
      ...shareholders.flatMap(({ fen }, at) =>
        fen === undefined ? [] : [{ pointer: `/shareholders/${at}/fen`, fen }],
      ),
    ];
    if (amounts.length === 0) return NOT_APPLICABLE;
    const bad = amounts.filter(({ fen }) => !isAmount(fen));
    const faults: Fault[] = bad.map(({ pointer }) => ({ pointer, says: 'AMOUNT' }));
    const whole = shareholders.length > 0 && amounts.length === shareholders.length + 1;
    if (bad.length === 0 && whole && capital?.fen !== undefined) {
      const sum = shareholders.reduce((total, { fen = 0 }) => total + fen, 0);
      if (sum !== capital.fen)
        faults.push({
          pointer: '/capital/fen',
          says: 'SUM',
          found: { capital: yuan(capital.fen), sum: yuan(sum) },
        });
    }
    return breachedBy(faults);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '有限责任公司的注册资本等于全体股东认缴的出资额之和，各项金额大于零，精确到分。',
    en: 'The registered capital of a limited company is the sum of the amounts subscribed, each above zero and in whole fen.',
  },
  basis: [{ law: '公司法', article: '47' }],
  says: {
    AMOUNT: {
      zh: { fault: '金额应大于零，并精确到分。', mend: '请更正金额。' },
      en: { fault: 'The amount must be above zero and in whole fen.', mend: 'Correct the amount.' },
    },
    SUM: {
      zh: {
        fault: '注册资本{capital}元与各股东认缴出资额之和{sum}元不一致。',
        mend: '请更正注册资本或者各股东的认缴出资额，使两者相等。',
      },
      en: {
        fault: 'The capital of {capital} yuan is not the sum of the subscriptions, {sum} yuan.',
        mend: 'Correct the capital or the subscriptions so that they agree.',
      },
    },
  },
};
