import { describe, expect, it } from 'vitest';
import { CATALOGUE_ITEMS, itemInForce } from '#functions/scope/catalogue.ts';
import {
  SENSITIVE_TRADES,
  sensitiveInItem,
  sensitiveInName,
} from '#functions/scope/sensitive-trades.ts';

describe('sensitive trades in the catalogue', () => {
  it('are these items, and no general one', () => {
    const hit = CATALOGUE_ITEMS.filter(({ item }) => sensitiveInItem(item.wording).length > 0);
    expect(hit.map(({ item }) => item.wording)).toEqual([
      '第三类医疗器械经营',
      '药品零售',
      '药品互联网信息服务',
      '医疗器械互联网信息服务',
      '营利性民办职业技能培训机构',
    ]);
  });

  it('leave whole harmless wordings alone, each of which would hit', () => {
    for (const wording of SENSITIVE_TRADES.harmlessItems) {
      expect(itemInForce(wording, '2026-11-23')?.wording).toBe(wording);
      expect(sensitiveInItem(wording)).toEqual([]);
      expect(sensitiveInItem(`${wording}　`)).not.toEqual([]);
    }
  });
});

describe('a name', () => {
  it('is harmless however many harmless words it has, and what stands around them does not meet', () => {
    expect(sensitiveInName('保险箱保险柜保险丝')).toEqual([]);
    expect(sensitiveInName('保险箱保险')).toMatchObject([{ word: '保险' }]);
    expect(sensitiveInName('保大学城险')).toEqual([]);
  });

  it.each([
    ['晨岚投资', 'FINANCE', '投资'],
    ['晨岚小额贷款', 'FINANCE', '贷款'],
    ['晨岚区块链科技', 'CRYPTO', '区块链'],
    ['晨岚医院', 'MEDICAL', '医院'],
    ['晨岚幼儿园', 'SCHOOLING', '幼儿园'],
  ])('%s is about %s', (name, field, word) => {
    expect(sensitiveInName(name)).toEqual([{ field, word }]);
  });

  it('tells each field once, the longest word of it', () => {
    expect(sensitiveInName('晨岚资产管理投资医疗')).toEqual([
      { field: 'FINANCE', word: '资产管理' },
      { field: 'MEDICAL', word: '医疗' },
    ]);
  });

  it.each(['晨岚保险柜', '学院风服饰', '晨岚百货', '大学城文具', '晨岚教育用品', ''])(
    '%s is harmless',
    (name) => {
      expect(sensitiveInName(name)).toEqual([]);
    },
  );
});
