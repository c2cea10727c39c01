import { givenDate } from '../given-date.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule } from '../rule.ts';

/** 设立登记, as mandates name it. */
const ACT = 'ESTABLISHMENT';

/** Without the power to correct, a returned application waits for the client: a warning only. */
export const mandateCoversAct: Rule = {
  id: 'BA-02',
  version: 1,
  requires: {
    zh: '代理人的委托书包含办理设立登记，提交之日在委托期限内。',
    en: 'The agent’s mandate covers establishment and the day of submission.',
  },
  basis: [
    { law: '市场主体登记管理条例实施细则', article: '14' },
    { law: '经营主体登记申请及代理行为管理办法', article: '6' },
  ],
  onBreach: 'RETURN',
  check: ({ form: { mandate }, submittedOn }) => {
    if (!mandate) return NOT_APPLICABLE;
    const from = givenDate(mandate.from);
    const until = givenDate(mandate.until);
    const faults: Fault[] = [];
    if (mandate.acts?.length && !mandate.acts.includes(ACT))
      faults.push({ pointer: '/mandate/acts', says: 'ACT' });
    if (from && from > submittedOn)
      faults.push({ pointer: '/mandate/from', says: 'NOT_BEGUN', found: { from } });
    if (until && until < submittedOn)
      faults.push({ pointer: '/mandate/until', says: 'ENDED', found: { until } });
    if (mandate.corrections === false)
      faults.push({ pointer: '/mandate/corrections', says: 'NO_CORRECTIONS', consequence: 'WARN' });
    return breachedBy(faults);
  },
  says: {
    ACT: {
      zh: {
        fault: '委托书的委托事项不包含设立登记。',
        mend: '请由委托人签署包含设立登记的委托书。',
      },
      en: {
        fault: 'The mandate does not cover establishment.',
        mend: 'Let the client sign a mandate that does.',
      },
    },
    NOT_BEGUN: {
      zh: {
        fault: '委托期限自{from}才开始。',
        mend: '请在委托期限内提交，或者由委托人重新签署委托书。',
      },
      en: {
        fault: 'The mandate begins only on {from}.',
        mend: 'Submit from that day, or let the client sign another mandate.',
      },
    },
    ENDED: {
      zh: { fault: '委托期限已于{until}届满。', mend: '请由委托人重新签署委托书。' },
      en: { fault: 'The mandate ended on {until}.', mend: 'Let the client sign another one.' },
    },
    NO_CORRECTIONS: {
      zh: {
        fault: '委托书没有授权代理人更正申请材料。',
        mend: '无需更正；如申请被退回，须由委托人本人更正。',
      },
      en: {
        fault: 'The mandate does not let the agent correct the application.',
        mend: 'Nothing to correct; should it be returned, the client has to correct it.',
      },
    },
  },
};
