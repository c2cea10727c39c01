import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** A name that is close to another is not refused: who takes it bears the risk, and promises so. */
export const nameNotNearAnother: Rule = {
  id: 'NM-09',
  version: 1,
  onBreach: 'WARN',
  counts: 'DECISION',
  check: ({ name, nearNames, form: { promises } }) => {
    if (!name?.tradeName || !nearNames) return NOT_APPLICABLE;
    const says = promises?.similarName === true ? 'NEAR_PROMISED' : 'NEAR';
    return breachedBy(
      nearNames.map((tradeName) => ({ pointer: '/name', says, found: { tradeName } })),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '名称与同一登记机关、同行业他人的名称不近似（读音、字形、繁简、字序）；近似的，申请人承诺承担相应责任。',
    en: 'The name cannot be taken for another of the same industry at this registrar (by sound, shape, script or order); where it can, the applicant promises to bear the liability.',
  },
  basis: [{ law: '企业名称登记管理规定', article: '16' }],
  says: {
    NEAR: {
      zh: {
        fault:
          '同一登记机关同行业已有近似的字号“{tradeName}”，可能被误认，由此引发的纠纷由申请人承担责任。',
        mend: '可以另选字号；继续使用的，请阅读并签署名称近似风险承诺。',
      },
      en: {
        fault:
          'The close trade name {tradeName} of the same industry is there at this registrar; the liability for being taken for it is the applicant’s.',
        mend: 'Choose another, or keep it and sign the promise on close names.',
      },
    },
    NEAR_PROMISED: {
      zh: {
        fault: '同一登记机关同行业已有近似的字号“{tradeName}”；申请人已承诺承担相应责任。',
        mend: '无需更正。',
      },
      en: {
        fault:
          'The close trade name {tradeName} of the same industry is there at this registrar; the applicant has promised to bear the liability.',
        mend: 'Nothing to correct.',
      },
    },
  },
};
