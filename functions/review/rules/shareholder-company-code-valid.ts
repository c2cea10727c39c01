import { parseUscc } from '../../shared/unified-social-credit-code.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** Apart, not members of one object: a bundle can leave out what only names. */
const MEND_ZH = '请对照该企业的营业执照核对并更正统一社会信用代码。';
const MEND_EN = 'Check the code against the company’s business licence and correct it.';

/**
 * Codes whose outer check character alone fails are in real use (domain.md 2.1): one that the
 * company's own valid licence carries goes to a person instead of back.
 */
export const shareholderCompanyCodeValid: Rule = {
  id: 'ID-09',
  version: 1,
  onBreach: 'RETURN',
  check: ({ form, licences }) => {
    const codes = (form.shareholders ?? []).flatMap(({ company }, shareholder) =>
      company?.uscc?.trim() ? [{ shareholder, uscc: company.uscc }] : [],
    );
    if (codes.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      codes.flatMap(({ shareholder, uscc }): Fault[] => {
        const parsed = parseUscc(uscc);
        if (parsed.ok) return [];
        const licensed = licences.some(
          (it) =>
            it.shareholder === shareholder &&
            it.outcome === 'VALID' &&
            it.holderUscc === uscc.trim().toUpperCase(),
        );
        const pointer = `/shareholders/${shareholder}/company/uscc`;
        return parsed.fault === 'CHECK' && licensed
          ? [{ pointer, says: 'CHECK_OF_LICENCE', consequence: 'REFER' }]
          : [{ pointer, says: parsed.fault }];
      }),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '法人股东的统一社会信用代码为18位，两个校验码均正确（GB 32100、GB 11714）。',
    en: 'The unified social credit code of a corporate shareholder has 18 characters and both check characters are right (GB 32100, GB 11714).',
  },
  basis: [{ law: '市场主体登记管理条例实施细则', article: '25' }],
  says: {
    LENGTH: {
      zh: { fault: '统一社会信用代码不是18位。', mend: MEND_ZH },
      en: { fault: 'The unified social credit code does not have 18 characters.', mend: MEND_EN },
    },
    CHARACTER: {
      zh: {
        fault: '统一社会信用代码含有不应有的字符（不使用字母I、O、S、V、Z）。',
        mend: MEND_ZH,
      },
      en: {
        fault:
          'The code holds a character that cannot stand there (letters I, O, S, V, Z are not used).',
        mend: MEND_EN,
      },
    },
    ORGANISATION_CHECK: {
      zh: { fault: '统一社会信用代码中第17位（组织机构代码校验码）不正确。', mend: MEND_ZH },
      en: { fault: 'Character 17, the check of the organisation code, is wrong.', mend: MEND_EN },
    },
    CHECK: {
      zh: { fault: '统一社会信用代码的第18位（校验码）不正确。', mend: MEND_ZH },
      en: { fault: 'Character 18, the check of the whole code, is wrong.', mend: MEND_EN },
    },
    CHECK_OF_LICENCE: {
      zh: {
        fault:
          '统一社会信用代码的第18位（校验码）不正确，但与该企业电子营业执照所载一致，需由登记人员核实。',
        mend: '无需更正；登记人员将向原登记机关核实。',
      },
      en: {
        fault:
          'Character 18 of the code is wrong, yet the company’s own valid e-licence carries the same code: an official checks.',
        mend: 'Nothing to correct; the official asks the registrar that issued the code.',
      },
    },
  },
};
