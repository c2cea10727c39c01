import { licencesShown } from '../licences-shown.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/**
 * What a licence was read for, and by whose consent, stands with its check; that its own key signed
 * nothing is told by ID-10. Silent on checks of before the use was kept.
 */
export const licenceUsedByConsent: Rule = {
  id: 'EL-06',
  version: 1,
  onBreach: 'RETURN',
  check: (facts) => {
    const read = licencesShown(facts).flatMap(({ pointer, licence: { use } }) =>
      use ? [{ pointer, beyond: use.beyond ?? [] }] : [],
    );
    if (read.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      read
        .filter(({ beyond }) => beyond.length > 0)
        .map(({ pointer, beyond }) => ({
          pointer,
          says: 'BEYOND',
          found: { claims: beyond.join(', ') },
        })),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '电子营业执照的使用目的和同意已经留痕，只使用营业执照所载、登记所需的信息。',
    en: 'The purpose and the consent by which an e-licence is used are kept, and nothing is taken that a business licence does not bear.',
  },
  basis: [
    { law: '个人信息保护法', article: '28' },
    { law: '个人信息保护法', article: '29' },
    { law: '个人信息保护法', article: '34' },
  ],
  says: {
    BEYOND: {
      zh: {
        fault: '所出示的电子营业执照带有登记不需要的信息（{claims}）；这些信息未被使用。',
        mend: '请由该企业重新出示，只出示营业执照所载的信息。',
      },
      en: {
        fault:
          'The e-licence shows what registration does not need ({claims}); none of it was used.',
        mend: 'Let the company show it again with no more than the face of a licence.',
      },
    },
  },
};
