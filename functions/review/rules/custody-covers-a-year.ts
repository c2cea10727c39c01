import type { LegalDate } from '../../shared/calendar.ts';
import { monthsLater } from '../../shared/days.ts';
import { givenDate } from '../given-date.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

const MONTHS = 12;

/** One year runs to the day before its anniversary: 2026-11-01 to 2027-10-31. */
const isShort = (from: LegalDate, until: LegalDate): boolean => {
  const dayAfter = new Date(Date.parse(until) + 86_400_000).toISOString().slice(0, 10);
  return dayAfter < monthsLater(from, MONTHS);
};

/** The parties' signatures on the agreement are ID-03's matter; here only its terms. */
export const custodyCoversAYear: Rule = {
  id: 'AD-07',
  version: 1,
  onBreach: 'RETURN',
  counts: 'DECISION',
  parameters: { months: MONTHS },
  check: ({ form: { premises }, decidedOn }) => {
    const from = givenDate(premises?.custody?.from);
    const until = givenDate(premises?.custody?.until);
    const service = premises?.custody?.serviceOfDocuments;
    if (premises?.kind !== 'CLUSTER' || (!from && !until && service === undefined))
      return NOT_APPLICABLE;
    const faults: Fault[] = [];
    if (from && from > decidedOn)
      faults.push({ pointer: '/premises/custody/from', says: 'NOT_BEGUN', found: { from } });
    if (until && until < decidedOn)
      faults.push({ pointer: '/premises/custody/until', says: 'ENDED', found: { until } });
    else if (from && until && isShort(from, until))
      faults.push({ pointer: '/premises/custody/until', says: 'SHORT', found: { from, until } });
    if (service === false)
      faults.push({ pointer: '/premises/custody/serviceOfDocuments', says: 'NO_SERVICE' });
    return breachedBy(faults);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '住所托管协议自审核之日起有效，期限不少于12个月，并约定由托管机构代收法律文书。',
    en: 'The custody agreement is in force, runs 12 months or more, and lets the host receive legal documents.',
  },
  basis: [{ law: '广东省商事登记条例' }, { law: '广州市南沙区市场主体集群注册登记管理办法' }],
  says: {
    NOT_BEGUN: {
      zh: {
        fault: '住所托管协议自{from}起才生效。',
        mend: '请待协议生效后提交，或者与托管机构提前起始日期。',
      },
      en: {
        fault: 'The custody agreement begins only on {from}.',
        mend: 'Submit again from that day, or agree on an earlier one.',
      },
    },
    ENDED: {
      zh: { fault: '住所托管协议已于{until}到期。', mend: '请与托管机构续签后重新提交。' },
      en: { fault: 'The custody agreement ended on {until}.', mend: 'Renew it and submit again.' },
    },
    SHORT: {
      zh: {
        fault: '住所托管协议（{from}至{until}）不足12个月。',
        mend: '请与托管机构延长至12个月以上。',
      },
      en: {
        fault: 'The custody agreement ({from} to {until}) runs less than 12 months.',
        mend: 'Extend it to 12 months or more.',
      },
    },
    NO_SERVICE: {
      zh: {
        fault: '住所托管协议没有约定由托管机构代收法律文书。',
        mend: '请在协议中约定由托管机构代收法律文书，并勾选此项。',
      },
      en: {
        fault: 'The agreement does not let the host receive legal documents.',
        mend: 'Agree on it with the host and tick the box.',
      },
    },
  },
};
