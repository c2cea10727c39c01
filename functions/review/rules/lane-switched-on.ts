import { breachedBy, type Rule, type RuleTexts } from '../rule.ts';

/** Officials switch the automatic decisions of a lane off, and a person decides instead; nothing is decided by this rule. */
export const laneSwitchedOn: Rule = {
  id: 'RC-05',
  version: 1,
  onBreach: 'REFER',
  counts: 'DECISION',
  check: ({ published }) =>
    breachedBy(published?.laneOff ? [{ pointer: '', says: published.laneOff }] : []),
};

export const texts: RuleTexts = {
  requires: {
    zh: '登记机关开放此类申请的自动审核。',
    en: 'The registrar lets applications of this lane be decided automatically.',
  },
  basis: [{ law: '市场主体登记管理条例', article: '19' }],
  says: {
    ONLINE: {
      zh: {
        fault: '网上单件申请的自动审核已暂停，本申请由登记人员审核。',
        mend: '无需更正；请等待登记人员审核。',
      },
      en: {
        fault:
          'Automatic review of single applications is switched off; an official reviews this one.',
        mend: 'Nothing to correct; wait for the official.',
      },
    },
    BATCH: {
      zh: {
        fault: '批量申请的自动审核已暂停，本申请由登记人员审核。',
        mend: '无需更正；请等待登记人员审核。',
      },
      en: {
        fault: 'Automatic review of agents’ files is switched off; an official reviews this row.',
        mend: 'Nothing to correct; wait for the official.',
      },
    },
  },
};
