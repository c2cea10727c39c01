import { describe, expect, it } from 'vitest';
import {
  bannedWords,
  notAllowedAsTradeName,
  stateWords,
  weighedWords,
} from '#functions/name/trade-name-content.ts';

const TODAY = '2026-11-23';
const banned = (tradeName: string, on = TODAY) => bannedWords({ text: tradeName, tradeName }, on);

describe('banned words', () => {
  it.each([
    ['晨岚', []],
    ['红军晨岚', ['红军']],
    ['赌王赌城', ['赌']],
    ['联合国美国', ['联合国', '美国']],
    ['共产党水果', ['共产党']],
    ['风水水果', ['风水']],
    ['美国国际', ['美国']],
    ['六合彩', ['六合彩']],
  ])('of %s are %j', (tradeName, words) => {
    expect(banned(tradeName)).toEqual(words);
  });

  it.each([
    '今日本地',
    '群英国际',
    '春风水产',
    '康洁消毒品',
    '面包养生',
    '大麻哈鱼',
    '法国梧桐',
    '旭日本草',
    '书法国画',
    '书包养护',
    '个性爱好',
    '共今日本地产党',
    '爱国旗袍',
    '全国旗舰',
    '爱国歌舞',
  ])('are not in the harmless %s', (tradeName) => {
    expect(banned(tradeName)).toEqual([]);
  });

  it.each([
    ['a radical that only looks like the character', '\u2fca帮', '黑帮'],
    ['traditional forms', '賭場', '赌'],
    ['what cannot be seen', '共\u200b产\u202e党', '共产党'],
    ['signs between the characters', '共·产（党）', '共产党'],
  ])('are found behind %s', (_, tradeName, word) => {
    expect(banned(tradeName)).toEqual([word]);
  });

  it('are found in the whole name, but for its division', () => {
    expect(bannedWords({ text: '', tradeName: '晨', form: '赌馆' }, TODAY)).toEqual(['赌']);
    const industry = { word: '风水咨询', class: 'L72' };
    expect(bannedWords({ text: '', tradeName: '晨岚', industry }, TODAY)).toEqual(['风水']);
    expect(bannedWords({ text: '赌', division: '赌' }, TODAY)).toEqual([]);
  });

  it('are those of the day: none before there was a list', () => {
    expect(banned('赌王', '2021-02-28')).toEqual([]);
    expect(banned('赌王', '2021-03-01')).toEqual(['赌']);
  });
});

describe('words that a person weighs', () => {
  const weighed = (tradeName: string, on = TODAY) => weighedWords({ text: '', tradeName }, on);

  it.each([
    ['乡村振兴晨岚', [{ word: '乡村振兴', ground: 'STRATEGY' }]],
    ['粤港澳大湾区晨岚', [{ word: '粤港澳大湾区', ground: 'STRATEGY' }]],
    [
      '最佳晨岚顶级',
      [
        { word: '最佳', ground: 'BEST' },
        { word: '顶级', ground: 'BEST' },
      ],
    ],
    ['晨岚协会', [{ word: '协会', ground: 'NON_PROFIT' }]],
    ['好学会计', []],
    ['最学会计佳', []],
    ['联商会展', []],
    ['晨岚', []],
  ])('of %s are %j', (tradeName, words) => {
    expect(weighed(tradeName)).toEqual(words);
  });

  it('are those of the day', () => {
    expect(weighed('最佳', '2021-02-28')).toEqual([]);
    expect(weighed('最佳', '2021-03-01')).toHaveLength(1);
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
    ['\u200b中\u202e国晨岚店', [{ word: '中国', position: 'head' }]],
    ['中國晨岚店', [{ word: '中国', position: 'head' }]],
    ['广州市晨岚国家级店', [{ word: '国家', position: 'inside' }]],
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
    ['连山', 'PLACE_NAME'],
    ['梅', undefined],
    ['白云', undefined],
    ['南沙晨', undefined],
    ['晨岚', undefined],
  ])('%s is not allowed because %s', (tradeName, why) => {
    expect(notAllowedAsTradeName(tradeName)).toBe(why);
  });
});
