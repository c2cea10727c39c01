import * as z from 'zod';
import { TRADES } from './kinds-of-trade.ts';

/** Four questions that decide whether one must register; 电子商务法 art. 10. */
export const DutyAnswers = z.strictObject({
  /** PERSON: one natural person on his own; ORGANISATION: several together, or a company */
  who: z.enum(['PERSON', 'ORGANISATION']),
  /** only through the internet (platforms, live streams, own site) */
  online: z.boolean(),
  trades: z.array(z.enum(TRADES)).min(1).max(TRADES.length),
  /** something of it may be done with a permit only (food, publications, medical devices …) */
  permitNeeded: z.boolean(),
  /** turnover of a year in yuan, of all shops on all platforms together */
  yearlyYuan: z.number().min(0).max(1e12),
});
export type DutyAnswers = z.infer<typeof DutyAnswers>;

/**
 * MUST register before trading. NEED_NOT: free by the kind of trade, whatever the turnover. MAY: free only as
 * long as the turnover is small; whoever passes the limit must. Whoever is free may register all the same.
 */
export const DUTIES = ['MUST', 'NEED_NOT', 'MAY'] as const;
type Duty = (typeof DUTIES)[number];

interface Law {
  readonly law: string;
  readonly article: string;
}

interface DutyFound {
  readonly duty: Duty;
  readonly because: { readonly zh: string; readonly en: string };
  readonly basis: readonly Law[];
  /** what holds besides, for whoever does not register */
  readonly also: readonly ({ readonly zh: string; readonly en: string } & Law)[];
}

/** 零星小额 (网络交易监督管理办法 art. 8), in yuan a year; in force since 2021-05-01. */
export const SMALL_TRADE_YUAN = 100_000;

const FREE: readonly string[] = ['OWN_FARM_PRODUCE', 'HOME_HANDICRAFT', 'CONVENIENCE_LABOUR'];

/** 无证无照经营查处办法 art. 3, [M] */
const FREE_IN_THE_STREET: readonly string[] = ['OWN_FARM_PRODUCE', 'CONVENIENCE_LABOUR'];

const ECOMMERCE = { law: '电子商务法', article: '10' };
const MEASURES = { law: '网络交易监督管理办法', article: '8' };

/** What stays to be done without registration. */
const UNREGISTERED: DutyFound['also'] = [
  {
    zh: '在首页显著位置公示属于依法不需要登记的情形。',
    en: 'Say on the front page of the shop that and why no registration is needed.',
    law: '电子商务法',
    article: '15',
  },
  {
    zh: '首次纳税义务发生后，依法申请办理税务登记并如实申报纳税。',
    en: 'Register for tax and declare once tax first falls due.',
    law: '电子商务法',
    article: '11',
  },
];

/** Whether somebody who trades must register, with the law (电子商务法 art. 10, 网络交易监督管理办法 art. 8). Total. */
export function registrationDuty(asked: DutyAnswers): DutyFound {
  const { who, online, trades, permitNeeded, yearlyYuan } = asked;
  if (who === 'ORGANISATION')
    return must(
      '单位或者多人共同经营的，应当办理登记。',
      'Whoever trades as a company or together with others registers.',
    );
  if (permitNeeded)
    return must(
      '经营活动依法须取得许可的，应当办理登记。',
      'A trade that wants a permit is always registered.',
    );
  if (!online)
    return trades.every((trade) => FREE_IN_THE_STREET.includes(trade))
      ? needNot(
          '在地方人民政府指定的场所和时间销售农副产品，或者个人利用自己的技能从事依法无须取得许可的便民劳务活动，不需要登记。',
          'Farm produce at the place and time that the local government sets, and convenience labour that wants no permit, need no registration.',
          [{ law: '无证无照经营查处办法', article: '3' }],
        )
      : must(
          '不只在网络上经营的，应当依照市场主体登记管理条例办理登记。',
          'Whoever trades elsewhere than online registers by the general regulation.',
          [{ law: '市场主体登记管理条例', article: '3' }],
        );
  if (trades.every((trade) => FREE.includes(trade)))
    return needNot(
      '个人销售自产农副产品、家庭手工业产品，或者从事依法无须取得许可的便民劳务活动，不需要登记。',
      'A person who sells produce of his own farm or handicraft of his home, or does convenience labour that wants no permit, need not register.',
      [ECOMMERCE, MEASURES],
      UNREGISTERED,
    );
  if (yearlyYuan > SMALL_TRADE_YUAN)
    return must(
      `年交易额累计超过${SMALL_TRADE_YUAN / 10_000}万元（各网店合并计算），应当办理登记。`,
      `More than ${SMALL_TRADE_YUAN.toLocaleString('en')} yuan a year, all shops together, is no small trade.`,
    );
  return {
    duty: 'MAY',
    because: {
      zh: `个人从事零星小额交易，年交易额累计不超过${SMALL_TRADE_YUAN / 10_000}万元（各网店合并计算）的，可以不登记；超过后应当登记。`,
      en: `A person’s small trade of up to ${SMALL_TRADE_YUAN.toLocaleString('en')} yuan a year, all shops together, may go unregistered; beyond it, register.`,
    },
    basis: [ECOMMERCE, MEASURES],
    also: UNREGISTERED,
  };
}

const must = (
  zh: string,
  en: string,
  basis: readonly Law[] = [ECOMMERCE, MEASURES],
): DutyFound => ({
  duty: 'MUST',
  because: { zh, en },
  basis,
  also: [],
});

const needNot = (
  zh: string,
  en: string,
  basis: readonly Law[],
  also: DutyFound['also'] = [],
): DutyFound => ({ duty: 'NEED_NOT', because: { zh, en }, basis, also });
