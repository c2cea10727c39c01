import { checkList, foundersOf } from '../listed.ts';
import type { Rule, RuleTexts } from '../rule.ts';

/** From the day of the annulment (条例 art. 40). */
const YEARS = 3;

export const applicantsNotBarred: Rule = {
  id: 'BA-04',
  version: 1,
  onBreach: 'PROPOSE_REFUSAL',
  counts: 'DECISION',
  aboutPersons: true,
  parameters: { years: YEARS },
  check: (facts) =>
    checkList(facts, {
      list: 'BARRED',
      of: [...foundersOf(facts.form), ...(facts.form.mandate ? ['/mandate/agent'] : [])],
      years: { ANNULMENT: YEARS },
      fault: ({ pointer }) => ({ says: pointer === '/mandate/agent' ? 'AGENT' : 'APPLICANT' }),
    }),
};

export const texts: RuleTexts = {
  requires: {
    zh: '申请人和代理人均不是三年内被撤销的虚假登记的直接责任人。',
    en: 'Neither who applies nor the agent was directly responsible for a registration annulled in the last three years.',
  },
  basis: [
    { law: '市场主体登记管理条例', article: '40' },
    { law: '市场主体登记管理条例实施细则', article: '71' },
  ],
  says: {
    APPLICANT: {
      zh: {
        fault: '该申请人是虚假登记的直接责任人，自登记被撤销之日起三年内不得再次申请登记。',
        mend: '三年期满后可以申请；认为有误的，请向登记人员说明。',
      },
      en: {
        fault: 'This applicant is barred for three years after the annulment of a registration.',
        mend: 'Apply when the three years are over; if the record is wrong, tell the official.',
      },
    },
    AGENT: {
      zh: {
        fault: '代理人是虚假登记的直接责任人，自登记被撤销之日起三年内不得再次申请登记。',
        mend: '请由委托人本人申请，或者另行委托代理人；认为有误的，请向登记人员说明。',
      },
      en: {
        fault: 'The agent is barred for three years after the annulment of a registration.',
        mend: 'Let the client apply in person or choose another agent; if the record is wrong, tell the official.',
      },
    },
  },
};
