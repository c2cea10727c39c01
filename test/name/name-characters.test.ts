import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asMeant } from '#functions/name/name-characters.ts';

describe('a name as it is meant', () => {
  it.each([
    ['廣州市南沙區晨嵐百貨有限責任公司', '广州市南沙区晨嵐百货有限责任公司'],
    ['晨岚(广州)店', '晨岚（广州）店'],
    ['晨\u200b岚\u202e \u3000\ufeff店', '晨岚店'],
    ['Ｍ７\u2f54', 'M7水'],
    ['', ''],
  ])('of %j is %j', (given, meant) => {
    expect(asMeant(given)).toBe(meant);
  });

  it('is meant as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (it) => {
        expect(asMeant(asMeant(it))).toBe(asMeant(it));
      }),
    );
  });
});
