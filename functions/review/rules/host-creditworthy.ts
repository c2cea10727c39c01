import { breachedBy, type Fault, NOT_APPLICABLE, type Rule } from '../rule.ts';

/** The classes of investors come with the credit data of a later source; here the host’s. */
export const hostCreditworthy: Rule = {
  id: 'RC-01',
  version: 1,
  requires: {
    zh: '托管机构的信用风险分类不是D类，也未被列入经营异常名录。',
    en: 'The host is not of credit-risk class D nor on the list of abnormal operations.',
  },
  basis: [
    { law: '市场主体登记管理条例', article: '38' },
    { law: '市场主体登记管理条例实施细则', article: '65' },
  ],
  onBreach: 'REFER',
  check: ({ form: { premises }, host }) => {
    if (premises?.kind !== 'CLUSTER' || !host) return NOT_APPLICABLE;
    const pointer = '/premises/host';
    const faults: Fault[] = [];
    if (host.creditClass === 'D') faults.push({ pointer, says: 'CLASS_D' });
    if (host.abnormal) faults.push({ pointer, says: 'ABNORMAL' });
    return breachedBy(faults);
  },
  says: {
    CLASS_D: {
      zh: {
        fault: '托管机构的信用风险分类为D类，需由登记人员审核。',
        mend: '请等待登记人员审核；也可以另选托管机构。',
      },
      en: {
        fault: 'The host is of credit-risk class D: an official looks at it.',
        mend: 'Wait for the official, or choose another host.',
      },
    },
    ABNORMAL: {
      zh: {
        fault: '托管机构已被列入经营异常名录，需由登记人员审核。',
        mend: '请等待登记人员审核；也可以另选托管机构。',
      },
      en: {
        fault: 'The host is on the list of abnormal operations: an official looks at it.',
        mend: 'Wait for the official, or choose another host.',
      },
    },
  },
};
