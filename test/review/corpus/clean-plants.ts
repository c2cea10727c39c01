import type { ApplicationForm } from '#functions/application/form.ts';
import type { Plant } from './labelled.ts';
import type { Base, Making } from './lawful-bases.ts';
import { ANY, plant } from './plants.ts';

const ALL = [
  ...ANY,
  'company at host',
  'sole at host',
  'individual at host',
] as const satisfies Base[];
const INCORPORATED = [
  'company',
  'board',
  'company at host',
  'company by agent',
] as const satisfies Base[];
const UNINCORPORATED = [
  'sole',
  'individual',
  'family',
  'sole at host',
  'individual at host',
] as const satisfies Base[];
const FORM: Readonly<Record<string, string>> = {
  LIMITED_COMPANY: '有限公司',
  SOLE_PROPRIETORSHIP: '商行',
  INDIVIDUAL_BUSINESS: '店',
};

/** A bundle, with a name that fits its first item; what is told of its items stands at `/scope/bundle`. */
const bundle = (
  id: string,
  industry: string,
  on: readonly Base[],
  tells: readonly string[] = [],
): readonly Plant[] =>
  on.map((base) =>
    plant(base.endsWith('at host') ? tells.concat(AT_HOST[id] ?? []) : tells, base, {
      which: id,
      set: (making: Making, { type = '' }: ApplicationForm) => ({
        '/scope': { bundle: { id } },
        '/name': `广州市南沙区${making.word()}${industry}${FORM[type]}`,
      }),
    }),
  );

const PROMISED = 'AD-08 /scope/bundle PROMISED WARN';
const FILING = 'SC-05 /scope/bundle FILING WARN';
/** What is told at a host's address of the items of a bundle that depend on what is done there. */
const AT_HOST: Readonly<Record<string, readonly string[]>> = {
  B05: [PROMISED, PROMISED],
  B06: [PROMISED],
  B07: [PROMISED, PROMISED, PROMISED],
  B14: [PROMISED],
};

const name = (write: (word: string, form: string) => string, which: string): Plant =>
  plant([], ANY, {
    which,
    set: (making, { type = '' }) => ({ '/name': write(making.word(), FORM[type] ?? '') }),
  });
const scope = (which: string, of: object): Plant =>
  plant([], [...ALL, 'nameless'], { which, set: { '/scope': of } });

/** Lawful variations: every bundle, kinds of premises, names that look like a fault and are none. */
export const CLEAN_PLANTS: readonly Plant[] = [
  ...bundle('B01', '百货', ALL),
  ...bundle('B02', '电子商务', INCORPORATED),
  ...bundle('B03', '文化传播', INCORPORATED),
  ...bundle('B04', '直播', UNINCORPORATED),
  ...bundle('B05', '供应链管理', INCORPORATED),
  ...bundle('B06', '农产品', ALL),
  ...bundle('B07', '食品', ALL, [FILING, FILING, FILING]),
  ...bundle('B08', '美妆', ALL),
  ...bundle('B09', '服饰', ALL),
  ...bundle('B10', '数码', ALL),
  ...bundle('B11', '进出口贸易', INCORPORATED),
  ...bundle('B12', '信息技术', INCORPORATED),
  ...bundle('B13', '园区管理', ['company', 'board']),
  ...bundle('B14', '教育咨询', INCORPORATED),

  scope('a bundle in the version that was seen', { bundle: { id: 'B01', version: '2026-11' } }),
  scope('a bundle without some and with others', {
    bundle: { id: 'B01' },
    without: ['箱包销售'],
    items: ['玩具销售', '文具用品零售'],
  }),
  scope('a choice of items', { items: ['日用百货销售', '箱包销售', '广告设计、代理'] }),
  scope('half-width brackets', { items: ['日用百货销售', '互联网销售(除销售需要许可的商品)'] }),

  name((it, form) => `广州${it}百货${form}`, 'a name of the city'),
  name((it, form) => `广州南沙${it}百货${form}`, 'a district without 区 behind its city'),
  name((it, form) => `${it}百货（广州）${form}`, 'a division in brackets'),
  name((it, form) => `广州市南沙区${it}爱国家居百货${form}`, '国家 where characters only meet'),
  plant([], 'company', {
    which: '有限责任公司',
    set: (making) => ({ '/name': `广州市南沙区${making.word()}百货有限责任公司` }),
  }),

  ...(['HOME', 'OWN'] as const).flatMap((kind) =>
    (['TITLE', 'LEASE', 'CONSENT'] as const).map((proof) =>
      plant([], ANY, {
        which: `${kind} ${proof}`,
        set: { '/premises/kind': kind, '/premises/proof': proof },
      }),
    ),
  ),
];
