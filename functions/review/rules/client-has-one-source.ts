import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** Told in general words: neither source learns who the other is, or what it sent. */
export const clientHasOneSource: Rule = {
  id: 'AG-01',
  version: 1,
  onBreach: 'RETURN',
  counts: 'DECISION',
  check: ({ form, competing, sentBy }) => {
    if (sentBy === undefined) return NOT_APPLICABLE;
    if (competing?.source !== 'ANOTHER') return breachedBy([]);
    return breachedBy([{ pointer: form.mandate ? '/mandate' : '', says: 'ANOTHER' }]);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '同一委托人就同一拟设主体，同一时间只由一方办理。',
    en: 'For one client and one intended business, one source acts at a time.',
  },
  basis: [{ law: '经营主体登记申请及代理行为管理办法', article: '6' }],
  says: {
    ANOTHER: {
      zh: {
        fault: '另有一件申请正在为同一人办理同一拟设主体；由该委托人本人决定由谁办理。',
        mend: '请由委托人本人核验身份后，在“我的委托”中选定一件；选定后再更正提交本申请。',
      },
      en: {
        fault:
          'Another application for this client and this business is under way; the client decides.',
        mend: 'Let the client prove who she is and choose one under her mandates; then submit this one again, if it was chosen.',
      },
    },
  },
};
