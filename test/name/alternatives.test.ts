import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alternatives } from '#functions/name/alternatives.ts';
import { nearKey } from '#functions/name/near-key.ts';
import { nonStandard } from '#functions/name/standard-characters.ts';
import { parseName } from '#functions/name/trade-name.ts';
import { notAllowedAsTradeName } from '#functions/name/trade-name-content.ts';

const TODAY = '2026-11-23';

describe('alternatives to a name', () => {
  it('differ from it in the 字号 alone, and from each other', () => {
    const name = '广州市南沙区晨岚百货有限公司';
    const others = alternatives(name, TODAY);
    expect(others).toHaveLength(24);
    expect(new Set(others).size).toBe(24);
    for (const other of others) {
      const { tradeName = '', ...rest } = parseName(other);
      expect(rest).toMatchObject({
        division: '广州市南沙区',
        industry: { word: '百货' },
        form: '有限公司',
      });
      expect(tradeName).toMatch(/^(晨岚.|.晨岚|晨.)$/u);
      expect(nearKey(tradeName)).not.toBe(nearKey('晨岚'));
    }
    expect(alternatives(name, TODAY)).toEqual(others);
    const like = (form: RegExp) =>
      others.filter((other) => form.test(parseName(other).tradeName ?? ''));
    for (const form of [/^晨岚.$/u, /^.晨岚$/u, /^晨.$/u]) expect(like(form)).toHaveLength(8);
  });

  it('keep a division in brackets, and add to a 字号 of one character', () => {
    expect(alternatives('晨岚百货（广州）有限公司', TODAY)[0]).toMatch(
      /^.{2,3}百货（广州）有限公司$/u,
    );
    expect(
      alternatives('广州市晨百货店', TODAY).map(
        (it) => [...(parseName(it).tradeName ?? '')].length,
      ),
    ).toEqual(Array.from({ length: 24 }, () => 2));
  });

  it('are none without a 字号, or where what is wrong with it would stay', () => {
    expect(alternatives('', TODAY)).toEqual([]);
    expect(alternatives('广州市百货店', TODAY)).toEqual([]);
    expect(alternatives('广州市赌博百货店', TODAY).every((it) => !it.includes('赌'))).toBe(true);
    expect(alternatives('广州市中国晨岚百货店', TODAY)).toEqual([]);
    expect(alternatives('广州市最佳晨岚百货店', TODAY)).toEqual([]);
    expect(alternatives('广州市赌最佳晨岚百货店', TODAY)).toEqual([]);
    expect(alternatives('广州市中国最佳晨岚百货店', TODAY)).toEqual([]);
  });

  it('repeat no character, sound like another, and are no place', () => {
    const of = (tradeName: string) =>
      alternatives(`广州市${tradeName}百货店`, TODAY).map((it) => parseName(it).tradeName ?? '');
    for (const tradeName of [
      '嘉岚',
      '恒岚',
      '行岚',
      '平',
      ...[...'佳何衡袁锐太胺宁成名井芸紧州船和郎之星'].map((it) => `晨${it}`),
    ]) {
      const others = of(tradeName);
      expect(others).toHaveLength(24);
      for (const other of others) {
        expect(nearKey(other)).not.toBe(nearKey(tradeName));
        expect(new Set(other).size).toBe([...other].length);
        expect(notAllowedAsTradeName(other)).toBeUndefined();
      }
    }
  });

  it('begin elsewhere for another name', () => {
    const first = (name: string) => alternatives(`广州市${name}百货店`, TODAY)[0];
    expect(
      new Set(['晨岚', '鹿鸣', '望潮', '听雨'].map((it) => first(it)?.slice(-4, -3))).size,
    ).toBeGreaterThan(1);
  });

  it('are never thrown off by what is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (it) => {
        expect(alternatives(it, TODAY).length).toBeLessThanOrEqual(24);
        expect(alternatives(`广州市${it}店`, TODAY).length).toBeLessThanOrEqual(24);
      }),
    );
    expect(nonStandard(alternatives('广州市晨岚百货店', TODAY).join(''))).toEqual([]);
  });
});
