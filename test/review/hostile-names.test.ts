import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { review } from '#functions/review/review.ts';
import { DEFECT } from '#functions/review/rule.ts';
import { aForm } from '#test/builders/a-form.ts';
import { reviewFacts } from '#test/builders/review-facts.ts';

const told = (name: string) =>
  review(reviewFacts({ form: { ...aForm(), name }, nearNames: [] })).findings.map(
    ({ rule, says, found }) => [rule, says, found?.characters].join(' ').trimEnd(),
  );

describe('a hostile name', () => {
  it.each([
    ['bidirectional overrides', '广州市南沙区\u202e晨岚百货有限公司', 'U+202E'],
    ['isolates', '广州市南沙区晨岚\u2066百货有限公司\u2069', 'U+2066 U+2069'],
    ['zero-width characters', '广州市\u200b南沙区晨\u200d岚百货有限公司', 'U+200B U+200D'],
    ['a variation selector', '广州市南沙区晨岚\ufe0f百货有限公司', 'U+FE0F'],
    ['full-width digits', '广州市南沙区晨岚７百货有限公司', 'U+FF17'],
    ['an ideographic space', '广州市南沙区晨岚　百货有限公司', 'U+3000'],
    ['Cyrillic for Latin', '广州市南沙区晨А百货有限公司', 'U+0410'],
    ['a Kangxi radical', '广州市南沙区晨\u2f54百货有限公司', 'U+2F54'],
    ['an emoji', '广州市南沙区晨岚😀百货有限公司', 'U+1F600'],
    ['a control character', '广州市南沙区晨岚\u0000百货有限公司', 'U+0000'],
    ['half-width brackets', '晨岚百货(广州)有限公司', '( )'],
  ])('with %s is answered with what it holds, and nothing else', (_, name, characters) => {
    expect(told(name)).toEqual([`NM-01 CHARACTERS ${characters}`]);
  });

  it.each([
    ['in traditional characters', '廣州市南沙區晨嵐百貨有限責任公司', '廣 區 嵐 貨 責'],
    [
      'with a character of four bytes that is no standard one',
      '广州市南沙区晨𠀀百货有限公司',
      '𠀀',
    ],
    ['with a Japanese form', '广州市南沙区晨気百货有限公司', '気'],
  ])('%s is answered with the characters to write otherwise', (_, name, characters) => {
    expect(told(name)).toEqual([`NM-01 NOT_STANDARD ${characters}`]);
  });

  it('shows five of the characters that are wrong', () => {
    expect(told('广州市南沙区晨ABCDEF百货有限公司')).toEqual(['NM-01 CHARACTERS A B C D E']);
  });

  it('with a standard character of four bytes, or one in compatibility form, is in order', () => {
    expect(told('广州市南沙区晨𬭚百货有限公司')).toEqual([]);
    expect(told('广州市南沙区晨\uf98a百货有限公司')).toEqual([]); // 力, composed by NFC
  });

  it('of ten thousand characters is answered at once', () => {
    const long = `广州市南沙区${'晨岚'.repeat(5_000)}百货有限公司`;
    expect(told(long)).toEqual([]);
    expect(told('（'.repeat(10_000))).toContain('NM-01 DIVISION');
    expect(told('\u202e'.repeat(10_000))).toContain('NM-01 CHARACTERS U+202E');
  });

  it('never makes a rule fail, whatever it is', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '广州',
        '广州市',
        '南沙区',
        '南沙',
        '中国',
        '百货',
        '有限公司',
        '店',
        '（',
        '）',
        '廣',
        '\u202e',
        '\u200b',
        'А',
        '７',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { findings } = review(reviewFacts({ form: aForm({ name: pieces.join('') }) }));
        expect(findings.filter(({ says }) => says === DEFECT)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
