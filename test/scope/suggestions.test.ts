import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUNDLES, CATALOGUE_ITEMS, itemInForce } from '#functions/scope/catalogue.ts';
import {
  englishWordsIn,
  PLAIN_WORDS,
  plainWordsIn,
  searchKey,
} from '#functions/scope/plain-words.ts';
import { suggestionsFor } from '#functions/scope/suggestions.ts';

const ON = '2026-11-23';
const asked = (words: string, most = 10) => suggestionsFor(words, ON, most);
const wordings = (words: string) => asked(words).items.map(({ item }) => item.wording);

describe('plain words', () => {
  it('mean wordings and bundles of the catalogue', () => {
    const means = PLAIN_WORDS.flatMap((it) => it.means);
    expect(means.filter((it) => itemInForce(it, ON)?.wording !== it)).toEqual([]);
    const ids = new Set(BUNDLES.map(({ id }) => id));
    expect(PLAIN_WORDS.flatMap((it) => it.bundles).filter((it) => !ids.has(it))).toEqual([]);
  });

  it('are each said once', () => {
    const said = PLAIN_WORDS.flatMap((it) => it.said.map(searchKey));
    expect(said.filter((it, at) => said.indexOf(it) !== at)).toEqual([]);
  });

  it('are each understood by themselves, unless a longer one stands in them', () => {
    const lost = PLAIN_WORDS.flatMap(({ said }) =>
      said.filter((it) => plainWordsIn(searchKey(it))[0]?.said !== searchKey(it)),
    );
    expect(lost).toEqual([]);
  });

  it('are each understood in English too, one and many, and only as whole words', () => {
    for (const { english, means } of PLAIN_WORDS) {
      expect(english.length).toBeGreaterThan(0);
      for (const it of english)
        for (const many of [
          it,
          /[^sxhy]$/.test(it) ? `${it}s` : it.replace(/y$/, 'ies'),
          `we sell ${it.toUpperCase()}!`,
        ])
          expect([many, englishWordsIn(many).map((found) => found.means)]).toEqual([many, [means]]);
    }
    expect(englishWordsIn('apples, painters and hatches')).toEqual([]);
    expect(plainWordsIn(searchKey('apple'))).toEqual([]);
  });

  it('are compared without width, case, blanks, marks and traditional forms', () => {
    expect(searchKey(' ３Ｃ 數碼，網店！')).toBe('3c数码网店');
    expect(searchKey('賣 衣飾')).toBe('卖衣饰');
  });
});

describe('what is suggested', () => {
  it('is nothing for nothing', () => {
    const nothing = { items: [], bundles: [], notInCatalogue: [] };
    expect(asked('')).toEqual(nothing);
    expect(asked(' ，！')).toEqual(nothing);
  });

  it('is understood in English: every phrase, and nothing within a word', () => {
    const soap = asked('handmade soap');
    expect(soap.items.map(({ item }) => item.wording)).toContain('个人卫生用品销售');
    expect(soap.items[0]).toMatchObject({ because: 'PLAIN_WORD', said: expect.any(String) });
    expect(soap.bundles.map(({ id }) => id)).toContain('B08');
    expect(
      asked('fruit by live stream')
        .bundles.map(({ id }) => id)
        .sort(),
    ).toEqual(['B01', 'B02', 'B06']);
    expect(asked('a hotel')).toMatchObject({ notInCatalogue: ['hotel'] });
  });

  it('is no more than was asked for, and three bundles', () => {
    for (const most of [1, 5, 10]) expect(asked('销售', most).items).toHaveLength(most);
    expect(asked('卖衣服 卖零食 化妆品 数码 直播 软件 日用百货').bundles).toHaveLength(3);
  });

  it('is first of all a wording that was said whole, whatever it is', () => {
    for (const { item } of CATALOGUE_ITEMS.filter((_, at) => at % 7 === 0)) {
      const [first] = asked(item.wording).items;
      expect(first).toMatchObject({ item: { wording: item.wording }, because: 'WORDING' });
    }
  });

  it('is a wording in which it stands, the shorter before the longer', () => {
    const found = asked('代理', 50).items.filter(({ because }) => because === 'WORDING');
    expect(found.length).toBeGreaterThan(3);
    const lengths = found.map(({ item }) => item.wording.length);
    expect(found.every(({ item }) => item.wording.includes('代理'))).toBe(true);
    expect(lengths[0]).toBe(Math.min(...lengths));
    expect(asked('店', 50).items.every(({ because }) => because !== 'WORDING')).toBe(true);
  });
});

describe('a suggestion', () => {
  it.each([
    ['衣服', '服装服饰零售', 'B09'],
    ['我想在淘宝上卖衣服', '服装服饰零售', 'B09'],
    ['网店', '互联网销售（除销售需要许可的商品）', 'B01'],
    ['化妆品', '化妆品零售', 'B08'],
    ['賣化妝品', '化妆品零售', 'B08'],
    ['网上卖零食', '食品互联网销售（仅销售预包装食品）', 'B07'],
    ['奶茶', '餐饮服务', undefined],
    ['直播带货', '个人互联网直播服务', 'B01'],
    ['主播', '个人互联网直播服务', 'B04'],
    ['ＭＣＮ', '文化娱乐经纪人服务', 'B03'],
    ['剪视频', '摄像及视频制作服务', 'B04'],
    ['云仓 仓库', '普通货物仓储服务（不含危险化学品等需许可审批的项目）', 'B05'],
    ['动漫', '动漫游戏开发', undefined],
    ['面包', '食品销售', undefined],
    ['通信设备销售', '通讯设备销售', 'B10'],
  ])('for %s is %s first', (words, first, bundle) => {
    expect(wordings(words)[0]).toBe(first);
    expect(asked(words).bundles[0]?.id).toBe(bundle);
  });

  it('says why it comes', () => {
    expect(asked('化妝品零售').items[0]).toMatchObject({ because: 'WORDING' });
    expect(asked('卖衣服').items[0]).toMatchObject({ because: 'PLAIN_WORD', said: '卖衣服' });
    expect(asked('网络安全').items.map((it) => it.because)).toContain('SIMILAR');
  });

  it('takes the longer word where two meet', () => {
    expect(wordings('面包')).not.toContain('箱包销售');
  });

  it('offers a bundle by its name, or by what it holds', () => {
    expect(asked('农产品电商').bundles[0]?.id).toBe('B06');
    expect(asked('跨境电商').bundles[0]?.id).toBe('B11');
  });

  it('says which words no item covers', () => {
    expect(asked('民宿')).toEqual({ items: [], bundles: [], notInCatalogue: ['民宿'] });
    expect(asked('衣服').notInCatalogue).toEqual([]);
  });

  it.each(['', ' ！', 'x', '飞行'])('is nothing for %j', (words) => {
    expect(asked(words).items).toEqual([]);
  });

  it('is of the day', () => {
    expect(suggestionsFor('衣服', '2022-02-28', 10)).toEqual({
      items: [],
      bundles: [],
      notInCatalogue: [],
    });
  });

  it('is a whole wording, or the item of an alias, before anything else', () => {
    for (const { item, aliases } of CATALOGUE_ITEMS)
      for (const wording of [item.wording, ...aliases])
        expect([wording, asked(wording, 1).items[0]?.item.wording]).toEqual([
          wording,
          item.wording,
        ]);
  });

  it('comes in the same order every time, each item once, no more than asked, and never throws', () => {
    const words = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'卖网上衣服食品销售直播零ＭCn民宿 、（') }),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 50 }), (text, most) => {
        const one = asked(text, most);
        expect(asked(text, most)).toEqual(one);
        expect(one.items.length).toBeLessThanOrEqual(most);
        expect(one.bundles.length).toBeLessThanOrEqual(3);
        const found = one.items.map(({ item }) => item.wording);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});
