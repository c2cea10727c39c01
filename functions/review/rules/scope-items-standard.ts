import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

export const scopeItemsStandard: Rule = {
  id: 'SC-01',
  version: 1,
  onBreach: 'RETURN',
  counts: 'SUBMISSION',
  check: ({ scope: { items, unknown } }) => {
    if (items.length === 0 && unknown.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      unknown.map(({ pointer, wording }) => ({ pointer, says: 'UNKNOWN', found: { wording } })),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '每一项经营范围都选自现行的经营范围规范表述目录。',
    en: 'Each item of the scope stands in the catalogue of standard wordings in force.',
  },
  basis: [
    { law: '市场主体登记管理条例', article: '14' },
    { law: '市场主体登记管理条例实施细则', article: '12' },
  ],
  says: {
    UNKNOWN: {
      zh: {
        fault: '“{wording}”不在现行的经营范围规范表述目录中。',
        mend: '请从目录中选择含义相近的规范表述；目录中确无对应项目的，可反馈给登记机关。',
      },
      en: {
        fault: '{wording} does not stand in the catalogue of standard wordings in force.',
        mend: 'Choose the nearest wording of the catalogue; if there is none, tell the registrar.',
      },
    },
  },
};
