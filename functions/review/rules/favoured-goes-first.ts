import { checkList, foundersOf } from '../listed.ts';
import type { Rule, RuleTexts } from '../rule.ts';

/** It changes in which order officials see a case and how many approvals are read again; it never lowers another rule. */
export const favouredGoesFirst: Rule = {
  id: 'RC-02',
  version: 1,
  onBreach: 'WARN',
  counts: 'SUBMISSION',
  check: (facts) =>
    checkList(
      { ...facts, decidedOn: facts.submittedOn },
      {
        list: 'FAVOURED',
        of: [
          ...foundersOf(facts.form),
          ...(facts.form.premises?.kind === 'CLUSTER' ? ['/premises/host'] : []),
        ],
        fault: ({ ground }) => ({ says: ground }),
      },
    ),
};

export const texts: RuleTexts = {
  requires: {
    zh: '列入直播电商白名单或者经主管部门推荐的重点企业，优先办理；审核标准不变。',
    en: 'Who is on the live-commerce whitelist, or referred as a key enterprise, is served first, by the same rules.',
  },
  basis: [
    {
      law: '广州市关于推动直播电商产业高质量发展助力传统商贸数字化转型的若干意见',
      article: '三(四)6、三(七)9',
    },
  ],
  says: {
    WHITELIST: {
      zh: { fault: '列入直播电商白名单。', mend: '无需更正；需人工审核的，优先办理。' },
      en: {
        fault: 'On the live-commerce whitelist.',
        mend: 'Nothing to correct; where an official decides, it comes first.',
      },
    },
    KEY_ENTERPRISE: {
      zh: { fault: '经主管部门推荐的重点企业。', mend: '无需更正；需人工审核的，优先办理。' },
      en: {
        fault: 'Referred as a key enterprise by a competent department.',
        mend: 'Nothing to correct; where an official decides, it comes first.',
      },
    },
  },
};
