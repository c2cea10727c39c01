import { breachedBy, MET, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** Unknown wordings and bundles are told by SC-01 and SC-10, a scope left empty by CO-01. */
export const scopeHasFirstItem: Rule = {
  id: 'SC-02',
  version: 1,
  onBreach: 'RETURN',
  counts: 'SUBMISSION',
  check: ({ scope: { items, unknown, bundle } }) => {
    if (items.length > 0) return MET;
    if (unknown.length > 0 || bundle?.state !== 'IN_FORCE') return NOT_APPLICABLE;
    return breachedBy([{ pointer: '/scope/without', says: 'NOTHING_LEFT' }]);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '经营范围至少有一项，首项确定主要行业。',
    en: 'The scope has at least one item; the first fixes the main industry.',
  },
  basis: [{ law: '市场主体登记管理条例实施细则', article: '12' }],
  says: {
    NOTHING_LEFT: {
      zh: {
        fault: '所选打包项目已全部删除，经营范围为空。',
        mend: '请保留至少一项，或者另行添加经营项目。',
      },
      en: {
        fault: 'Every item of the bundle was dropped and nothing is left of the scope.',
        mend: 'Keep at least one item, or add others.',
      },
    },
  },
};
