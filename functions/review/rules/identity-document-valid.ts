import { peopleOf } from '../../application/form-places.ts';
import { checkDocument } from '../../shared/identity-document.ts';
import { breachedBy, NOT_APPLICABLE, type Rule } from '../rule.ts';

const mend = {
  zh: '请对照证件核对证件类型和号码并更正。',
  en: 'Check the kind and the number against the document and correct them.',
};
const says = (zh: string, en: string) => ({
  zh: { fault: zh, mend: mend.zh },
  en: { fault: en, mend: mend.en },
});

const TEXTS = {
  HK_MACAO_PERMIT: says(
    '港澳居民来往内地通行证号码应为字母H或M加8位数字。',
    'A home-return permit has the letter H or M and 8 digits.',
  ),
  TAIWAN_PERMIT: says('台湾居民来往大陆通行证号码应为8位数字。', 'A Taiwan permit has 8 digits.'),
  RESIDENCE_CARD: says(
    '港澳台居民居住证号码应为18位，以810000、820000或830000开头，校验码正确。',
    'A residence card has 18 characters, begins with 810000, 820000 or 830000 and ends in the right check character.',
  ),
  FOREIGN_RESIDENT_CARD: says(
    '外国人永久居留身份证号码应为18位，以9开头。',
    'A foreign permanent resident card has 18 characters and begins with 9.',
  ),
  PASSPORT: says(
    '护照号码应为5至17位字母或数字。',
    'A passport number has 5 to 17 letters or digits.',
  ),
};

/** Documents other than the resident identity card, each by its own pattern (domain.md 2.3). */
export const identityDocumentValid: Rule = {
  id: 'ID-02',
  version: 1,
  requires: {
    zh: '居民身份证以外的证件，号码符合该类证件的格式。',
    en: 'The number of a document other than a resident identity card has the form of its kind.',
  },
  basis: [
    { law: '市场主体登记管理条例实施细则', article: '16' },
    { law: '市场主体登记管理条例实施细则', article: '24' },
  ],
  onBreach: 'RETURN',
  counts: 'DECISION',
  check: ({ form, decidedOn }) => {
    const documents = peopleOf(form).flatMap(([key, { document }]) =>
      document?.kind !== undefined && Object.hasOwn(TEXTS, document.kind) && document.number?.trim()
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
  says: TEXTS,
};
