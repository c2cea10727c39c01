import { peopleOf } from '../../application/form-places.ts';
import { givenDate } from '../given-date.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** A document without a last day is good for the long term (长期). */
export const documentNotExpired: Rule = {
  id: 'ID-06',
  version: 1,
  onBreach: 'RETURN',
  counts: 'DECISION',
  check: ({ form, decidedOn }) => {
    const dated = peopleOf(form).flatMap(([key, { document }]) => {
      const until = givenDate(document?.validUntil);
      return until ? [{ pointer: `/people/${key}/document/validUntil`, until }] : [];
    });
    if (dated.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      dated
        .filter(({ until }) => until < decidedOn)
        .map(({ pointer, until }) => ({ pointer, says: 'EXPIRED', found: { until } })),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '身份证件在审核之日仍在有效期内。',
    en: 'Every identity document is valid on the day of the decision.',
  },
  basis: [{ law: '市场主体登记管理条例实施细则', article: '16' }],
  says: {
    EXPIRED: {
      zh: {
        fault: '身份证件已于{until}到期。',
        mend: '请换领新证件后，填写新证件的号码和有效期；长期有效的，有效期留空。',
      },
      en: {
        fault: 'The identity document expired on {until}.',
        mend: 'Enter number and last day of the new document; leave the day out if it has none.',
      },
    },
  },
};
