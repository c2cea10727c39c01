import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** The words for sole owners and individual businesses are from practice, not from an article. */
export const nameFormWordFitsType: Rule = {
  id: 'NM-04',
  version: 1,
  onBreach: 'RETURN',
  check: ({ form, name }) => {
    const word = name?.form;
    if (!word || !form.type || !Object.hasOwn(FITS, form.type)) return NOT_APPLICABLE;
    const fits = FITS[form.type]?.test(word) ?? true;
    return breachedBy(fits ? [] : [{ pointer: '/name', says: form.type, found: { word } }]);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '名称中的组织形式与主体类型、责任形式相符。',
    en: 'The form word of the name fits the type of business and its liability.',
  },
  basis: [
    { law: '公司法', article: '7' },
    { law: '个人独资企业法', article: '11' },
    { law: '企业名称登记管理规定', article: '10' },
    { law: '企业名称登记管理规定', article: '25' },
  ],
  says: {
    LIMITED_COMPANY: {
      zh: {
        fault: '有限责任公司的名称不能以“{word}”作为组织形式。',
        mend: '请以“有限公司”或者“有限责任公司”结尾。',
      },
      en: {
        fault: 'The name of a limited company cannot end with {word}.',
        mend: 'End it with 有限公司 or 有限责任公司.',
      },
    },
    SOLE_PROPRIETORSHIP: {
      zh: {
        fault: '个人独资企业承担无限责任，名称不能以“{word}”作为组织形式。',
        mend: '请改用“商行”“厂”“店”“中心”“工作室”等，不使用“有限”“公司”。',
      },
      en: {
        fault: 'A sole proprietorship is liable without limit and cannot be called {word}.',
        mend: 'Use 商行, 厂, 店, 中心 or 工作室, without 有限 and 公司.',
      },
    },
    INDIVIDUAL_BUSINESS: {
      zh: {
        fault: '个体工商户的名称不能以“{word}”作为组织形式。',
        mend: '请改用“店”“馆”“部”“行”“中心”等，不使用“公司”“企业”。',
      },
      en: {
        fault: 'The name of an individual business cannot end with {word}.',
        mend: 'Use 店, 馆, 部, 行 or 中心, without 公司 and 企业.',
      },
    },
  },
};

const FITS: Readonly<Record<string, RegExp>> = {
  LIMITED_COMPANY: /^(?!.*股份).*有限(责任)?公司$/,
  SOLE_PROPRIETORSHIP: /^(?!.*(有限|公司|股份|合伙|集团|合作社))/,
  INDIVIDUAL_BUSINESS: /^(?!.*(有限|公司|企业|股份|合伙|集团|合作社))/,
};
