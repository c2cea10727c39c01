import { peopleOf } from '../../application/form-places.ts';
import { checkDocument } from '../../shared/identity-document.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** Documents other than the resident identity card, each by its own pattern (domain.md 2.3). */
export const identityDocumentValid: Rule = {
  id: 'ID-02',
  version: 1,
  onBreach: 'RETURN',
  counts: 'DECISION',
  check: ({ form, decidedOn }) => {
    const documents = peopleOf(form).flatMap(([key, { document }]) =>
      document?.kind !== undefined && KINDS.has(document.kind) && document.number?.trim()
        ? [
            {
              pointer: `/people/${key}/document/number`,
              kind: document.kind,
              number: document.number,
            },
          ]
        : [],
    );
    if (documents.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      documents
        .filter((document) => !checkDocument(document, decidedOn).ok)
        .map(({ pointer, kind }) => ({ pointer, says: kind })),
    );
  },
};

const KINDS: ReadonlySet<string> = new Set([
  'HK_MACAO_PERMIT',
  'TAIWAN_PERMIT',
  'RESIDENCE_CARD',
  'FOREIGN_RESIDENT_CARD',
  'PASSPORT',
]);

/** Apart, not members of one object: a bundle can leave out what only names. */
const MEND_ZH = '请对照证件核对证件类型和号码并更正。';
const MEND_EN = 'Check the kind and the number against the document and correct them.';

export const texts: RuleTexts = {
  requires: {
    zh: '居民身份证以外的证件，号码符合该类证件的格式。',
    en: 'The number of a document other than a resident identity card has the form of its kind.',
  },
  basis: [
    { law: '市场主体登记管理条例实施细则', article: '16' },
    { law: '市场主体登记管理条例实施细则', article: '24' },
  ],
  says: {
    HK_MACAO_PERMIT: {
      zh: { fault: '港澳居民来往内地通行证号码应为字母H或M加8位数字。', mend: MEND_ZH },
      en: { fault: 'A home-return permit has the letter H or M and 8 digits.', mend: MEND_EN },
    },
    TAIWAN_PERMIT: {
      zh: { fault: '台湾居民来往大陆通行证号码应为8位数字。', mend: MEND_ZH },
      en: { fault: 'A Taiwan permit has 8 digits.', mend: MEND_EN },
    },
    RESIDENCE_CARD: {
      zh: {
        fault: '港澳台居民居住证号码应为18位，以810000、820000或830000开头，校验码正确。',
        mend: MEND_ZH,
      },
      en: {
        fault:
          'A residence card has 18 characters, begins with 810000, 820000 or 830000 and ends in the right check character.',
        mend: MEND_EN,
      },
    },
    FOREIGN_RESIDENT_CARD: {
      zh: { fault: '外国人永久居留身份证号码应为18位，以9开头。', mend: MEND_ZH },
      en: {
        fault: 'A foreign permanent resident card has 18 characters and begins with 9.',
        mend: MEND_EN,
      },
    },
    PASSPORT: {
      zh: { fault: '护照号码应为5至17位字母或数字。', mend: MEND_ZH },
      en: { fault: 'A passport number has 5 to 17 letters or digits.', mend: MEND_EN },
    },
  },
};
