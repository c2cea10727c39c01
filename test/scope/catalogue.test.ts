import { describe, expect, it } from 'vitest';
import {
  BUNDLES,
  bundleInForce,
  CATALOGUE_ITEMS,
  CATALOGUE_RELEASE,
  exclusivePairs,
  inForce,
  itemInForce,
} from '#functions/scope/catalogue.ts';

const overlaps = (rows: readonly { key: string; from: string; until: string }[]): string[] =>
  rows
    .filter((one, at) =>
      rows.some(
        (other, from) =>
          from > at && other.key === one.key && other.from <= one.until && one.from <= other.until,
      ),
    )
    .map(({ key }) => key);

describe('the catalogue', () => {
  it('holds the curated items: general, for filing, licensed', () => {
    const kinds = Object.groupBy(CATALOGUE_ITEMS, ({ item }) => item.kind);
    expect([kinds.general, kinds.filing, kinds.licensed].map((it) => it?.length)).toEqual([
      177, 9, 37,
    ]);
  });

  it('gives no wording or alias two meanings on one day', () => {
    const rows = CATALOGUE_ITEMS.flatMap(({ item, aliases, from, until }) =>
      [item.wording, ...aliases].map((it) => ({ key: it.normalize('NFKC'), from, until })),
    );
    expect(overlaps(rows)).toEqual([]);
  });

  it('gives no bundle two versions on one day', () => {
    expect(overlaps(BUNDLES.map(({ id, from, until }) => ({ key: id, from, until })))).toEqual([]);
  });

  it('holds every wording of a bundle under its own name, for as long as the bundle is in force', () => {
    const strange = BUNDLES.flatMap(({ core, options, from, until }) =>
      [...core, ...options].filter((wording) =>
        [from, until].some((day) => itemInForce(wording, day)?.wording !== wording),
      ),
    );
    expect(strange).toEqual([]);
  });

  it('holds both wordings of every exclusive pair', () => {
    const wordings = new Set(CATALOGUE_ITEMS.map(({ item }) => item.wording));
    expect(exclusivePairs.flat().filter((it) => !wordings.has(it))).toEqual([]);
    expect(exclusivePairs).toContainEqual(['食品销售', '食品销售（仅销售预包装食品）']);
  });

  it('has only general items, or such for filing, in the core of a bundle', () => {
    const kinds = BUNDLES.flatMap((bundle) =>
      bundle.core.map((wording) => itemInForce(wording, bundle.from)?.kind),
    );
    expect(new Set(kinds)).toEqual(new Set(['general', 'filing']));
  });

  it('wants approval first for what is 前置', () => {
    const first = CATALOGUE_ITEMS.filter(({ item }) => item.preApproval);
    expect(first.map(({ item }) => item.wording)).toEqual([
      '营利性民办职业技能培训机构',
      '危险化学品经营',
    ]);
  });

  it('takes nothing into force after its release', () => {
    expect([...CATALOGUE_ITEMS, ...BUNDLES].filter((it) => it.from > CATALOGUE_RELEASE)).toEqual(
      [],
    );
  });
});

describe('an item', () => {
  it.each([
    ['通信设备销售', '通讯设备销售'],
    ['广告发布（非广播电台、电视台、报刊出版单位）', '广告发布'],
    ['数字内容制作服务（不含出版物发行）', '数字内容制作服务（不含出版发行）'],
    ['食品销售(仅销售预包装食品)', '食品销售（仅销售预包装食品）'],
    [' 国内贸易代理', '国内贸易代理'],
  ])('%s is %s', (wording, canonical) => {
    expect(itemInForce(wording, '2026-11-23')?.wording).toBe(canonical);
  });

  it.each(['低温仓储', '危险化学品', '销售', ''])('is never found by a word of it: %s', (word) => {
    expect(itemInForce(word, '2026-11-23')).toBeUndefined();
  });

  it('is not in force before its first day', () => {
    expect(itemInForce('国内贸易代理', '2022-03-01')).toBeDefined();
    expect(itemInForce('国内贸易代理', '2022-02-28')).toBeUndefined();
  });
});

it('is in force from its first day to its last', () => {
  const term = { from: '2026-01-01', until: '2026-12-31' };
  const on = (day: string) => inForce(term, day);
  expect([on('2025-12-31'), on('2026-01-01'), on('2026-12-31'), on('2027-01-01')]).toEqual([
    ...[false, true, true, false],
  ]);
});

it('a bundle is not in force before its first day', () => {
  expect(bundleInForce('B01', '2026-11-01')?.version).toBe('2026-11');
  expect(bundleInForce('B01', '2026-10-31')).toBeUndefined();
});
