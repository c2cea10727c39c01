import type { ApplicationForm } from '../application/form.ts';
import { rolesOf } from '../application/form-places.ts';
import type { BusinessType } from '../registrar/registrars.ts';
import { inTongue, type Language, remarkIn } from '../shared/language.ts';
import type { SigningKind } from './signers.ts';

/** What stands in a text for people: Chinese, which counts, and English. */
type Words = readonly [zh: string, en: string];

/** What a person is in a business, by the place of the form that names him. */
const ROLES = {
  legalRepresentative: ['LEGAL_REPRESENTATIVE', '法定代表人', 'legal representative'],
  owner: ['OWNER', '投资人', 'sole owner'],
  operator: ['OPERATOR', '经营者', 'operator'],
  shareholders: ['SHAREHOLDER', '股东', 'shareholder'],
  directors: ['DIRECTOR', '董事', 'director'],
  managers: ['MANAGER', '经理', 'manager'],
  supervisors: ['SUPERVISOR', '监事', 'supervisor'],
  financeHead: ['FINANCE_HEAD', '财务负责人', 'head of finance'],
  family: ['FAMILY_MEMBER', '参加经营的家庭成员', 'family member taking part'],
  liaison: ['LIAISON', '登记联络员', 'liaison'],
  beneficialOwners: ['BENEFICIAL_OWNER', '受益所有人', 'beneficial owner'],
} as const satisfies Record<string, readonly [string, ...Words]>;

const PLACES = Object.keys(ROLES).filter((it): it is keyof typeof ROLES => it in ROLES);
export type PartyRole = (typeof ROLES)[keyof typeof ROLES][0];
export const PARTY_ROLES: readonly PartyRole[] = PLACES.map((place) => ROLES[place][0]);

const TYPES: Record<BusinessType, Words> = {
  LIMITED_COMPANY: ['有限责任公司', 'a limited company'],
  SOLE_PROPRIETORSHIP: ['个人独资企业', 'a sole proprietorship'],
  INDIVIDUAL_BUSINESS: ['个体工商户', 'an individual business'],
};

const PARTS: Record<SigningKind, Words> = {
  APPLICATION: ['设立登记申请书', 'application for registration'],
  CHARTER: ['公司章程', 'charter'],
  MANDATE: ['代理委托书', 'mandate for the agent'],
  CUSTODY: ['住所托管协议', 'custody agreement on the address'],
  PROMISES: ['承诺书', 'promises'],
  CONSENT: ['任职（参加经营）同意书', 'consent to the post or part'],
};

/** Places of the form, in the order of ROLES, where any of the keys stands. */
const placesOf = (form: ApplicationForm, keys: readonly string[]) => {
  const named = new Set(
    rolesOf(form)
      .filter(([, key]) => keys.includes(key))
      .map(([[first, second]]) => String(first === 'roles' ? second : first)),
  );
  return PLACES.filter((place) => named.has(place));
};

/** What a person is in the business, under any of the keys that name him. */
export const partyRolesOf = (
  form: ApplicationForm,
  ...keys: readonly string[]
): readonly PartyRole[] => placesOf(form, keys).map((place) => ROLES[place][0]);

/** What a part is called. */
export const partTitle = (part: SigningKind, language: Language): string =>
  wordsIn(language)(PARTS[part]);

const wordsIn = (language: Language) => {
  const said = inTongue(language);
  return ([zh, en]: Words): string => said({ zh, en });
};

const typeOf = (type: string | undefined): Words =>
  Object.entries(TYPES).find(([it]) => it === type)?.[1] ?? ['经营主体', 'a business'];

/**
 * In plain words, before anything else: what is founded, as what one signs, which papers, and that one
 * face check signs them all. The name of the business stands as it was written.
 */
export function plainWords(
  form: ApplicationForm,
  keys: readonly string[],
  parts: readonly SigningKind[],
  language: Language,
): string {
  const said = wordsIn(language);
  const type = said(typeOf(form.type));
  const roles = placesOf(form, keys).map((place) => said([ROLES[place][1], ROLES[place][2]]));
  const papers = parts.map((part) => partTitle(part, language));
  if (language === 'en')
    return (
      `You sign, as ${roles.join(', ')}, for the registration of ${type}${form.name ? ` named “${form.name}”` : ''}: ` +
      `${papers.join('; ')}. One face check signs all of it. The Chinese text counts. Do not sign what is not true or not yours.`
    );
  const our = (zh: string) => said([zh, '']);
  return [
    ...[our('您以'), roles.join('、'), our('的身份，为设立'), type],
    ...(form.name ? [our('“'), form.name, our('”')] : []),
    ...[our('签署：'), papers.join('、'), '。'],
    our('一次人脸认证即签署以下全部内容。内容不实或非您本人意愿的，请勿签署。'),
    remarkIn(language).remark ?? '',
  ].join('');
}
