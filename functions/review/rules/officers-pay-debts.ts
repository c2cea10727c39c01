import { checkList, officersOf } from '../listed.ts';
import type { Rule, RuleTexts } from '../rule.ts';

/**
 * Courts list for more reasons than the law bars for (最高法 2013 规定 art. 1): only a large debt that is
 * due is a bar; any other ground, or none told, is for a person.
 */
export const officersPayDebts: Rule = {
  id: 'OG-06',
  version: 1,
  onBreach: 'PROPOSE_REFUSAL',
  counts: 'DECISION',
  aboutPersons: true,
  check: (facts) =>
    checkList(facts, {
      list: 'DISHONEST',
      of: officersOf(facts.form),
      fault: ({ ground }) =>
        ground === 'DEBT' ? { says: 'DEBT' } : { says: 'LISTED', consequence: 'REFER' },
    }),
};

export const texts: RuleTexts = {
  requires: {
    zh: '法定代表人、董事、监事、高级管理人员没有因所负数额较大债务到期未清偿被人民法院列为失信被执行人。',
    en: 'No officer of the company is listed by a court for a large debt that is due and unpaid (失信被执行人).',
  },
  basis: [{ law: '公司法', article: '178(5)' }],
  says: {
    DEBT: {
      zh: {
        fault: '此人因所负数额较大债务到期未清偿被列为失信被执行人，不得担任所选职务。',
        mend: '请改由他人担任；已经履行的，请向法院申请删除后告知登记人员。',
      },
      en: {
        fault:
          'This person is listed by a court for a large unpaid debt and may not hold the post.',
        mend: 'Choose somebody else; if it is paid, let the court lift the entry and tell the official.',
      },
    },
    LISTED: {
      zh: {
        fault: '此人被列为失信被执行人，列入原因需由登记人员核实。',
        mend: '请准备有关法律文书，等待登记人员联系；也可改由他人担任。',
      },
      en: {
        fault: 'This person is on a court’s list; an official finds out on what ground.',
        mend: 'Have the court papers at hand and wait for the official, or choose somebody else.',
      },
    },
  },
};
