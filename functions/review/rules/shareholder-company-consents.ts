import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/**
 * A company's name may not be used as shareholder without it. A licence that is bound to a key of the
 * company's signs the application with it; of one without a key, that it was shown is the consent.
 */
export const shareholderCompanyConsents: Rule = {
  id: 'ID-10',
  version: 2,
  onBreach: 'RETURN',
  check: ({ form, licences }) => {
    const companies = (form.shareholders ?? []).flatMap(({ company }, at) => (company ? [at] : []));
    if (companies.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      companies.flatMap((at) => {
        const shown = licences.find((it) => it.shareholder === at && it.outcome !== 'NOT_SHOWN');
        const says = shown ? (shown.signed ?? 'SIGNED') : 'NOT_SHOWN';
        return says === 'SIGNED' ? [] : [{ pointer: `/shareholders/${at}/company/licence`, says }];
      }),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '法人股东出示本企业的电子营业执照，并用其签署本申请，确认投资。',
    en: 'A corporate shareholder shows its own e-licence, signs this application with it and so consents.',
  },
  basis: [{ law: '防范和查处假冒企业登记违法行为规定' }],
  says: {
    NOT_SIGNED: {
      zh: {
        fault: '该法人股东的电子营业执照未签署本申请。',
        mend: '请由该企业用其电子营业执照签署现在的申请内容后重新提交。',
      },
      en: {
        fault: 'This company has not signed this application with its e-licence.',
        mend: 'Let the company sign the application as it now stands with its e-licence.',
      },
    },
    OTHER_DOCUMENT: {
      zh: {
        fault: '该法人股东用电子营业执照签署的是另一份文件；章程内容修改后，原签署即失效。',
        mend: '请由该企业就现在的申请内容重新签署。',
      },
      en: {
        fault:
          'This company signed another document with its e-licence; an edit of the charter voids earlier signatures.',
        mend: 'Let the company sign the application as it now stands.',
      },
    },
    NOT_SHOWN: {
      zh: {
        fault: '该法人股东未出示电子营业执照。',
        mend: '请由该企业出示（授权使用）本企业的电子营业执照后重新提交。',
      },
      en: {
        fault: 'This company has not shown its e-licence.',
        mend: 'Let the company present its own e-licence and submit again.',
      },
    },
  },
};
