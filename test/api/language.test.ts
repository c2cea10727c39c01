import { describe, expect, it } from 'vitest';
import { languageOf } from '#functions/api/language.ts';

describe('the language of an answer', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN', 'en'],
    ['zh', 'zh-Hans'],
    ['zh-Hans', 'zh-Hans'],
    ['zh-CN, zh-Hant;q=0.9', 'zh-Hans'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-Hant-HK, en;q=0.9', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO;q=0.9, en;q=0.5', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-Hantx', 'zh-Hans'],
    ['en;q=0.3, zh;q=0.4', 'zh-Hans'],
    ['zh;q=0.4, en;q=0.5', 'en'],
    ['fr, en;q=0.1', 'en'],
    ['fr;q=1, de', 'zh-Hans'],
    ['en;q=0', 'zh-Hans'],
    ['zh;q=0, en;q=0.001', 'en'],
    ['en ; q=0.8 , zh; q=0.9', 'zh-Hans'],
    ['enx, english', 'zh-Hans'],
    ['*', 'zh-Hans'],
    ['', 'zh-Hans'],
    [';;q=,,en;q=much', 'en'],
    [undefined, 'zh-Hans'],
  ])('asked for by %j is %s', (accepted, language) => {
    expect(languageOf(accepted)).toBe(language);
  });
});
