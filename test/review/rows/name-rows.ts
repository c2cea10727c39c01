import { nameDistinctInIndustry } from '#functions/review/rules/name-distinct-in-industry.ts';
import { nameDivisionFitsRegistrar } from '#functions/review/rules/name-division-fits-registrar.ts';
import { nameFormWordFitsType } from '#functions/review/rules/name-form-word-fits-type.ts';
import { nameHasItsParts } from '#functions/review/rules/name-has-its-parts.ts';
import { nameIndustryFitsScope } from '#functions/review/rules/name-industry-fits-scope.ts';
import { nameStateWordsAuthorised } from '#functions/review/rules/name-state-words-authorised.ts';
import { tradeNameDistinctive } from '#functions/review/rules/trade-name-distinctive.ts';
import { tradeNameFreeOfBannedWords } from '#functions/review/rules/trade-name-free-of-banned-words.ts';
import { company, individual, type RuleRow, sole } from '../rule-row.ts';

/** A 个体工商户 that uses no name. */
const nameless = individual({ name: undefined });

export const NAME_ROWS: readonly RuleRow[] = [
  {
    rule: nameHasItsParts,
    hits: {
      '/name CHARACTERS RETURN': company({ name: '广州市南沙区Dawn岚百货有限公司' }),
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
    },
    passes: company(),
    notApplicable: nameless,
  },
];
