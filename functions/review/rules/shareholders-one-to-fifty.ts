import { identityOf } from '../../application/form-places.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

export const shareholdersOneToFifty: Rule = {
  id: 'CP-03',
  version: 1,
  onBreach: 'RETURN',
  check: ({ form }) => {
    const { type, shareholders = [] } = form;
    if (type !== 'LIMITED_COMPANY' || shareholders.length === 0) return NOT_APPLICABLE;
    const who = shareholders.map(({ person, company }) =>
      person === undefined ? company?.uscc?.trim().toUpperCase() : identityOf(form, person),
    );
    const faults: Fault[] = who.flatMap((it, at) =>
      it && who.indexOf(it) < at ? [{ pointer: `/shareholders/${at}`, says: 'TWICE' }] : [],
    );
    if (shareholders.length > 50)
      faults.unshift({
        pointer: '/shareholders',
        says: 'TOO_MANY',
        found: { count: shareholders.length },
      });
    return breachedBy(faults);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '有限责任公司有一个以上五十个以下股东，同一股东只列一次。',
    en: 'A limited company has one to fifty shareholders, each listed once.',
  },
  basis: [{ law: '公司法', article: '42' }],
  says: {
    TOO_MANY: {
      zh: {
        fault: '股东有{count}个，超过五十个。',
        mend: '请减少到五十个以下，或者设立股份有限公司。',
      },
      en: {
        fault: 'There are {count} shareholders, more than fifty.',
        mend: 'Have fifty at most, or set up a company limited by shares.',
      },
    },
    TWICE: {
      zh: { fault: '同一股东重复列出。', mend: '请合并为一项，出资额相加。' },
      en: {
        fault: 'This shareholder is listed twice.',
        mend: 'Make one entry of them and add up the amounts.',
      },
    },
  },
};
