import { yearsLater } from '../../shared/days.ts';
import { givenDate } from '../given-date.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** Counted from the day of the decision, on which an approved company is established. */
export const contributionsDueInFiveYears: Rule = {
  id: 'CP-02',
  version: 1,
  onBreach: 'RETURN',
  counts: 'DECISION',
  check: ({ form: { type, shareholders = [] }, decidedOn }) => {
    const dated = shareholders.flatMap(({ due }, at) => {
      const day = givenDate(due);
      return day ? [{ pointer: `/shareholders/${at}/due`, due: day }] : [];
    });
    if (type !== 'LIMITED_COMPANY' || dated.length === 0) return NOT_APPLICABLE;
    const last = yearsLater(decidedOn, 5);
    return breachedBy(
      dated
        .filter(({ due }) => due > last)
        .map(({ pointer, due }) => ({ pointer, says: 'LATE', found: { due, last } })),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '股东认缴的出资额自公司成立之日起五年内缴足。',
    en: 'Every subscription is paid in within five years of the company’s establishment.',
  },
  basis: [{ law: '公司法', article: '47' }],
  says: {
    LATE: {
      zh: {
        fault: '出资日期{due}超过公司成立之日起五年（最迟{last}）。',
        mend: '请将出资日期改为{last}或者更早。',
      },
      en: {
        fault:
          'The contribution is due on {due}, more than five years after establishment ({last} at the latest).',
        mend: 'Put the date at {last} or before.',
      },
    },
  },
};
