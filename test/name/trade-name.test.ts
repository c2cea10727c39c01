import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INDUSTRY_WORDS } from '#functions/name/industry-words.ts';
import { asMeant } from '#functions/name/name-characters.ts';
import { NAME_DIVISIONS } from '#functions/name/place-names.ts';
import { industryOf, nameKey, parseName } from '#functions/name/trade-name.ts';
import { CATALOGUE_ITEMS } from '#functions/scope/catalogue.ts';

const partsOf = (text: string): (string | undefined)[] => {
  const { division, tradeName, industry, form } = parseName(text);
  return [division, tradeName, industry?.word, form];
};

describe('a name', () => {
  it.each([
    ['广州市南沙区晨岚百货店', ['广州市南沙区', '晨岚', '百货', '店']],
    ['广州市晨岚电子商务有限公司', ['广州市', '晨岚', '电子商务', '有限公司']],
    ['广州晨岚供应链管理有限责任公司', ['广州', '晨岚', '供应链管理', '有限责任公司']],
    ['广州南沙区晨岚信息科技有限公司', ['广州南沙区', '晨岚', '信息科技', '有限公司']],
    ['广东省广州市天河区晨岚文化传媒工作室', ['广东省广州市天河区', '晨岚', '文化传媒', '工作室']],
    ['广东广州市晨岚服装商店', ['广东广州市', '晨岚', '服装', '商店']],
    ['广东广州黄埔晨岚服装商店', ['广东广州黄埔', '晨岚', '服装', '商店']],
    ['广东省晨岚服装商店', ['广东省', '晨岚', '服装', '商店']],
    ['南沙区晨岚百货店', ['南沙区', '晨岚', '百货', '店']],
    ['深圳市南山区晨岚软件有限公司', ['深圳市南山区', '晨岚', '软件', '有限公司']],
    ['湖南晨岚贸易有限公司', ['湖南', '晨岚', '贸易', '有限公司']],
    ['广州白云山下美食馆', ['广州', '白云山下', '美食', '馆']],
    ['晨岚百货（广州）有限公司', ['广州', '晨岚', '百货', '有限公司']],
    ['晨岚（广州市南沙区）百货店', ['广州市南沙区', '晨岚', '百货', '店']],
    ['（广州）晨岚百货店', [undefined, '（广州）晨岚', '百货', '店']],
    ['广州晨岚（中国）有限公司', ['广州', '晨岚（中国）', undefined, '有限公司']],
    ['广州市晨岚服装销售部', ['广州市', '晨岚', '服装', '销售部']],
    ['广州市晨岚网络销售部', ['广州市', '晨岚', '网络销售', '部']],
    ['广州市晨岚食品加工厂', ['广州市', '晨岚', '食品加工', '厂']],
    ['广州市晨岚旅行社', ['广州市', '晨岚', '旅行', '社']],
    ['广州市晨岚有限公司', ['广州市', '晨岚', undefined, '有限公司']],
    ['广州市晨岚百货', ['广州市', '晨岚', '百货', undefined]],
    ['广州市百货店', ['广州市', undefined, '百货', '店']],
    ['晨岚', [undefined, '晨岚', undefined, undefined]],
    ['店', [undefined, undefined, undefined, '店']],
    ['广州南沙晨岚百货店', ['广州南沙', '晨岚', '百货', '店']],
    ['广东省广州市黄埔晨岚百货店', ['广东省广州市黄埔', '晨岚', '百货', '店']],
    ['广州海珠晨百货店', ['广州', '海珠晨', '百货', '店']],
    ['广州南沙百货店', ['广州', '南沙', '百货', '店']],
    ['南沙晨岚百货店', [undefined, '南沙晨岚', '百货', '店']],
    ['晨岚（广州南沙）百货店', [undefined, '晨岚（广州南沙）', '百货', '店']],
    ['晨岚百货(广州)有限公司', ['广州', '晨岚', '百货', '有限公司']],
    ['廣州市南沙區晨嵐百貨有限責任公司', ['广州市南沙区', '晨嵐', '百货', '有限责任公司']],
    ['广\u200b州 市南沙区晨\u202e岚百货店', ['广州市南沙区', '晨岚', '百货', '店']],
    ['广州市南沙区张三百货店', ['广州市南沙区', '张三', '百货', '店']],
    ['\u200b\u202e', [undefined, undefined, undefined, undefined]],
    ['', [undefined, undefined, undefined, undefined]],
  ])('%s has the parts %j', (text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });

  it('tells the class of its industry word and the key of its 字号', () => {
    expect(parseName('广州市Ｍｏｏｎ晨岚百货店')).toEqual({
      text: '广州市Ｍｏｏｎ晨岚百货店',
      division: '广州市',
      tradeName: 'Moon晨岚',
      key: 'moon晨岚',
      industry: { word: '百货', class: 'F52' },
      form: '店',
    });
  });

  it('is its parts, joined, whatever it is', () => {
    const piece = fc.oneof(
      fc.constantFrom(...NAME_DIVISIONS),
      fc.constantFrom(...INDUSTRY_WORDS.keys()),
      fc.constantFrom('有限公司', '店', '有限责任公司', '工作室', '晨岚', '中国', '·'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join('');
        fc.pre(!asMeant(text).includes('（'));
        const name = parseName(text);
        expect(partsOf(text).join('')).toBe(asMeant(text));
        expect(name.text).toBe(text.normalize('NFC'));
        expect(name.key === undefined).toBe(name.tradeName === undefined);
      }),
    );
  });

  it('is read whatever is written, however long, and asks for no card under a key that is too long', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '\u202e',
        '\u200b',
        '（',
        '）',
        '７',
        'А',
        '⽔',
        '𠮷',
        '嵐',
        '百貨',
        '有限公司',
        '\ufdfa',
      ),
    );
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 20 }), fc.nat(300), (pieces, times) => {
        const { key = '' } = parseName(pieces.join('') + '晨'.repeat(times));
        expect(key.length).toBeLessThanOrEqual(200);
      }),
    );
    expect(parseName('晨'.repeat(200)).key).toHaveLength(200);
    expect(parseName('晨'.repeat(201))).toMatchObject({ tradeName: '晨'.repeat(201) });
    expect(parseName('晨'.repeat(201)).key).toBeUndefined();
    expect(parseName('\ufdfa'.repeat(20)).key).toBeUndefined();
    expect(parseName(`广州市${'（晨'.repeat(5_000)}店`).form).toBe('店');
  });

  it('gives back the parts that it was made of', () => {
    const made = fc.record({
      division: fc.constantFrom('广州市', '广州', '广州市南沙区', '广州番禺区', '广东省'),
      tradeName: fc.constantFrom('晨岚', '鹿鸣溪', '望潮'),
      word: fc.constantFrom(...INDUSTRY_WORDS.keys()),
      form: fc.constantFrom(
        '有限公司',
        '有限责任公司',
        '店',
        '馆',
        '部',
        '行',
        '中心',
        '工作室',
        '商店',
      ),
    });
    fc.assert(
      fc.property(made, ({ division, tradeName, word, form }) => {
        expect(partsOf(division + tradeName + word + form)).toEqual([
          division,
          tradeName,
          word,
          form,
        ]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the industry of a name', () => {
  it('is its class prefix, cut to the digits that count', () => {
    const name = parseName('广州市晨岚百货店');
    expect(([1, 2, 3, 4] as const).map((digits) => industryOf(name, digits))).toEqual([
      ...['F5', 'F52', 'F52', 'F52'],
    ]);
  });

  it('is * without an industry word', () => {
    expect(industryOf(parseName('广州市晨岚有限公司'), 2)).toBe('*');
  });

  it('has a word for every division that a scope item belongs to', () => {
    const told = new Set(INDUSTRY_WORDS.values());
    const used = new Set(CATALOGUE_ITEMS.map(({ item }) => item.class.slice(0, 3)));
    expect([...used].filter((it) => !told.has(it))).toEqual([]);
  });

  it.each([
    ['百货', 'F52'],
    ['服饰', 'F52'],
    ['电子商务', 'F52'],
    ['贸易', 'F51'],
    ['供应链管理', 'L72'],
    ['文化传媒', 'R90'],
    ['信息技术', 'I65'],
  ])('of %s is %s', (word, division) => {
    expect(INDUSTRY_WORDS.get(word)).toBe(division);
  });
});

describe('a 字号', () => {
  it.each([
    ['ＡＢＣ晨岚', 'abc晨岚'],
    [' 晨　岚 ', '晨岚'],
    ['晨岚', '晨岚'],
  ])('%j is found by the key %j', (tradeName, key) => {
    expect(nameKey(tradeName)).toBe(key);
  });

  it('has a key that is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (it) => nameKey(nameKey(it)) === nameKey(it)),
    );
  });
});
