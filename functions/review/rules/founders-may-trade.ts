import { checkList, foundersOf, officersOf } from '../listed.ts';
import type { Rule, RuleTexts } from '../rule.ts';

/** Civil servants and others whom a law bans from profit-making work; whether it applies to this business, a person finds out. */
export const foundersMayTrade: Rule = {
  id: 'ID-12',
  version: 1,
  onBreach: 'REFER',
  counts: 'DECISION',
  aboutPersons: true,
  check: (facts) =>
    checkList(facts, {
      list: 'NO_PROFIT',
      of: [...new Set([...foundersOf(facts.form), ...officersOf(facts.form)])],
      fault: () => ({ says: 'BANNED' }),
    }),
};

export const texts: RuleTexts = {
  requires: {
    zh: '投资人、经营者、股东和任职人员不属于法律、行政法规禁止从事营利性活动的人。',
    en: 'Nobody who founds or runs the business is banned by law from profit-making work.',
  },
  basis: [
    { law: '个人独资企业法', article: '16' },
    { law: '公务员法', article: '59' },
  ],
  says: {
    BANNED: {
      zh: {
        fault: '此人可能属于法律、行政法规禁止从事营利性活动的人，需由登记人员核实。',
        mend: '请准备说明材料，等待登记人员联系；也可改由他人担任。',
      },
      en: {
        fault:
          'This person may be banned by law from profit-making work: an official looks into it.',
        mend: 'Have an explanation at hand and wait for the official, or choose somebody else.',
      },
    },
  },
};
