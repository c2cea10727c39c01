import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/**
 * What is submitted within the term is in time, however long the decision takes. A reservation that
 * has lapsed is made anew where the name is free, so this tells of one that could not be.
 */
export const nameReservationAlive: Rule = {
  id: 'NM-10',
  version: 1,
  onBreach: 'RETURN',
  counts: 'SUBMISSION',
  check: ({ nameReservedUntil, submittedOn }) => {
    if (nameReservedUntil === undefined) return NOT_APPLICABLE;
    const until = nameReservedUntil;
    return breachedBy(
      submittedOn > until ? [{ pointer: '/name', says: 'LAPSED', found: { until } }] : [],
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '名称在保留期内：自首次申请起2个月，登记前须经批准的为1年。',
    en: 'The name’s reservation is alive: two months from the first application, a year where an approval comes first.',
  },
  basis: [{ law: '企业名称登记管理规定', article: '18' }],
  says: {
    LAPSED: {
      zh: {
        fault: '名称的保留期已于{until}届满。',
        mend: '请重新提交，名称仍可使用的将重新保留；或者另选字号。',
      },
      en: {
        fault: 'The reservation of the name ended on {until}.',
        mend: 'Submit again, which reserves it anew where it is free, or choose another.',
      },
    },
  },
};
