import { checkList, officersOf } from '../listed.ts';
import type { Rule, RuleTexts } from '../rule.ts';

/** Years of the bar: from the end of the sentence, of the probation, or of the bankruptcy of the company for which he answers. */
const YEARS = { SENTENCE: 5, PROBATION: 2, BANKRUPTCY: 3 } as const;

export const officersNotBarred: Rule = {
  id: 'OG-05',
  version: 1,
  onBreach: 'PROPOSE_REFUSAL',
  counts: 'DECISION',
  aboutPersons: true,
  parameters: { years: YEARS },
  check: (facts) =>
    checkList(facts, {
      list: 'OFFICE',
      of: officersOf(facts.form),
      years: YEARS,
      fault: ({ ground }) => ({ says: ground === 'BANKRUPTCY' ? 'BANKRUPTCY' : 'CRIME' }),
    }),
};

export const texts: RuleTexts = {
  requires: {
    zh: '法定代表人、董事、监事、高级管理人员没有因犯罪被判处刑罚或者对企业破产负有个人责任、期限未满的情形。',
    en: 'No officer of the company is within the bar after a sentence, probation or a bankruptcy for which he answers.',
  },
  basis: [
    { law: '公司法', article: '178(2)(3)' },
    { law: '市场主体登记管理条例', article: '12' },
  ],
  says: {
    CRIME: {
      zh: {
        fault: '此人因犯罪被判处刑罚，执行期满（缓刑考验期满）后的限制任职期限未满。',
        mend: '请改由他人担任；认为有误的，请向登记人员说明。',
      },
      en: {
        fault: 'This person is within the bar from office that follows a sentence.',
        mend: 'Choose somebody else; if the record is wrong, tell the official.',
      },
    },
    BANKRUPTCY: {
      zh: {
        fault: '此人对破产清算的企业负有个人责任，自清算完结之日起未逾三年。',
        mend: '请改由他人担任；认为有误的，请向登记人员说明。',
      },
      en: {
        fault: 'This person answers for a bankruptcy that ended less than three years ago.',
        mend: 'Choose somebody else; if the record is wrong, tell the official.',
      },
    },
  },
};
