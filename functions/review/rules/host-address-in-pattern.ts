import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** What is added to a host’s address for each tenant; the registering task writes it, so an applicant cannot get it wrong. [M] for 南沙 */
const SUFFIX = '（集群注册）编号';

/** The text on the licence is put together from the host’s file: a file that does not fit is no fault of the applicant’s. */
export const hostAddressInPattern: Rule = {
  id: 'AD-09',
  version: 1,
  onBreach: 'REFER',
  counts: 'SUBMISSION',
  parameters: { suffix: SUFFIX },
  check: ({ form: { premises }, host, registrar }) => {
    if (premises?.kind !== 'CLUSTER' || !host || host.registrar !== registrar?.division)
      return NOT_APPLICABLE;
    const fits =
      host.address.startsWith(`广州市${registrar.district}`) && !/集群注册|编号/.test(host.address);
    return breachedBy(fits ? [] : [{ pointer: '/premises/host', says: 'UNFIT' }]);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '集群注册的住所文本符合本区格式：广州市、区、托管地址、（集群注册）、编号。',
    en: 'The text of a cluster address follows the district’s pattern: city, district, the host’s address, 集群注册 and the number.',
  },
  basis: [{ law: '广东省商事登记条例' }, { law: '广州市南沙区市场主体集群注册登记管理办法' }],
  says: {
    UNFIT: {
      zh: {
        fault: '托管机构备案的地址不符合本区集群注册的住所格式，需由登记人员更正。',
        mend: '无需更正；登记人员将予以核对。',
      },
      en: {
        fault:
          'The host’s address on file does not fit the district’s pattern: an official corrects it.',
        mend: 'Nothing to correct; the official looks at the file.',
      },
    },
  },
};
