import { STATISTICAL_LIMITS } from '../../registrar/statistical-limits.ts';
import { limitsIn } from '../limits-in-force.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** Statistical. The agent’s own telephone number and e-mail address are left out: he shares them with every client. */
export const contactsOfTheirOwn: Rule = {
  id: 'BA-06',
  version: 1,
  onBreach: 'REFER',
  counts: 'SUBMISSION',
  aboutPersons: true,
  parameters: { statistical: true, limits: JSON.parse(JSON.stringify(STATISTICAL_LIMITS)) },
  check: ({ seen, ...facts }) => {
    const limits = limitsIn(facts);
    if (!seen || seen.contacts.length === 0 || !limits) return NOT_APPLICABLE;
    return breachedBy(
      seen.contacts
        .filter(({ applicants }) => applicants + 1 > limits.applicantsWithOneContact)
        .map(({ pointer }) => ({ pointer, says: 'SHARED' })),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '互不相关的申请人不共用联系电话、电子邮箱（统计指标，由登记人员判断）。',
    en: 'Unrelated applicants do not share a telephone number or an e-mail address (a statistical sign, which a person weighs).',
  },
  basis: [
    { law: '市场主体登记管理条例实施细则', article: '17' },
    { law: '经营主体登记申请及代理行为管理办法' },
  ],
  says: {
    SHARED: {
      zh: {
        fault: '近期有多名申请人使用同一联系方式，需由登记人员核实。',
        mend: '请填写本人的联系方式；确属共用的，请等待登记人员联系。',
      },
      en: {
        fault: 'Several applicants have given this contact of late: an official looks at it.',
        mend: 'Give this person’s own; if it is rightly shared, wait for the official.',
      },
    },
  },
};
