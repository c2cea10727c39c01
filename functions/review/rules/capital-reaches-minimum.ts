import { yuan } from '../amount.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** Laws and administrative regulations alone may set a minimum (公司法 art. 47 para. 2): ministries’ rules are not listed. In fen. */
const MINIMUMS = [
  { item: '劳务派遣服务', fen: 200_000_000, from: '2013-07-01', law: '劳动合同法 57' },
  { item: '拍卖业务', fen: 100_000_000, from: '2015-04-24', law: '拍卖法 12' },
] as const;

export const capitalReachesMinimum: Rule = {
  id: 'CP-07',
  version: 1,
  onBreach: 'RETURN',
  counts: 'SUBMISSION',
  parameters: { minimums: MINIMUMS },
  check: ({ form: { type, capital }, scope, submittedOn }) => {
    const asked = MINIMUMS.filter(
      ({ item, from }) =>
        from <= submittedOn && scope.items.some(({ wording }) => wording === item),
    );
    const fen = capital?.fen;
    if (type !== 'LIMITED_COMPANY' || asked.length === 0 || fen === undefined)
      return NOT_APPLICABLE;
    return breachedBy(
      asked
        .filter((it) => fen < it.fen)
        .map((it) => ({
          pointer: '/capital/fen',
          says: 'BELOW',
          found: { item: it.item, minimum: yuan(it.fen) },
        })),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '法律、行政法规对注册资本最低限额另有规定的行业，注册资本不低于该限额。',
    en: 'Where a law sets a minimum capital for an industry, the registered capital reaches it.',
  },
  basis: [
    { law: '公司法', article: '47' },
    { law: '劳动合同法', article: '57' },
    { law: '拍卖法', article: '12' },
  ],
  says: {
    BELOW: {
      zh: {
        fault: '经营“{item}”的公司，注册资本不得少于{minimum}元。',
        mend: '请增加注册资本，或者不选该经营项目。',
      },
      en: {
        fault: 'A company with the item “{item}” needs a capital of at least {minimum} yuan.',
        mend: 'Raise the capital, or leave the item out.',
      },
    },
  },
};
