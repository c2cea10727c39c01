import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** Told with the earlier application's id, which whoever sent both may know. */
export const applicationNotRepeated: Rule = {
  id: 'BA-03',
  version: 1,
  onBreach: 'RETURN',
  counts: 'DECISION',
  check: ({ competing, sentBy }) => {
    if (sentBy === undefined) return NOT_APPLICABLE;
    if (competing?.source !== 'OWN') return breachedBy([]);
    const { applicationId } = competing;
    return breachedBy([{ pointer: '', says: 'REPEATED', found: { applicationId } }]);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '同一委托人的同一拟设主体只提交一次申请。',
    en: 'One application only is sent for the same client and the same intended business.',
  },
  basis: [{ law: '市场主体登记管理条例实施细则', article: '17' }],
  says: {
    REPEATED: {
      zh: {
        fault: '您已为同一人的同一拟设主体提交过申请：{applicationId}。',
        mend: '请在该申请上办理（如需修改，更正该申请）；不再办理的，先撤回该申请，再更正本申请。',
      },
      en: {
        fault:
          'You have already applied for the same person and the same business: {applicationId}.',
        mend: 'Go on with that one, and correct it where needed; or withdraw it first, then correct this one.',
      },
    },
  },
};
