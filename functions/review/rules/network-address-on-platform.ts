import { NETWORK_PLATFORMS, networkAddressOf } from '../../scope/network-address.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/**
 * The platform's certificate of the shop cannot be attached yet, so a lawful one goes to an official,
 * and with it whatever of the scope can hardly be done through the network alone.
 */
export const networkAddressOnPlatform: Rule = {
  id: 'AD-05',
  version: 2,
  onBreach: 'RETURN',
  counts: 'SUBMISSION',
  parameters: NETWORK_PLATFORMS,
  check: ({ form: { type, premises }, scope: { items, pointers } }) => {
    if (premises?.kind !== 'NETWORK' || !type?.trim()) return NOT_APPLICABLE;
    if (type !== 'INDIVIDUAL_BUSINESS')
      return breachedBy([{ pointer: '/premises/kind', says: 'INDIVIDUALS_ONLY' }]);
    const place = { pointer: '/premises/address' };
    if (networkAddressOf(premises.address ?? '') === 'BARE_DOMAIN')
      return breachedBy([{ ...place, says: 'BARE_DOMAIN' }]);
    const bound = items.flatMap(({ wording, cluster }, at): Fault[] =>
      cluster === 'no'
        ? [
            {
              pointer: pointers[at] ?? '/scope',
              says: 'PREMISES_BOUND',
              found: { wording },
              consequence: 'REFER',
            },
          ]
        : [],
    );
    return breachedBy([{ ...place, says: 'PLATFORM', consequence: 'REFER' }, ...bound]);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '网络经营场所只用于仅在电子商务平台内经营的自然人登记为个体工商户。',
    en: 'A network address is only for a natural person who trades inside a platform, as an individual business.',
  },
  basis: [
    { law: '市场主体登记管理条例', article: '11' },
    { law: '个体工商户登记管理规定' },
    { law: '网络交易监督管理办法', article: '9' },
    { law: '网络交易监督管理办法', article: '10' },
  ],
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
    BARE_DOMAIN: {
      zh: {
        fault: '网络经营场所不是电子商务平台内的店铺，而是自有域名、IP 地址或者虚拟主机。',
        mend: '请填写平台名称和店铺名称（或者店铺网址）；自建网站经营的，请填写实际地址。',
      },
      en: {
        fault: 'This is no shop inside a platform but a domain, an IP address or a virtual host.',
        mend: 'Give platform and shop, or the shop’s page; with a site of your own, give a real address.',
      },
    },
    PREMISES_BOUND: {
      zh: {
        fault: '“{wording}”一般须有实际经营场所，能否仅通过网络经营需由登记人员判断。',
        mend: '请等待登记人员审核；不需要该项目的，可以删除；需要的，请填写实际地址。',
      },
      en: {
        fault:
          '{wording} commonly needs real premises; whether the network is enough, an official judges.',
        mend: 'Wait for the official, drop the item, or give a real address.',
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
