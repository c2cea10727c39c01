import { identityOf } from '../../application/form-places.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

export const legalRepresentativeInOffice: Rule = {
  id: 'OG-01',
  version: 1,
  onBreach: 'RETURN',
  check: ({ form }) => {
    const { legalRepresentative, directors = [], managers = [] } = form.roles ?? {};
    const office = [...directors, ...managers];
    if (form.type !== 'LIMITED_COMPANY' || !legalRepresentative || office.length === 0)
      return NOT_APPLICABLE;
    const who = identityOf(form, legalRepresentative);
    return breachedBy(
      office.some((key) => identityOf(form, key) === who)
        ? []
        : [{ pointer: '/roles/legalRepresentative', says: 'NOT_IN_OFFICE' }],
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '法定代表人由执行公司事务的董事或者经理担任。',
    en: 'The legal representative is a director or manager who runs the company’s affairs.',
  },
  basis: [{ law: '公司法', article: '10' }],
  says: {
    NOT_IN_OFFICE: {
      zh: {
        fault: '法定代表人既不是董事，也不是经理。',
        mend: '请改由董事或者经理担任法定代表人，或者将此人列为董事或者经理。',
      },
      en: {
        fault: 'The legal representative is neither director nor manager.',
        mend: 'Choose a director or manager, or make this person one.',
      },
    },
  },
};
