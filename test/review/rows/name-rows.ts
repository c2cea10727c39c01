import { nameDistinctInIndustry } from '#functions/review/rules/name-distinct-in-industry.ts';
import { nameDivisionFitsRegistrar } from '#functions/review/rules/name-division-fits-registrar.ts';
import { nameFormWordFitsType } from '#functions/review/rules/name-form-word-fits-type.ts';
import { nameHasItsParts } from '#functions/review/rules/name-has-its-parts.ts';
import { nameIndustryFitsScope } from '#functions/review/rules/name-industry-fits-scope.ts';
import { nameNotNearAnother } from '#functions/review/rules/name-not-near-another.ts';
import { nameReservationAlive } from '#functions/review/rules/name-reservation-alive.ts';
import { nameStateWordsAuthorised } from '#functions/review/rules/name-state-words-authorised.ts';
import { nameWordsWeighed } from '#functions/review/rules/name-words-weighed.ts';
import { tradeNameDistinctive } from '#functions/review/rules/trade-name-distinctive.ts';
import { tradeNameFreeOfBannedWords } from '#functions/review/rules/trade-name-free-of-banned-words.ts';
import { company, individual, type RuleRow, sole } from '../rule-row.ts';

/** A company that holds shares. */
const PARENT = '91440115MAX000023X';

/** A 个体工商户 that uses no name. */
const nameless = individual({ name: undefined });

export const NAME_ROWS: readonly RuleRow[] = [
  {
    rule: nameHasItsParts,
    hits: {
      '/name CHARACTERS RETURN': company({ name: '广州市南沙区Dawn岚百货有限公司' }),
      '/name NOT_STANDARD RETURN': company({ name: '廣州市南沙區晨嵐百貨有限責任公司' }),
      '/name DIVISION RETURN': company({ name: '晨岚百货有限公司' }),
      '/name TRADE_NAME RETURN': company({ name: '广州市南沙区百货有限公司' }),
      '/name INDUSTRY REFER': company({ name: '广州市南沙区晨岚有限公司' }),
      '/name FORM RETURN': company({ name: '广州市南沙区晨岚百货' }),
    },
    passes: company({ name: '晨岚百货（广州）有限公司' }),
    notApplicable: nameless,
  },
  {
    rule: nameDivisionFitsRegistrar,
    hits: {
      '/name CITY RETURN': company({ name: '南沙区晨岚百货有限公司' }),
      '/name OTHER_PLACE RETURN': company({ name: '广州市天河区晨岚百货有限公司' }),
    },
    passes: company({ name: '广州晨岚百货有限公司' }),
    notApplicable: nameless,
  },
  {
    rule: tradeNameDistinctive,
    hits: {
      '/name SHORT RETURN': company({ name: '广州市南沙区晨百货有限公司' }),
      '/name PLACE_OR_INDUSTRY RETURN': company({ name: '广州市南沙区深圳百货有限公司' }),
    },
    passes: company(),
    notApplicable: nameless,
  },
  {
    rule: nameFormWordFitsType,
    hits: {
      '/name LIMITED_COMPANY RETURN': company({ name: '广州市南沙区晨岚百货店' }),
      '/name SOLE_PROPRIETORSHIP RETURN': sole({ name: '广州市南沙区晨岚百货有限公司' }),
      '/name INDIVIDUAL_BUSINESS RETURN': individual({ name: '广州市南沙区晨岚百货公司' }),
    },
    passes: company({ name: '广州市南沙区晨岚百货有限责任公司' }),
    notApplicable: nameless,
  },
  {
    rule: nameIndustryFitsScope,
    hits: {
      '/name OTHER_INDUSTRY RETURN': company({ scope: { items: ['软件开发', '日用百货销售'] } }),
    },
    passes: company({ scope: { items: ['日用百货销售', '软件开发'] } }),
    notApplicable: nameless,
  },
  {
    rule: tradeNameFreeOfBannedWords,
    hits: { '/name BANNED RETURN': company({ name: '广州市南沙区赌博晨岚百货有限公司' }) },
    passes: company(),
    notApplicable: nameless,
  },
  {
    rule: nameStateWordsAuthorised,
    hits: {
      '/name HEAD REFER': company({ name: '中国晨岚百货有限公司' }),
      '/name INSIDE REFER': company({ name: '广州市南沙区晨岚全国百货有限公司' }),
    },
    passes: company(),
    notApplicable: nameless,
  },
  {
    rule: nameDistinctInIndustry,
    hits: {
      '/name LIVE RETURN': company({}, { nameConflicts: [{ industry: 'F52', kind: 'LIVE' }] }),
      '/name LIVE RETURN + /name RESERVED RETURN': company(
        {},
        {
          nameConflicts: [
            { industry: 'F52', kind: 'LIVE' },
            { industry: '*', kind: 'RESERVED' },
          ],
        },
      ),
      '/name FORMER RETURN': company(
        {},
        {
          nameConflicts: [
            { industry: 'F52', kind: 'LIVE', holder: PARENT, until: '2026-12-01T16:00:00.000Z' },
          ],
        },
      ),
    },
    // the holder has shares, and showed its licence
    passes: company(
      {},
      {
        nameConflicts: [{ industry: 'F52', kind: 'LIVE', holder: PARENT }],
        licences: [{ shareholder: 1, outcome: 'VALID', holderUscc: PARENT }],
      },
    ),
    notApplicable: nameless,
  },
  {
    rule: nameNotNearAnother,
    hits: {
      '/name NEAR WARN': company({}, { nearNames: ['陈兰'] }),
      '/name NEAR_PROMISED WARN + /name NEAR_PROMISED WARN': company(
        { promises: { similarName: true, version: '2026-05' } },
        { nearNames: ['陈兰', '岚晨'] },
      ),
    },
    passes: company({}, { nearNames: [] }),
    notApplicable: nameless,
  },
  {
    rule: nameReservationAlive,
    hits: {
      '/name LAPSED RETURN': company({}, { nameReservedUntil: '2026-11-22' }),
    },
    passes: company({}, { nameReservedUntil: '2026-11-23', decidedOn: '2026-11-30' }),
    notApplicable: company(),
  },
  {
    rule: nameWordsWeighed,
    hits: {
      '/name STRATEGY REFER': company({ name: '广州市南沙区乡村振兴晨岚百货有限公司' }),
      '/name BEST REFER': company({ name: '广州市南沙区最佳晨岚百货有限公司' }),
      '/name NON_PROFIT REFER': company({ name: '广州市南沙区晨岚协会百货有限公司' }),
    },
    passes: company({ name: '广州市南沙区好学会计百货有限公司' }),
    notApplicable: nameless,
  },
];
