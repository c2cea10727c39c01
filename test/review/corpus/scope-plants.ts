import type { ApplicationForm } from '#functions/application/form.ts';
import { bundleInForce } from '#functions/scope/catalogue.ts';
import type { Plant } from './labelled.ts';
import { type Making, TODAY } from './lawful-bases.ts';
import { ANY, COMPANIES, HOSTED, NATURAL, plant } from './plants.ts';

const scope = (...items: string[]) => ({ set: { '/scope': { bundle: { id: 'B01' }, items } } });
const own = (...items: string[]) => ({ set: { '/scope': { items: ['日用百货销售', ...items] } } });
const bundle = (id: string, version?: string) => ({
  set: { '/scope': { bundle: { id, ...(version && { version }) } } },
});
const PREPACKAGED = '食品销售（仅销售预包装食品）';
const FILES = { item: PREPACKAGED, channels: ['ONLINE'], products: '零食' };

const DANGEROUS = '危险化学品经营';
/** Its approval is brought, and says this beside what is right. */
const approved = (change: object) => ({
  set: (_: Making, { name, premises }: ApplicationForm) => ({
    '/scope': { bundle: { id: 'B01' }, items: [DANGEROUS] },
    '/approvals': [
      {
        ...{ item: DANGEROUS, number: '示例〔2026〕1号', authority: '示例局' },
        ...{ issued: '2026-11-01', holder: name, address: premises?.address },
        ...change,
      },
    ],
  }),
});

export const SCOPE_PLANTS: readonly Plant[] = [
  plant('SC-01 /scope/items/0 UNKNOWN RETURN', ANY, scope('星际旅行服务')),
  plant(['SC-01 /scope/items/1 UNKNOWN RETURN', 'SC-01 /scope/items/3 UNKNOWN RETURN'], 'company', {
    ...own('从事销售', '箱包销售', '百货'),
  }),
  plant('SC-02 /scope/without NOTHING_LEFT RETURN', ANY, {
    set: {
      '/scope': { bundle: { id: 'B01' }, without: [...(bundleInForce('B01', TODAY)?.core ?? [])] },
    },
  }),
  plant('SC-03 /scope/items/0 MISSING RETURN', 'company', scope('危险化学品经营')),
  plant(
    ['SC-03 /scope/items/0 MISSING RETURN', 'SC-06 /scope/items/0 NOT_OPEN RETURN'],
    NATURAL,
    scope('危险化学品经营'),
  ),
  plant('SC-03 /approvals/0 CHECK REFER', ['company', 'board'], approved({})),
  plant('SC-03 /approvals/0 HOLDER RETURN', 'company', approved({ holder: '别家公司' })),
  plant('SC-03 /approvals/0 ADDRESS RETURN', 'company', {
    ...approved({ address: '广州市天河区示例路1号' }),
  }),
  plant('SC-03 /approvals/0 EXPIRED RETURN', 'company', approved({ issued: '2026-08-24' })),
  plant(
    [
      'SC-03 /approvals/0 ADDRESS RETURN',
      'SC-03 /approvals/0 EXPIRED RETURN',
      'SC-03 /approvals/0 HOLDER RETURN',
    ],
    'company',
    approved({ holder: '别家公司', address: '广州市天河区示例路1号', until: '2026-11-22' }),
  ),
  plant('SC-03 /approvals/0 STRAY WARN', ANY, {
    set: (making, form) => ({ '/approvals': approved({}).set(making, form)['/approvals'] }),
  }),
  plant('SC-04 /scope/items/0 PERMIT WARN', COMPANIES, scope('网络文化经营')),
  plant('SC-04 /scope/items/0 PERMIT WARN', ANY, { which: 'restaurant', ...scope('餐饮服务') }),
  plant('SC-04 /scope/items/0 SOME_PERMIT WARN', 'company', {
    ...scope('互联网直播服务（不含新闻信息服务、网络表演、网络视听节目）'),
  }),
  plant('SC-05 /scope/items/0 FILING WARN', ANY, scope(PREPACKAGED)),
  plant('SC-05 /scope/items/0 DECLARED WARN', ANY, {
    set: { ...scope(PREPACKAGED).set, '/filings': [FILES] },
  }),
  plant('SC-05 /filings/0/item STRAY WARN', ANY, { set: { '/filings': [FILES] } }),
  plant(
    ['SC-06 /scope/items/0 NOT_OPEN RETURN', 'SC-05 /scope/items/0 FILING WARN'],
    NATURAL,
    scope('报关业务'),
  ),
  plant(
    ['SC-06 /scope/items/0 NOT_OPEN RETURN', 'SC-04 /scope/items/0 PERMIT WARN'],
    NATURAL,
    scope('网络文化经营'),
  ),
  plant('SC-06 /scope/bundle/id BUNDLE RETURN', NATURAL, bundle('B02')),
  plant(
    ['SC-06 /scope/items/0 DEPENDS REFER', 'SC-05 /scope/items/0 FILING WARN'],
    'individual',
    scope('第二类医疗器械销售'),
  ),
  plant(
    [
      'SC-07 /scope/items/2 PAIR RETURN',
      'SC-05 /scope/items/1 FILING WARN',
      'SC-04 /scope/items/2 PERMIT WARN',
    ],
    ANY,
    own(PREPACKAGED, '食品销售'),
  ),
  plant('SC-07 /scope/items/1 FOR_INDIVIDUALS WARN', 'company', own('个人互联网直播服务')),
  plant(
    ['SC-09 /scope/items/0 MEDICAL REFER', 'SC-04 /scope/items/0 PERMIT WARN'],
    'company',
    scope('第三类医疗器械经营'),
  ),
  plant(
    [
      'SC-09 /scope/items/0 MEDICAL REFER',
      'SC-06 /scope/items/0 DEPENDS REFER',
      'SC-04 /scope/items/0 PERMIT WARN',
    ],
    'individual',
    scope('药品零售'),
  ),
  plant('SC-10 /scope/bundle/id UNKNOWN RETURN', ANY, bundle('B99')),
  plant('SC-10 /scope/bundle/version OTHER_VERSION RETURN', ANY, bundle('B01', '2020-01')),

  plant(
    ['AD-08 /scope/items/0 EXCLUDED RETURN', 'SC-04 /scope/items/0 PERMIT WARN'],
    HOSTED,
    scope('餐饮服务'),
  ),
  plant(
    ['AD-08 /scope/items/0 LICENSED REFER', 'SC-04 /scope/items/0 PERMIT WARN'],
    'company at host',
    scope('网络文化经营'),
  ),
  plant('AD-08 /scope/items/0 PROMISED WARN', HOSTED, scope('电动自行车销售')),
  plant('AD-08 /promises/noPremisesBoundActivity NO_PROMISE RETURN', HOSTED, {
    set: { ...scope('电动自行车销售', '旧货销售').set, '/promises': undefined },
  }),
  plant('AD-08 /scope/bundle/id BUNDLE RETURN', 'company at host', {
    set: (making) => ({
      '/scope': { bundle: { id: 'B13' } },
      '/name': `广州市南沙区${making.word()}园区管理有限公司`,
    }),
  }),
];
