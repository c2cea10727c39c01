import { BUSINESS_LICENCE_TYPE, identifierFault } from '../../shared/licence-identifier.ts';
import { licencesShown } from '../licences-shown.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** Not every issuer writes the identifier into its licences yet: one that is there must be right. */
export const licenceIdentifierValid: Rule = {
  id: 'EL-01',
  version: 1,
  onBreach: 'RETURN',
  parameters: { types: [BUSINESS_LICENCE_TYPE] },
  check: (facts) => {
    const shown = licencesShown(facts).flatMap(({ pointer, licence: { identifier } }) =>
      identifier === undefined ? [] : [{ pointer, says: identifierFault(identifier) }],
    );
    if (shown.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      shown.flatMap(({ pointer, says }) => (says === undefined ? [] : [{ pointer, says }])),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '电子营业执照的证照标识结构、类型代码和校验码正确（GB/T 36904）。',
    en: 'The identifier of an e-licence has the right structure, type code and check character (GB/T 36904).',
  },
  basis: [{ law: '优化营商环境条例', article: '37' }, { law: 'GB/T 36904-2018' }],
  says: {
    STRUCTURE: {
      zh: {
        fault: '电子营业执照的证照标识结构不正确。',
        mend: '请由该企业重新下载并出示本企业现行的电子营业执照。',
      },
      en: {
        fault: 'The identifier of the e-licence has not the structure of one.',
        mend: 'Let the company download its present e-licence and show it again.',
      },
    },
    CHECK: {
      zh: {
        fault: '电子营业执照的证照标识校验码不正确。',
        mend: '请由该企业重新下载并出示本企业现行的电子营业执照。',
      },
      en: {
        fault: 'The check character of the e-licence’s identifier is wrong.',
        mend: 'Let the company download its present e-licence and show it again.',
      },
    },
    TYPE: {
      zh: {
        fault: '证照标识表明所出示的不是营业执照。',
        mend: '请由该企业出示本企业的电子营业执照。',
      },
      en: {
        fault: 'By its identifier, what is shown is no business licence.',
        mend: 'Let the company show its business licence.',
      },
    },
  },
};
