import { peopleOf } from '../../application/form-places.ts';
import { checkList } from '../listed.ts';
import type { Rule, RuleTexts } from '../rule.ts';

/** A card that was lost and found again, or a number that somebody else’s report names, is for a person to sort out. */
export const identityDocumentLive: Rule = {
  id: 'ID-07',
  version: 1,
  onBreach: 'REFER',
  counts: 'DECISION',
  aboutPersons: true,
  check: (facts) =>
    checkList(facts, {
      list: 'IDENTITY',
      of: peopleOf(facts.form).map(([key]) => `/people/${key}`),
      fault: () => ({ says: 'NOT_LIVE' }),
    }),
};

export const texts: RuleTexts = {
  requires: {
    zh: '所用身份证件未被挂失或者注销，持证人健在。',
    en: 'No identity document is reported lost or cancelled, and its holder is alive.',
  },
  basis: [
    { law: '市场主体登记管理条例实施细则', article: '17' },
    { law: '市场主体登记管理条例实施细则', article: '50' },
  ],
  says: {
    NOT_LIVE: {
      zh: {
        fault: '此人的身份证件状态异常，需由登记人员核实。',
        mend: '证件已补领的，请准备新证件，等待登记人员联系。',
      },
      en: {
        fault: 'The state of this person’s document is not in order: an official looks into it.',
        mend: 'If it was replaced, have the new one at hand and wait for the official.',
      },
    },
  },
};
