import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** 先照后证: a permit may not be asked before the licence, so the applicant is only told of it. */
export const scopePermitsFollow: Rule = {
  id: 'SC-04',
  version: 1,
  onBreach: 'WARN',
  counts: 'SUBMISSION',
  check: ({ scope: { items, pointers } }) => {
    if (items.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      items.flatMap(({ wording, kind, permit, preApproval }, at) =>
        kind === 'licensed' && !preApproval
          ? [
              {
                pointer: pointers[at] ?? '/scope',
                ...(permit
                  ? { says: 'PERMIT', found: { wording, permit } }
                  : { says: 'SOME_PERMIT', found: { wording } }),
              },
            ]
          : [],
      ),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '许可经营项目在取得营业执照后、开展经营前办理许可。',
    en: 'A licensed item gets its permit after the business licence and before trading.',
  },
  basis: [
    { law: '优化营商环境条例', article: '19' },
    { law: '电子商务法', article: '12' },
  ],
  says: {
    PERMIT: {
      zh: {
        fault: '“{wording}”是许可经营项目。',
        mend: '领取营业执照后，请办理“{permit}”，取得后方可经营。',
      },
      en: {
        fault: '{wording} is a licensed item.',
        mend: 'After the business licence, obtain: {permit}. Do not trade before.',
      },
    },
    SOME_PERMIT: {
      zh: {
        fault: '“{wording}”是许可经营项目。',
        mend: '领取营业执照后，请向主管部门办理许可，取得后方可经营。',
      },
      en: {
        fault: '{wording} is a licensed item.',
        mend: 'After the business licence, obtain the permit of the department in charge. Do not trade before.',
      },
    },
  },
};
