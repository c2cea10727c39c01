import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE_ITEMS, itemInForce } from '#functions/scope/catalogue.ts';
import { chooseScope } from '#functions/scope/chosen-scope.ts';
import { CATEGORIES, shopCategories } from '#functions/scope/shop-categories.ts';

const ON = '2026-11-23';
const categories = (items: readonly string[], on = ON) =>
  shopCategories(chooseScope({ items: [...items] }, ON).items, on);
const category = (id: string, ...items: string[]) => categories(items).find((it) => it.id === id);

describe('the categories of platforms', () => {
  it('open by wordings of the catalogue, under their own names', () => {
    const opens = CATEGORIES.flatMap((it) => it.opens);
    expect(opens.filter((it) => itemInForce(it, ON)?.wording !== it)).toEqual([]);
  });

  it('have an id each, and a way to open unless nobody may', () => {
    expect(new Set(CATEGORIES.map(({ id }) => id)).size).toBe(CATEGORIES.length);
    expect(
      CATEGORIES.filter(({ opens, never }) => (opens.length === 0) !== Boolean(never)),
    ).toEqual([]);
  });

  it('are none before they were published', () => {
    expect(categories(['服装服饰零售'], '2026-10-31')).toEqual([]);
  });
});

describe('a category', () => {
  it('is open with the licence alone where a general item opens it', () => {
    expect(category('CLOTHING', '服装服饰零售', '软件开发')).toMatchObject({
      state: 'OPEN',
      by: ['服装服饰零售'],
      blockedBy: [],
      wants: [],
      asks: [{ zh: '商标注册证或者品牌授权' }],
    });
  });

  it('waits for the filing or permit of the item that opens it', () => {
    expect(category('FOOD_PREPACKAGED', '食品互联网销售（仅销售预包装食品）')).toMatchObject({
      state: 'AFTER_FILING',
      blockedBy: [{ kind: 'FILING', what: { zh: '仅销售预包装食品备案' } }],
    });
    expect(category('FOOD_LOOSE', '食品互联网销售')).toMatchObject({
      state: 'AFTER_PERMIT',
      blockedBy: [{ kind: 'PERMIT', what: { zh: '食品经营许可证' } }],
    });
    expect(category('DEVICE_2', '第二类医疗器械销售')?.state).toBe('AFTER_FILING');
    expect(category('BOOKS', '出版物零售')?.state).toBe('AFTER_PERMIT');
  });

  it('counts the items that want least', () => {
    const both = ['酒类经营', '食品互联网销售（仅销售预包装食品）'];
    expect(category('ALCOHOL', ...both)).toMatchObject({
      state: 'AFTER_FILING',
      by: ['食品互联网销售（仅销售预包装食品）'],
      blockedBy: [{ kind: 'FILING' }],
    });
  });

  it('is not open to food sold in a shop alone', () => {
    expect(category('FOOD_PREPACKAGED', '食品销售（仅销售预包装食品）')).toMatchObject({
      state: 'NOT_IN_SCOPE',
      by: [],
      wants: ['食品互联网销售（仅销售预包装食品）', '食品互联网销售'],
    });
  });

  it('is never open where the law keeps it offline', () => {
    expect(category('TOBACCO', '烟草制品零售')).toMatchObject({
      state: 'NEVER',
      never: { zh: expect.stringContaining('不得') },
      wants: [],
    });
  });

  it('opens, or opens sooner, with every item more', () => {
    const order = ['NOT_IN_SCOPE', 'AFTER_PERMIT', 'AFTER_FILING', 'OPEN'];
    const rank = (state: string) => order.indexOf(state);
    const wordings = fc.uniqueArray(
      fc.constantFrom(...CATALOGUE_ITEMS.map((it) => it.item.wording)),
    );
    fc.assert(
      fc.property(wordings, wordings, (some, more) => {
        const before = categories(some);
        for (const [at, { state, by, blockedBy }] of categories([...some, ...more]).entries()) {
          expect(rank(state)).toBeGreaterThanOrEqual(rank(before[at]?.state ?? ''));
          expect(by.length > 0).toBe(!['NEVER', 'NOT_IN_SCOPE'].includes(state));
          expect(blockedBy.length > 0).toBe(state.startsWith('AFTER'));
        }
      }),
    );
  });
});
