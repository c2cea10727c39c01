import { givenDate } from '../given-date.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** 设立登记, as mandates name it. */
const ACT = 'ESTABLISHMENT';

/** Without the power to correct, a returned application waits for a wider mandate: until then a warning only. */
export const mandateCoversAct: Rule = {
  id: 'BA-02',
  version: 2,
  onBreach: 'RETURN',
  counts: 'SUBMISSION',
  check: ({ form: { mandate, roles = {} }, submittedOn, attempt = 1, sentBy, standing }) => {
    if (!mandate) return NOT_APPLICABLE;
    const from = givenDate(mandate.from);
    const until = givenDate(mandate.until);
    const faults: Fault[] = [];
    const agent = mandate.agent?.trim();
    if (agent && sentBy !== undefined && agent !== sentBy && agent !== standing?.name)
      faults.push({ pointer: '/mandate/agent', says: 'OTHER_AGENT' });
    const heads = [roles.legalRepresentative, roles.owner, roles.operator];
    if (mandate.client && !heads.includes(mandate.client))
      faults.push({ pointer: '/mandate/client', says: 'OTHER_CLIENT' });
    if (mandate.acts?.length && !mandate.acts.includes(ACT))
      faults.push({ pointer: '/mandate/acts', says: 'ACT' });
    if (from && from > submittedOn)
      faults.push({ pointer: '/mandate/from', says: 'NOT_BEGUN', found: { from } });
    if (until && until < submittedOn)
      faults.push({ pointer: '/mandate/until', says: 'ENDED', found: { until } });
    if (mandate.corrections === false)
      faults.push(
        attempt > 1
          ? { pointer: '/mandate/corrections', says: 'CORRECTION_NOT_COVERED' }
          : { pointer: '/mandate/corrections', says: 'NO_CORRECTIONS', consequence: 'WARN' },
      );
    return breachedBy(faults);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '委托书由委托人出具给提交申请的代理人，包含办理设立登记（更正的，包含更正申请材料），提交之日在委托期限内。',
    en: 'The mandate is given by the client to the agent who submits, and covers establishment, a correction if it is one, and the day of submission.',
  },
  basis: [
    { law: '市场主体登记管理条例实施细则', article: '14' },
    { law: '经营主体登记申请及代理行为管理办法', article: '6' },
  ],
  says: {
    OTHER_AGENT: {
      zh: {
        fault: '委托书的受托人不是提交本申请的代理人。',
        mend: '请由委托书载明的代理人提交，或者由委托人重新签署委托书。',
      },
      en: {
        fault: 'The mandate is given to another agent than the one who submits.',
        mend: 'Let the agent whom it names submit, or the client sign another mandate.',
      },
    },
    OTHER_CLIENT: {
      zh: {
        fault: '出具委托书的人不是拟设主体的法定代表人、投资人或者经营者。',
        mend: '请由拟设主体的法定代表人、投资人或者经营者本人签署委托书。',
      },
      en: {
        fault:
          'The mandate is not given by the legal representative, owner or operator of the business.',
        mend: 'Let that person sign the mandate.',
      },
    },
    CORRECTION_NOT_COVERED: {
      zh: {
        fault: '本次提交是更正，但委托书没有授权代理人更正申请材料。',
        mend: '请由委托人签署授权更正的委托书后重新提交。',
      },
      en: {
        fault: 'This is a correction, which the mandate does not let the agent make.',
        mend: 'Let the client sign a mandate that covers corrections, and submit again.',
      },
    },
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
        mend: '无需更正；如申请被退回，须由委托人另行授权后才能更正。',
      },
      en: {
        fault: 'The mandate does not let the agent correct the application.',
        mend: 'Nothing to correct; should it be returned, it takes a wider mandate to correct it.',
      },
    },
  },
};
