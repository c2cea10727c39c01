import { checkList, officersOf } from '../listed.ts';
import type { Rule, RuleTexts } from '../rule.ts';

/** From the day of revocation or closure (公司法 art. 178(4)). */
const YEARS = 3;

/** To have headed it is no bar in itself: only who answers for it personally is barred. */
export const officersHeadedNoneRevoked: Rule = {
  id: 'OG-07',
  version: 1,
  onBreach: 'REFER',
  counts: 'DECISION',
  aboutPersons: true,
  parameters: { years: YEARS },
  check: (facts) =>
    checkList(facts, {
      list: 'REVOKED_HEAD',
      of: officersOf(facts.form),
      years: { RESPONSIBLE: YEARS, UNKNOWN: YEARS },
      fault: ({ ground }) =>
        ground === 'RESPONSIBLE'
          ? { says: 'RESPONSIBLE', consequence: 'PROPOSE_REFUSAL' }
          : { says: 'HEAD' },
    }),
};

export const texts: RuleTexts = {
  requires: {
    zh: '法定代表人、董事、监事、高级管理人员三年内没有担任被吊销营业执照、责令关闭的企业的法定代表人并负有个人责任。',
    en: 'No officer of the company answers personally for a business that lost its licence or was closed in the last three years.',
  },
  basis: [
    { law: '公司法', article: '178(4)' },
    { law: '市场主体登记管理条例', article: '12(4)' },
  ],
  says: {
    RESPONSIBLE: {
      zh: {
        fault: '此人对被吊销营业执照或者责令关闭的企业负有个人责任，未逾三年。',
        mend: '请改由他人担任；认为有误的，请向登记人员说明。',
      },
      en: {
        fault:
          'This person answers personally for a business whose licence was revoked less than three years ago.',
        mend: 'Choose somebody else; if the record is wrong, tell the official.',
      },
    },
    HEAD: {
      zh: {
        fault:
          '此人三年内曾任被吊销营业执照或者责令关闭的企业的法定代表人，是否负有个人责任需由登记人员核实。',
        mend: '请准备说明材料，等待登记人员联系；也可改由他人担任。',
      },
      en: {
        fault:
          'This person headed a business whose licence was revoked less than three years ago; an official finds out whether he answers for it.',
        mend: 'Have an explanation at hand and wait for the official, or choose somebody else.',
      },
    },
  },
};
