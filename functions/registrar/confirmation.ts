import type { LegalDate } from '../shared/calendar.ts';
import { registrarOf } from './registrars.ts';

/** How a registration comes about: the registrar confirms what was declared (确认制), or approves it. */
export const BASES = ['CONFIRMED', 'APPROVED'] as const;
export type Basis = (typeof BASES)[number];

/** By which act a registrar registers on a day, by its regime; domain.md 1.8. */
export const basisOf = (division: string | undefined, on: LegalDate): Basis =>
  registrarOf(division, on)?.regime === 'CONFIRMATION' ? 'CONFIRMED' : 'APPROVED';

/**
 * Whose word a field stands on. DECLARED: the applicant's, who answers for its truth (条例 art. 17);
 * the registrar looks at its form only. CHECKED: the registrar compares it with a source of its own.
 */
export type Word = 'DECLARED' | 'CHECKED';

interface ConfirmedField {
  /** JSON Pointer into the form (RFC 6901), `*` for any key or index; it covers what stands below it */
  readonly at: string;
  readonly word: Word;
  readonly called: { readonly zh: string; readonly hant: string; readonly en: string };
}

const said =
  (word: Word) =>
  (at: string, zh: string, hant: string, en: string): ConfirmedField => ({
    at,
    word,
    called: { zh, hant, en },
  });
const declared = said('DECLARED');
const checked = said('CHECKED');

/** Every member of the form, by whose word it stands on; domain.md 1.8. */
export const CONFIRMED_FIELDS: readonly ConfirmedField[] = [
  checked('/type', '主体类型', '主體類型', 'type of business'),
  checked('/registrar', '登记管辖', '登記管轄', 'jurisdiction'),
  declared('/name', '名称', '名稱', 'name'),
  declared('/scope', '经营范围', '經營範圍', 'business scope'),
  declared('/filings', '备案事项', '備案事項', 'filings'),
  checked('/approvals', '前置批准文件', '前置批准文件', 'approvals before registration'),
  declared('/premises', '住所及其使用权', '住所及其使用權', 'address and right to use it'),
  checked('/premises/host', '托管机构', '託管機構', 'host'),
  checked('/premises/place', '托管工位', '託管工位', 'place at the host’s'),
  declared('/capital', '注册资本（出资额）', '註冊資本（出資額）', 'capital'),
  declared('/operation', '组成形式', '組成形式', 'form of operation'),
  declared('/householdProperty', '家庭财产出资', '家庭財產出資', 'household property'),
  declared('/people', '联系方式和居所', '聯繫方式和居所', 'contact and residence'),
  checked('/people/*/name', '人员姓名', '人員姓名', 'names of persons'),
  checked('/people/*/document', '身份证件', '身份證件', 'identity documents'),
  declared('/roles', '组织机构及任职', '組織機構及任職', 'organs and posts'),
  declared('/shareholders', '出资情况', '出資情況', 'contributions'),
  checked('/shareholders/*/company', '法人股东资格', '法人股東資格', 'corporate shareholders'),
  declared('/supervision', '监督机构', '監督機構', 'supervision'),
  declared('/charter', '章程', '章程', 'charter'),
  declared('/termYears', '经营期限', '經營期限', 'term of operation'),
  declared('/beneficialOwners', '受益所有人', '受益所有人', 'beneficial owners'),
  checked('/mandate', '委托代理权限', '委託代理權限', 'agent’s mandate'),
  declared('/promises', '承诺', '承諾', 'promises'),
];

/** What the table says of a member of the form: its nearest entry, upwards. */
export function confirmedFieldOf(pointer: string): ConfirmedField | undefined {
  const steps = pointer.split('/').slice(1);
  return CONFIRMED_FIELDS.filter(({ at }) =>
    at
      .split('/')
      .slice(1)
      .every((step, index) => step === steps[index] || (step === '*' && index < steps.length)),
  ).toSorted((a, b) => b.at.split('/').length - a.at.split('/').length)[0];
}
