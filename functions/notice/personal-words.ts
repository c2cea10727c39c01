import type { DocumentKind } from '../shared/document-kinds.ts';
import type { NoticeLanguage } from './notice.ts';

type Said = Readonly<Record<NoticeLanguage, string>>;
const said = (hans: string, hant: string, en: string): Said => ({
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
});

/** Members of the form under which a person stands. */
const ROLES: Readonly<Record<string, Said>> = {
  legalRepresentative: said('法定代表人', '法定代表人', 'legal representative'),
  directors: said('董事', '董事', 'director'),
  managers: said('经理', '經理', 'manager'),
  supervisors: said('监事', '監事', 'supervisor'),
  financeHead: said('财务负责人', '財務負責人', 'head of finance'),
  owner: said('投资人', '投資人', 'sole owner'),
  operator: said('经营者', '經營者', 'operator'),
  family: said('参加经营的家庭成员', '參加經營的家庭成員', 'family member taking part'),
  liaison: said('登记联络员', '登記聯絡員', 'liaison'),
  shareholders: said('股东', '股東', 'shareholder'),
  beneficialOwners: said('受益所有人', '受益所有人', 'beneficial owner'),
};

const DOCUMENTS: Readonly<Record<DocumentKind, Said>> = {
  RESIDENT_ID: said('居民身份证', '居民身份證', 'resident identity card'),
  HK_MACAO_PERMIT: said('港澳居民来往内地通行证', '港澳居民來往內地通行證', 'HK/Macao permit'),
  TAIWAN_PERMIT: said('台湾居民来往大陆通行证', '台灣居民來往大陸通行證', 'Taiwan permit'),
  RESIDENCE_CARD: said('港澳台居民居住证', '港澳台居民居住證', 'HK/Macao/Taiwan residence card'),
  FOREIGN_RESIDENT_CARD: said(
    '外国人永久居留身份证',
    '外國人永久居留身份證',
    'permanent residence card',
  ),
  PASSPORT: said('护照', '護照', 'passport'),
};

const wordOf = (words: typeof ROLES, code: string, language: NoticeLanguage): string =>
  (Object.hasOwn(words, code) ? words[code]?.[language] : undefined) ?? code;

export const roleName = (role: string, language: NoticeLanguage): string =>
  wordOf(ROLES, role, language);

/** What the form wrote where it is no kind that we know. */
export const documentName = (kind: string, language: NoticeLanguage): string =>
  wordOf(DOCUMENTS, kind, language);
