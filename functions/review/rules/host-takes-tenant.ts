import { breachedBy, MET, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** The host's credit is weighed by RC-01. */
export const hostTakesTenant: Rule = {
  id: 'AD-06',
  version: 2,
  onBreach: 'RETURN',
  counts: 'DECISION',
  check: ({ form: { premises }, host, place, custodySigned, decidedOn }) => {
    if (premises?.kind !== 'CLUSTER' || !premises.host?.trim()) return NOT_APPLICABLE;
    const pointer = '/premises/host';
    if (!host) return breachedBy([{ pointer, says: 'UNKNOWN' }]);
    if (host.status !== 'ACTIVE') return breachedBy([{ pointer, says: 'NOT_ACTIVE' }]);
    if (host.validUntil < decidedOn)
      return breachedBy([{ pointer, says: 'EXPIRED', found: { until: host.validUntil } }]);
    if (custodySigned === false) return breachedBy([{ pointer, says: 'NOT_SIGNED' }]);
    if (place === 'HELD') return MET;
    const taken = place === 'TAKEN' && premises.place !== undefined;
    return breachedBy([
      taken
        ? { pointer: '/premises/place', says: 'TAKEN', found: { place: premises.place ?? '' } }
        : { pointer, says: 'NONE_FREE' },
    ]);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '托管机构存在、正常、在有效期内，并为本申请保留一个托管位置；逐份签署托管协议的机构，已签署本申请的协议。',
    en: 'The host exists, is active and valid, and a numbered place is held for this application; one that signs each custody agreement has signed this one.',
  },
  basis: [{ law: '广东省商事登记条例' }, { law: '广州市南沙区市场主体集群注册登记管理办法' }],
  says: {
    UNKNOWN: {
      zh: { fault: '没有所填编号的托管机构。', mend: '请从名单中选择托管机构。' },
      en: { fault: 'There is no host of that id.', mend: 'Choose a host from the list.' },
    },
    NOT_ACTIVE: {
      zh: {
        fault: '该托管机构已暂停、正在退出或者已停止托管，不再接收新的主体。',
        mend: '请另选正常的托管机构。',
      },
      en: {
        fault: 'The host is suspended, quitting or closed and takes no new tenants.',
        mend: 'Choose an active host.',
      },
    },
    EXPIRED: {
      zh: { fault: '该托管机构的托管资格已于{until}到期。', mend: '请另选托管机构。' },
      en: { fault: 'The host’s standing expired on {until}.', mend: 'Choose another host.' },
    },
    NOT_SIGNED: {
      zh: {
        fault: '该托管机构尚未签署现在内容的住所托管协议。',
        mend: '请由该托管机构签署托管协议，或者另选托管机构。',
      },
      en: {
        fault: 'The host has not signed the custody agreement as it now stands.',
        mend: 'Let the host sign it, or choose another host.',
      },
    },
    NONE_FREE: {
      zh: {
        fault: '该托管机构已没有空余的托管位置。',
        mend: '请另选托管机构，或者等有空余位置后再提交。',
      },
      en: {
        fault: 'The host has no free place left.',
        mend: 'Choose another host, or submit again once a place is free.',
      },
    },
    TAKEN: {
      zh: {
        fault: '{place}号托管位置不存在或者已被占用。',
        mend: '请与托管机构另行约定位置，或者不填位置编号，由系统分配。',
      },
      en: {
        fault: 'Place {place} does not exist or is taken.',
        mend: 'Agree on another with the host, or leave the number out and get one assigned.',
      },
    },
  },
};
