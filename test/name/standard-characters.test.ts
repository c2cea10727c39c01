import { describe, expect, it } from 'vitest';
import { NAME_DIVISIONS } from '#functions/name/place-names.ts';
import { nonStandard, shown } from '#functions/name/standard-characters.ts';
import { FORMS } from '#functions/name/trade-name.ts';

describe('standard Chinese', () => {
  it.each([
    '广州市南沙区晨岚百货店',
    '晨岚（广州）有限公司',
    '阿·晨岚店',
    '𬭚岚店',
    '一龥'.charAt(0),
  ])('is %s', (text) => {
    expect(nonStandard(text)).toEqual([]);
  });

  it.each([
    ['晨岚ABC店', ['A', 'B', 'C']],
    ['晨岚7店7', ['7']],
    ['晨岚(广州)有限公司', ['(', ')']],
    ['晨 岚店', [' ']],
    ['晨岚，店', ['，']],
    ['あ店', ['あ']],
    ['晨岚☆店', ['☆']],
    ['晨嵐貨店', ['嵐', '貨']],
    ['気店', ['気']],
    ['龥店', ['龥']],
    ['鿿店', ['鿿']],
    ['𠀀店', ['𠀀']],
    ['⽔店', ['⽔']],
    ['晨\u200b岚\u202e店', ['\u200b', '\u202e']],
  ])('is not %j, because of %j', (text, wrong) => {
    expect(nonStandard(text)).toEqual(wrong);
  });

  it('is by a table of 8,105 characters', () => {
    let count = 0;
    for (let at = 0x3400; at <= 0x2ebe0; at += 1)
      if (at < 0xd800 || at > 0xdfff)
        count += nonStandard(String.fromCodePoint(at)).length === 0 ? 1 : 0;
    expect(count).toBe(8_105 + 2); // and both brackets
  });

  it('is every word that names are searched for', () => {
    expect([...NAME_DIVISIONS, ...FORMS].flatMap(nonStandard)).toEqual([]);
  });
});

describe('a character is shown', () => {
  it.each([
    ['嵐', '嵐'],
    ['A', 'A'],
    ['~', '~'],
    [' ', 'U+0020'],
    ['\u200b', 'U+200B'],
    ['\u202e', 'U+202E'],
    ['\u2f54', 'U+2F54'],
    ['А', 'U+0410'],
    ['\t', 'U+0009'],
    ['😀', 'U+1F600'],
  ])('%j as %s', (character, text) => {
    expect(shown(character)).toBe(text);
  });
});
