import { breachedBy, NOT_APPLICABLE, type Rule } from '../rule.ts';

/** A company's name may not be used as shareholder without it: its own e-licence is its consent. */
export const shareholderCompanyConsents: Rule = {
  id: 'ID-10',
  version: 1,
  requires: {
    zh: '法人股东出示本企业的电子营业执照，确认投资。',
    en: 'A corporate shareholder shows its own e-licence and so consents.',
  },
  basis: [{ law: '防范和查处假冒企业登记违法行为规定' }],
  onBreach: 'RETURN',
  check: ({ form, licences }) => {
    const companies = (form.shareholders ?? []).flatMap(({ company }, at) => (company ? [at] : []));
    if (companies.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      companies
        .filter((at) => !licences.some((it) => it.shareholder === at && it.outcome !== 'NOT_SHOWN'))
        .map((at) => ({ pointer: `/shareholders/${at}/company/licence`, says: 'NOT_SHOWN' })),
    );
  },
  says: {
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
