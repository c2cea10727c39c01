import { describe, expect, it } from 'vitest';
import {
  bannedWords,
  notAllowedAsTradeName,
  stateWords,
} from '#functions/name/trade-name-content.ts';

describe('banned words', () => {
  it.each([
    ['晨岚', []],
    ['红军晨岚', ['红军']],
    ['赌王赌城', ['赌']],
    ['联合国美国', ['联合国', '美国']],
    ['共产党水果', ['共产党']],
    ['风水水果', ['风水']],
  ])('of %s are %j', (tradeName, words) => {
    expect(bannedWords(tradeName)).toEqual(words);
  });

  it.each(['今日本地', '群英国际', '春风水产', '康洁消毒品', '面包养生', '大麻哈鱼', '法国梧桐'])(
    'are not in the harmless %s',
    (tradeName) => {
      expect(bannedWords(tradeName)).toEqual([]);
    },
  );

  it('are found behind a radical that only looks like the character', () => {
    expect(bannedWords('\u2fca帮')).toEqual(['黑帮']);
  });
});

describe('state words', () => {
  it.each([
    ['中国晨岚有限公司', [{ word: '中国', position: 'head' }]],
    ['广州市中华晨岚百货店', [{ word: '中华', position: 'inside' }]],
    [
      '中央晨岚（中国）有限公司',
      [
        { word: '中央', position: 'head' },
        { word: '中国', position: 'inside' },
      ],
    ],
    ['广州市安全国际贸易有限公司', []],
    ['广州市爱国家居店', []],
    ['广州市晨岚百货店', []],
  ])('of %s are %j', (text, words) => {
    expect(stateWords(text)).toEqual(words);
  });
});

describe('a 字号 by itself', () => {
  it.each([
    ['南沙', 'PLACE_NAME'],
    ['南沙区', 'PLACE_NAME'],
    ['广州', 'PLACE_NAME'],
    ['乳源', 'PLACE_NAME'],
    ['梅县', 'PLACE_NAME'],
    ['内蒙古', 'PLACE_NAME'],
    ['香港', 'PLACE_NAME'],
    ['白云区', 'PLACE_NAME'],
    ['百货', 'INDUSTRY_WORD'],
    ['白云', undefined],
    ['南沙晨', undefined],
    ['晨岚', undefined],
  ])('%s is not allowed because %s', (tradeName, why) => {
    expect(notAllowedAsTradeName(tradeName)).toBe(why);
  });
});
