import { licencesShown } from '../licences-shown.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

export const licenceGenuine: Rule = {
  id: 'EL-02',
  version: 1,
  onBreach: 'RETURN',
  counts: 'DECISION',
  check: (facts) => {
    const shown = licencesShown(facts);
    if (shown.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      shown
        .filter(({ licence }) => licence.outcome === 'INVALID')
        .map(({ pointer }) => ({ pointer, says: 'INVALID' })),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '所出示的电子营业执照签名有效、由受信任的机关签发，并在有效期内。',
    en: 'An e-licence that is shown carries a valid signature of a trusted issuer and is within its dates.',
  },
  basis: [{ law: '电子签名法', article: '13' }],
  says: {
    INVALID: {
      zh: {
        fault: '该电子营业执照不能通过验证：无法读取、签名不符、类型不符或者不在有效期内。',
        mend: '请由该企业重新下载并出示本企业现行的电子营业执照。',
      },
      en: {
        fault:
          'The e-licence fails verification: unreadable, wrong signature, wrong type, or outside its dates.',
        mend: 'Let the company download its present e-licence and show it again.',
      },
    },
  },
};
