import { breachedBy, NOT_APPLICABLE, type Rule } from '../rule.ts';

export const nameDistinctInIndustry: Rule = {
  id: 'NM-08',
  version: 1,
  requires: {
    zh: '字号与同一登记机关、同行业（或未标明行业）的已登记或在保留期内的名称不同。',
    en: 'The trade name differs from every live or reserved one of the same industry, or of none, at this registrar.',
  },
  basis: [
    { law: '企业名称登记管理规定', article: '15' },
    { law: '企业名称登记管理规定', article: '17' },
  ],
  onBreach: 'RETURN',
  check: ({ name, nameConflicts }) => {
    if (!name && nameConflicts.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      nameConflicts.map(({ industry, kind }) => ({
        pointer: '/name',
        says: kind,
        found: { industry },
      })),
    );
  },
  says: {
    LIVE: {
      zh: {
        fault: '同一登记机关已有字号相同、行业相同（或未标明行业）的登记名称。',
        mend: '请另选字号；与该主体有投资关系或者取得其授权的，请到窗口提交证明。',
      },
      en: {
        fault:
          'A registered business has the same trade name in the same industry, or names no industry.',
        mend: 'Choose another trade name; with an investment relation or an authorisation, show it at the counter.',
      },
    },
    RESERVED: {
      zh: {
        fault: '字号相同、行业相同（或未标明行业）的名称已被他人申请，正在保留期内。',
        mend: '请另选字号，或者在保留期满后再申请。',
      },
      en: {
        fault:
          'Another application has reserved the same trade name in the same industry, or without one.',
        mend: 'Choose another trade name, or apply again once the reservation has lapsed.',
      },
    },
  },
};
