import { outsideInvestorAdmitted } from '#functions/review/rules/outside-investor-admitted.ts';
import { scopeBundleInForce } from '#functions/review/rules/scope-bundle-in-force.ts';
import { scopeFilingsFollow } from '#functions/review/rules/scope-filings-follow.ts';
import { scopeFitsType } from '#functions/review/rules/scope-fits-type.ts';
import { scopeFreeOfSensitiveTrades } from '#functions/review/rules/scope-free-of-sensitive-trades.ts';
import { scopeHasFirstItem } from '#functions/review/rules/scope-has-first-item.ts';
import { scopeItemsCompatible } from '#functions/review/rules/scope-items-compatible.ts';
import { scopeItemsStandard } from '#functions/review/rules/scope-items-standard.ts';
import { scopePermitsFollow } from '#functions/review/rules/scope-permits-follow.ts';
import { scopePreapprovalShown } from '#functions/review/rules/scope-preapproval-shown.ts';
import { CATALOGUE_ITEMS } from '#functions/scope/catalogue.ts';
import type { ScopeItem } from '#functions/scope/chosen-scope.ts';
import { aForm } from '#test/builders/a-form.ts';
import { company, empty, individual, type RuleRow, sole, withDocument } from '../rule-row.ts';

const items = (...wordings: readonly string[]) => ({ scope: { items: [...wordings] } });
const named = (name: string) => ({ name });
const withItem = (wording: string) => ({ scope: { bundle: { id: 'B01' }, items: [wording] } });
const PLAIN = '日用百货销售';
const PREPACKAGED = '食品销售（仅销售预包装食品）';

const DANGEROUS = '危险化学品经营';
const APPROVAL = {
  ...{ item: DANGEROUS, number: '示例〔2026〕1号', authority: '示例局', issued: '2026-11-01' },
  ...{ holder: aForm().name ?? '', address: aForm().premises?.address ?? '' },
};
const approved = (change: object) =>
  company({ ...items(DANGEROUS), approvals: [{ ...APPROVAL, ...change }] });

/** An item of the catalogue whose permit or filing is not told. */
const untold = (kind: ScopeItem['kind']) => {
  const item: ScopeItem = {
    wording: '晨岚服务',
    kind,
    class: 'F5211',
    cluster: 'yes',
    individual: 'yes',
  };
  return company({}, { scope: { items: [item], unknown: [], pointers: ['/scope/items/0'] } });
};

const everyCoreItem = CATALOGUE_ITEMS.map(({ item }) => item.wording).slice(0, 200);

export const SCOPE_ROWS: readonly RuleRow[] = [
  {
    rule: scopeItemsStandard,
    hits: { '/scope/items/1 UNKNOWN RETURN': company(items(PLAIN, '星际旅行服务')) },
    passes: company(),
    notApplicable: empty(),
  },
  {
    rule: scopeHasFirstItem,
    hits: {
      '/scope/without NOTHING_LEFT RETURN': company({
        scope: { bundle: { id: 'B01' }, without: everyCoreItem },
      }),
    },
    passes: company(items(PLAIN)),
    notApplicable: company(items('星际旅行服务')),
  },
  {
    rule: scopePreapprovalShown,
    hits: {
      '/scope/items/1 MISSING RETURN': company(items(PLAIN, DANGEROUS)),
      '/approvals/0 HOLDER RETURN': approved({ holder: '别家公司' }),
      '/approvals/0 ADDRESS RETURN': approved({ address: '广州市天河区示例路1号' }),
      '/approvals/0 EXPIRED RETURN': approved({ issued: '2026-08-24' }),
      '/approvals/0 HOLDER RETURN + /approvals/0 ADDRESS RETURN + /approvals/0 EXPIRED RETURN':
        approved({ holder: '别家公司', address: '广州市天河区示例路1号', issued: '2026-08-24' }),
      '/approvals/0 CHECK REFER': approved({ issued: '2026-08-25' }),
      '/approvals/0 STRAY WARN': company({ ...items(PLAIN), approvals: [APPROVAL] }),
    },
    passes: company(items(PLAIN, '网络文化经营')),
    notApplicable: empty(),
  },
  {
    rule: scopePermitsFollow,
    hits: {
      '/scope/items/0 PERMIT WARN': company(withItem('网络文化经营')),
      '/scope/items/0 SOME_PERMIT WARN': untold('licensed'),
    },
    passes: company(withItem('危险化学品经营')),
    notApplicable: empty(),
  },
  {
    rule: scopeFilingsFollow,
    hits: {
      '/scope/items/0 FILING WARN': company(withItem('食品销售（仅销售预包装食品）')),
      '/scope/items/0 SOME_FILING WARN': untold('filing'),
      '/scope/items/0 DECLARED WARN': company({
        ...withItem(PREPACKAGED),
        filings: [{ item: '食品销售(仅销售预包装食品)' }],
      }),
      '/filings/0/item STRAY WARN + /filings/1/item STRAY WARN + /scope/items/0 FILING WARN':
        company({
          ...withItem(PREPACKAGED),
          filings: [{ item: PLAIN }, { item: '星际旅行服务' }],
        }),
    },
    passes: company(),
    notApplicable: empty(),
  },
  {
    rule: scopeFitsType,
    hits: {
      '/scope/bundle/id BUNDLE RETURN': company({ scope: { bundle: { id: 'B04' } } }),
      '/scope/items/0 NOT_OPEN RETURN': sole(withItem('网络文化经营')),
      '/scope/items/0 DEPENDS REFER': individual(withItem('第二类医疗器械销售')),
    },
    passes: company(withItem('网络文化经营')),
    notApplicable: empty(),
  },
  {
    rule: scopeItemsCompatible,
    hits: {
      '/scope/items/2 PAIR RETURN': company(
        items('食品销售（仅销售预包装食品）', PLAIN, '食品销售'),
      ),
      '/scope/items/0 FOR_INDIVIDUALS WARN': company(items('个人互联网直播服务')),
      '/scope/items/1 PAIR RETURN + /scope/items/3 PAIR RETURN': individual(
        items(
          ...['食品销售', '食品销售（仅销售预包装食品）', '食品互联网销售（仅销售预包装食品）'],
          ...['食品互联网销售', '个人互联网直播服务'],
        ),
      ),
    },
    passes: company(items('食品销售', PLAIN)),
    notApplicable: company(items(PLAIN)),
  },
  {
    rule: outsideInvestorAdmitted,
    hits: {
      '/shareholders/1/person INVESTOR REFER': company(
        withDocument('p2', 'H12345678', 'HK_MACAO_PERMIT'),
      ),
      '/roles/owner INVESTOR REFER': sole(withDocument('p1', 'E12345678', 'PASSPORT')),
    },
    passes: company(withDocument('p3', 'H12345678', 'HK_MACAO_PERMIT')),
    notApplicable: individual(),
  },
  {
    rule: scopeFreeOfSensitiveTrades,
    hits: {
      '/name FINANCE REFER': company(named('广州市南沙区晨岚金融有限公司')),
      '/name CRYPTO REFER': company(named('广州市南沙区晨岚区块链科技有限公司')),
      '/name SCHOOLING REFER': company(named('广州市南沙区晨岚教育科技有限公司')),
      '/name MEDICAL REFER + /scope/items/0 MEDICAL REFER': company({
        ...named('广州市南沙区晨岚医院'),
        ...withItem('第三类医疗器械经营'),
      }),
      '/scope/items/0 MEDICAL REFER': individual({ name: undefined, ...withItem('药品零售') }),
    },
    passes: company({
      ...named('广州市南沙区晨岚医疗器械有限公司'),
      ...items(
        ...['教育咨询服务（不含涉许可审批的教育培训活动）', '第二类医疗器械销售'],
        ...['健康咨询服务（不含诊疗服务）', '营利性民办职业技能培训机构'],
      ),
    }),
    notApplicable: empty(),
  },
  {
    rule: scopeBundleInForce,
    hits: {
      '/scope/bundle/id UNKNOWN RETURN': company({ scope: { bundle: { id: 'B99' } } }),
      '/scope/bundle/version OTHER_VERSION RETURN': company({
        scope: { bundle: { id: 'B01', version: '2020-01' } },
      }),
    },
    passes: company({ scope: { bundle: { id: 'B01', version: '2026-11' } } }),
    notApplicable: company(items(PLAIN)),
  },
];
