import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

export const scopeBundleInForce: Rule = {
  id: 'SC-10',
  version: 1,
  onBreach: 'RETURN',
  counts: 'SUBMISSION',
  check: ({ scope: { bundle } }) => {
    if (!bundle) return NOT_APPLICABLE;
    const found = { bundle: bundle.id };
    if (bundle.state === 'UNKNOWN')
      return breachedBy([{ pointer: '/scope/bundle/id', says: 'UNKNOWN', found }]);
    return breachedBy(
      bundle.state === 'OTHER_VERSION'
        ? [{ pointer: '/scope/bundle/version', says: 'OTHER_VERSION', found }]
        : [],
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '所选的常用关联性经营项目打包现行有效，版本与申请人所见一致。',
    en: 'The bundle is in force, in the version that the applicant saw.',
  },
  basis: [
    {
      law: '广州市关于推动直播电商产业高质量发展助力传统商贸数字化转型的若干意见',
      article: '三(四)6',
    },
  ],
  says: {
    UNKNOWN: {
      zh: {
        fault: '没有编号为“{bundle}”的现行打包项目。',
        mend: '请重新选择打包项目，或者逐项选择经营范围。',
      },
      en: {
        fault: 'No bundle {bundle} is in force.',
        mend: 'Choose another bundle, or choose the items one by one.',
      },
    },
    OTHER_VERSION: {
      zh: {
        fault: '打包项目{bundle}已更新，与申请时所见的版本不同。',
        mend: '请查看现行版本包含的项目，确认后重新提交。',
      },
      en: {
        fault: 'Bundle {bundle} has changed since the version that you saw.',
        mend: 'Look at the items of the version in force, confirm, and submit again.',
      },
    },
  },
};
