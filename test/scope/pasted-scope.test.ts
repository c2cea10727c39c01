import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE_ITEMS } from '#functions/scope/catalogue.ts';
import { chooseScope, printedScope } from '#functions/scope/chosen-scope.ts';
import { pastedScope } from '#functions/scope/pasted-scope.ts';

const GENERAL = '（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）';
const LICENSED =
  '（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以相关部门批准文件或许可证件为准）';

describe('a pasted scope', () => {
  it.each([
    [
      `一般项目：软件开发；广告发布${GENERAL}许可项目：餐饮服务${LICENSED}`,
      '一般项目 and 许可项目',
    ],
    ['一般经营项目是：软件开发；广告发布。许可经营项目是：餐饮服务', 'as Shenzhen prints it'],
    ['许可项目:  软件开发;广告发布 ; 餐饮服务。', 'with half-width marks and blanks'],
    ['软件开发\n广告发布\r\n餐饮服务\n', 'by lines, without headings'],
    ['软件开发；广告发布；软件开发；餐饮服务；；', 'with one item twice and empty ones'],
    [
      `一般项目：软件开发；广告发布${GENERAL}许可项目：餐饮服务（依法须经批准的项目，经批准后方可开展经营活动）（不得从事国家和本市产业政策禁止和限制类项目的经营活动。）`,
      'with the note of Beijing',
    ],
  ])('is read %#', (text) => {
    expect(pastedScope(text)).toEqual(['软件开发', '广告发布', '餐饮服务']);
  });

  it.each([
    ['甲（一；二（三）；四）；乙', ['甲（一；二（三）；四）', '乙']],
    ['甲）；乙（一；二）', ['甲）', '乙（一；二）']],
    ['。甲。乙。', ['甲。乙']],
    [
      '食品销售（依法须经批准的项目，经相关部门批准后方可开展经营活动）软件开发',
      ['食品销售', '软件开发'],
    ],
  ])('%s is parted into %j', (text, wordings) => {
    expect(pastedScope(text)).toEqual(wordings);
  });

  it('is never parted at 、', () => {
    expect(pastedScope('广告设计、代理；技术服务、技术开发')).toEqual([
      '广告设计、代理',
      '技术服务、技术开发',
    ]);
  });

  it('keeps brackets with their wording, and what stands in them together', () => {
    expect(pastedScope('食品销售(仅销售预包装食品)；甲（乙；丙）；丁')).toEqual([
      '食品销售（仅销售预包装食品）',
      '甲（乙；丙）',
      '丁',
    ]);
  });

  it('is parted in spite of a bracket that nothing closes, or that nothing opened', () => {
    expect(pastedScope('甲（乙；丙')).toEqual(['甲（乙', '丙']);
    expect(pastedScope('甲）；乙；丙')).toEqual(['甲）', '乙', '丙']);
  });

  it('is read in a time that grows with its length, whatever its brackets and blanks', () => {
    const since = performance.now();
    expect(pastedScope('（；'.repeat(10_000)).length).toBe(1);
    expect(pastedScope(`甲${' '.repeat(20_000)}乙`).length).toBe(1);
    expect(performance.now() - since).toBeLessThan(200);
  });

  it('is nothing where nothing is said', () => {
    expect(pastedScope('')).toEqual([]);
    expect(pastedScope(`一般项目：${GENERAL}许可项目：。`)).toEqual([]);
  });

  it('gives back every item that was printed, the general ones first', () => {
    const some = fc.uniqueArray(fc.constantFrom(...CATALOGUE_ITEMS.map(({ item }) => item)));
    fc.assert(
      fc.property(some, (items) => {
        const order = [
          ...items.filter(({ kind }) => kind !== 'licensed'),
          ...items.filter(({ kind }) => kind === 'licensed'),
        ].map(({ wording }) => wording);
        const read = pastedScope(printedScope(items));
        expect(read).toEqual(order);
        expect(chooseScope({ items: read }, '2026-11-23').unknown).toEqual([]);
      }),
    );
  });

  it('is read whatever it is, without empty wordings', () => {
    const text = fc.string({ unit: fc.constantFrom(...'（）();；\n。、：一般许可项目甲') });
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (it) => {
        expect(pastedScope(it).filter((wording) => wording.trim() === '')).toEqual([]);
      }),
    );
  });
});
