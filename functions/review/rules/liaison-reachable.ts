import * as z from 'zod';
import { identityOf, personOf } from '../../application/form-places.ts';
import type { ReviewFacts } from '../facts.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

const EMAIL = z.email();
const PHONE = /^(\+?\d{1,4}[ -]?)?\d(?:[ -]?\d){6,14}$/;

/** Staff and those who fund the business may be both. */
const funds = (form: ReviewFacts['form'], liaison: string): boolean =>
  [form.roles?.owner, form.roles?.operator, ...(form.shareholders ?? []).map((it) => it.person)]
    .filter((key) => key !== undefined)
    .some((key) => identityOf(form, key) === identityOf(form, liaison));

/** A number as it is dialled inside China, however it is written. */
const digitsOf = (phone: string | undefined): string | undefined =>
  phone
    ?.normalize('NFKC')
    .replaceAll(/\D/g, '')
    .replace(/^(?:00)?86(?=1\d{10}$)/, '');

export const liaisonReachable: Rule = {
  id: 'OG-09',
  version: 2,
  onBreach: 'RETURN',
  check: ({ form, standing }) => {
    const key = form.roles?.liaison;
    const liaison = personOf(form, key);
    if (key === undefined || !liaison) return NOT_APPLICABLE;
    const faults: Fault[] = [];
    if (liaison.phone?.trim() && !PHONE.test(liaison.phone.trim()))
      faults.push({ pointer: `/people/${key}/phone`, says: 'PHONE' });
    if (liaison.email?.trim() && !EMAIL.safeParse(liaison.email.trim()).success)
      faults.push({ pointer: `/people/${key}/email`, says: 'EMAIL' });
    const agents = [form.mandate?.agent, standing?.name].map((it) => it?.trim());
    const name = liaison.name?.trim();
    const phone = digitsOf(liaison.phone);
    const isAgent =
      (name && agents.includes(name)) || (phone && phone === digitsOf(standing?.phone));
    if (isAgent && !funds(form, key)) faults.push({ pointer: '/roles/liaison', says: 'AGENT' });
    return breachedBy(faults);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '登记联络员的电话、电子邮箱可以联系；代理人不担任委托人的登记联络员，但本人出资设立的除外。',
    en: 'The liaison can be reached by phone and e-mail, and is not the agent, unless he funds the business.',
  },
  basis: [
    { law: '公司登记管理实施办法', article: '14' },
    { law: '经营主体登记申请及代理行为管理办法', article: '5' },
  ],
  says: {
    PHONE: {
      zh: {
        fault: '登记联络员的电话号码格式不正确。',
        mend: '请填写可以联系的手机或者固定电话号码。',
      },
      en: {
        fault: 'This is no phone number.',
        mend: 'Give a number at which the liaison answers.',
      },
    },
    EMAIL: {
      zh: { fault: '登记联络员的电子邮箱格式不正确。', mend: '请填写可以收信的电子邮箱。' },
      en: { fault: 'This is no e-mail address.', mend: 'Give an address that the liaison reads.' },
    },
    AGENT: {
      zh: {
        fault: '登记联络员是本申请的代理人，且不是出资人。',
        mend: '请改由本主体的人员担任登记联络员。',
      },
      en: {
        fault: 'The liaison is the agent of this application and does not fund the business.',
        mend: 'Choose somebody of the business itself.',
      },
    },
  },
};
