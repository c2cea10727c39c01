import { identityOf, personOf } from '../../application/form-places.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** That a family business names its members is asked by CO-01. */
export const operatorEligible: Rule = {
  id: 'CP-09',
  version: 1,
  onBreach: 'RETURN',
  check: ({ form }) => {
    const { operator, family = [] } = form.roles ?? {};
    const kind = personOf(form, operator)?.document?.kind;
    if (form.type !== 'INDIVIDUAL_BUSINESS' || operator === undefined) return NOT_APPLICABLE;
    const who = [operator, ...family].map((key) => identityOf(form, key));
    const twice = who.flatMap((it, at): Fault[] =>
      who.indexOf(it) < at ? [{ pointer: `/roles/family/${at - 1}`, says: 'TWICE' }] : [],
    );
    return breachedBy(
      kind === 'PASSPORT' || kind === 'FOREIGN_RESIDENT_CARD'
        ? [{ pointer: '/roles/operator', says: 'NOT_CITIZEN' }, ...twice]
        : twice,
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '个体工商户的经营者为中国公民，含港澳永久性居民中的中国公民和台湾居民；家庭经营的成员不重复列出。',
    en: 'The operator is a Chinese citizen, permanent residents of Hong Kong and Macao and residents of Taiwan included; family members are listed once, beside the operator.',
  },
  basis: [
    { law: '促进个体工商户发展条例', article: '2' },
    { law: '促进个体工商户发展条例', article: '37' },
    { law: '市场主体登记管理条例实施细则', article: '7' },
  ],
  says: {
    NOT_CITIZEN: {
      zh: {
        fault: '持护照或者外国人永久居留身份证的人员不能登记为个体工商户的经营者。',
        mend: '中国公民请使用居民身份证或者通行证；外国人请改为设立公司。',
      },
      en: {
        fault: 'Who shows a passport or a foreign permanent resident card cannot be the operator.',
        mend: 'A Chinese citizen shows identity card or permit; a foreigner sets up a company.',
      },
    },
    TWICE: {
      zh: {
        fault: '该家庭成员与经营者或者另一成员是同一人。',
        mend: '请删除重复的成员；没有其他成员的，请改为个人经营。',
      },
      en: {
        fault: 'This member is the operator, or another member, once more.',
        mend: 'Remove the entry; without other members choose personal operation.',
      },
    },
  },
};
