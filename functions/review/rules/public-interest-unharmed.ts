import { peopleOf } from '../../application/form-places.ts';
import { checkList, foundersOf } from '../listed.ts';
import { breachedBy, type Rule, type RuleTexts } from '../rule.ts';

/**
 * By lists, and by words that officials publish. Only a person weighs it, and refuses where it must be;
 * the applicant is told no more than that.
 */
export const publicInterestUnharmed: Rule = {
  id: 'RC-04',
  version: 2,
  onBreach: 'REFER',
  counts: 'DECISION',
  aboutPersons: true,
  check: (facts) => {
    const { stopWords = [] } = facts.published ?? {};
    const worded = [...new Set(stopWords.map(({ pointer }) => pointer))].map((pointer) => ({
      pointer,
      says: 'ASKED',
    }));
    const listed = checkList(facts, {
      list: 'STOP',
      of: [
        ...new Set([
          ...peopleOf(facts.form).map(([key]) => `/people/${key}`),
          ...foundersOf(facts.form),
          '/premises/address',
        ]),
      ],
      fault: () => ({ says: 'ASKED' }),
    });
    if (worded.length === 0) return listed;
    return breachedBy([...worded, ...(typeof listed === 'string' ? [] : listed.faults)]);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '申请不涉及可能危害国家安全、社会公共利益的情形。',
    en: 'Nothing suggests harm to state security or to the public interest.',
  },
  basis: [{ law: '市场主体登记管理条例', article: '20' }],
  says: {
    ASKED: {
      zh: { fault: '此项需由登记人员审核。', mend: '请等待登记人员审核，必要时会与您联系。' },
      en: {
        fault: 'An official looks at this.',
        mend: 'Wait for the official, who will be in touch where needed.',
      },
    },
  },
};
