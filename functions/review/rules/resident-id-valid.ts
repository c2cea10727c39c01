import { peopleOf } from '../../application/form-places.ts';
import { parseResidentId } from '../../shared/resident-id.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** Apart, not members of one object: a bundle can leave out what only names. */
const MEND_ZH = '请对照居民身份证核对并更正公民身份号码。';
const MEND_EN = 'Check the number against the resident identity card and correct it.';

export const residentIdValid: Rule = {
  id: 'ID-01',
  version: 1,
  onBreach: 'RETURN',
  counts: 'DECISION',
  check: ({ form, decidedOn }) => {
    const numbers = peopleOf(form).flatMap(([key, { document }]) =>
      document?.kind === 'RESIDENT_ID' && document.number?.trim()
        ? [{ pointer: `/people/${key}/document/number`, number: document.number }]
        : [],
    );
    if (numbers.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      numbers.flatMap(({ pointer, number }) => {
        const parsed = parseResidentId(number, decidedOn);
        return parsed.ok ? [] : [{ pointer, says: parsed.fault }];
      }),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '公民身份号码为18位，地区、出生日期和校验码正确（GB 11643）。',
    en: 'A resident identity number has 18 characters, a real division and date, and the right check character (GB 11643).',
  },
  basis: [{ law: '市场主体登记管理条例实施细则', article: '16' }],
  says: {
    LENGTH: {
      zh: { fault: '公民身份号码不是18位。', mend: MEND_ZH },
      en: { fault: 'The resident identity number does not have 18 characters.', mend: MEND_EN },
    },
    CHARACTER: {
      zh: { fault: '公民身份号码含有不应有的字符：前17位为数字，末位为数字或X。', mend: MEND_ZH },
      en: {
        fault:
          'The number holds a character that cannot stand there: 17 digits, then a digit or X.',
        mend: MEND_EN,
      },
    },
    DIVISION: {
      zh: { fault: '公民身份号码的地区代码不存在。', mend: MEND_ZH },
      en: { fault: 'The division at the head of the number does not exist.', mend: MEND_EN },
    },
    DATE: {
      zh: { fault: '公民身份号码中的出生日期不是真实的日期。', mend: MEND_ZH },
      en: { fault: 'The date of birth in the number is no real date.', mend: MEND_EN },
    },
    CHECK: {
      zh: { fault: '公民身份号码的校验码不正确，可能有一位写错。', mend: MEND_ZH },
      en: { fault: 'The check character is wrong: one digit may be mistyped.', mend: MEND_EN },
    },
  },
};
