import { describe, expect, it } from 'vitest';
import { aForm } from '#test/builders/a-form.ts';
import { differences, valueAt } from '#web/desk/differences.ts';

describe('the differences of two versions of a form', () => {
  it('are none of the same content, whatever the order of its members', () => {
    const { name, ...others } = aForm();
    expect(differences(aForm(), { ...others, name })).toEqual([]);
  });

  it('are told member by member, what came and what went included', () => {
    const before = { name: '旧名', capital: { fen: 100, currency: 'CNY' }, termYears: 10 };
    const after = { name: '新名', capital: { fen: 200, currency: 'CNY' }, operation: 'FAMILY' };
    expect(differences(before, after)).toEqual([
      { pointer: '/name', before: '旧名', after: '新名' },
      { pointer: '/capital/fen', before: 100, after: 200 },
      { pointer: '/operation', before: undefined, after: 'FAMILY' },
      { pointer: '/termYears', before: 10, after: undefined },
    ]);
  });

  it('of lists of words are what was taken out and put in, not every place behind it', () => {
    const of = (items: string[]) => ({ scope: { items } });
    expect(differences(of(['甲', '乙', '丙']), of(['丁', '甲', '丙']))).toEqual([
      { pointer: '/scope/items', before: ['乙'], after: ['丁'] },
    ]);
    expect(differences(of(['甲', '乙']), of(['乙', '甲']))).toEqual([
      { pointer: '/scope/items', before: ['甲', '乙'], after: ['乙', '甲'] },
    ]);
    expect(differences(of(['甲', '甲']), of(['甲']))).toHaveLength(1);
  });

  it('of other lists are told place by place', () => {
    const of = (...fen: number[]) => ({ shareholders: fen.map((it) => ({ fen: it })) });
    expect(differences(of(1, 2), of(1, 3, 4))).toEqual([
      { pointer: '/shareholders/1/fen', before: 2, after: 3 },
      { pointer: '/shareholders/2', before: undefined, after: { fen: 4 } },
    ]);
  });

  it('are whole where one kind of value becomes another', () => {
    expect(differences({ place: ['甲'] }, { place: '甲' })).toEqual([
      { pointer: '/place', before: ['甲'], after: '甲' },
    ]);
  });

  it('lead to what stands there, by names that need escaping too', () => {
    const [before, after] = [{ 'a/b': { '~': 1 } }, { 'a/b': { '~': 2 } }];
    const [difference] = differences(before, after);
    expect(difference?.pointer).toBe('/a~1b/~0');
    expect(valueAt(after, difference?.pointer ?? '')).toBe(2);
  });
});

describe('the value at a place of a form', () => {
  it('is found in members and lists, and is nothing where there is no such place', () => {
    const form = aForm();
    expect(valueAt(form, '/name')).toBe(form.name);
    expect(valueAt(form, '/shareholders/1/person')).toBe('p2');
    expect(valueAt(form, '')).toBe(form);
    for (const nowhere of [
      '/name/x',
      '/shareholders/9/person',
      '/toString',
      '/people/p1/constructor',
    ])
      expect(valueAt(form, nowhere)).toBeUndefined();
  });
});
