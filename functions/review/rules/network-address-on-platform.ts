import { breachedBy, NOT_APPLICABLE, type Rule } from '../rule.ts';

/** The platform's certificate of the shop cannot be attached yet, so a lawful one goes to an official. */
export const networkAddressOnPlatform: Rule = {
  id: 'AD-05',
  version: 1,
  requires: {
    zh: '网络经营场所只用于仅在电子商务平台内经营的自然人登记为个体工商户。',
    en: 'A network address is only for a natural person who trades inside a platform, as an individual business.',
  },
  basis: [{ law: '市场主体登记管理条例', article: '11' }, { law: '个体工商户登记管理规定' }],
  onBreach: 'RETURN',
  check: ({ form: { type, premises } }) => {
    if (premises?.kind !== 'NETWORK' || !type?.trim()) return NOT_APPLICABLE;
    return breachedBy([
      type === 'INDIVIDUAL_BUSINESS'
        ? { pointer: '/premises/address', says: 'PLATFORM', consequence: 'REFER' }
        : { pointer: '/premises/kind', says: 'INDIVIDUALS_ONLY' },
    ]);
  },
  says: {
    PLATFORM: {
      zh: {
        fault: '网络经营场所需由登记人员与平台出具的证明核对。',
        mend: '请准备平台出具的网络经营场所使用证明，等待登记人员联系。',
      },
      en: {
        fault: 'An official compares the network address with the platform’s certificate.',
        mend: 'Have the platform’s certificate at hand and wait for the official.',
      },
    },
    INDIVIDUALS_ONLY: {
      zh: {
        fault: '只有个体工商户可以登记网络经营场所。',
        mend: '请改填实际地址，或者选择托管机构的地址。',
      },
      en: {
        fault: 'Only an individual business may register a network address.',
        mend: 'Give a real address, or choose a host’s.',
      },
    },
  },
};
