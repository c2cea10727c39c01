import { describe, expect, it } from 'vitest';
import { isStandardChinese } from '#functions/name/name-characters.ts';

describe('standard Chinese', () => {
  it.each(['广州市南沙区晨岚百货店', '晨岚（广州）有限公司', '阿·晨岚店', '𬭚岚店'])(
    'is %s',
    (text) => {
      expect(isStandardChinese(text)).toBe(true);
    },
  );

  it.each([
    '晨岚ABC店',
    '晨岚7店',
    '晨岚(广州)有限公司',
    '晨 岚店',
    '晨岚，店',
    'あ店',
    '晨岚☆店',
    '',
  ])('is not %j', (text) => {
    expect(isStandardChinese(text)).toBe(false);
  });
});
