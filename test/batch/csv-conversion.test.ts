import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incompleteness } from '#functions/application/complete-application.ts';
import type { ApplicationForm } from '#functions/application/form.ts';
import { COLUMNS, columnOf } from '#functions/batch/csv-columns.ts';
import { FaultyFile, ndjsonOf } from '#functions/batch/csv-conversion.ts';
import { readConvertedRow } from '#functions/batch/sent-row.ts';
import { aForm, anIndividualBusiness, aSoleProprietorship, atHost } from '#test/builders/a-form.ts';
import { type AgentsRow, csvOf } from './csv-file.ts';
import { signatures } from './sent-rows.ts';

async function* inPieces(text: string, size = 7): AsyncGenerator<string> {
  const characters = [...text];
  for (let from = 0; from < characters.length; from += size)
    yield characters.slice(from, from + size).join('');
}

/** The canonical lines of a file, as JSON. */
async function converted(text: string, size?: number): Promise<unknown[]> {
  let lines = '';
  for await (const block of ndjsonOf(inPieces(text, size)))
    lines += new TextDecoder().decode(block);
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

const rowsOf = (...forms: ApplicationForm[]): AgentsRow[] =>
  forms.map((form, index) => ({ clientRowRef: `row-${index + 1}`, form, signatures }));
const FORMS = [
  anIndividualBusiness(),
  anIndividualBusiness({
    operation: 'FAMILY',
    roles: { operator: 'p1', family: ['p2', 'p3'], liaison: 'p1' },
    scope: { items: ['日用百货销售', '广告设计、代理'], without: ['箱包销售'] },
  }),
  aSoleProprietorship({ householdProperty: true }),
  aForm(),
  aForm(atHost),
  aForm({
    scope: { bundle: { id: 'B07', version: '2026-11' }, items: ['食品进出口'] },
    filings: [
      { item: '保健食品（预包装）销售', channels: ['ONLINE', 'RETAIL'], products: '鱼油' },
      {
        item: '食品销售（仅销售预包装食品）',
        channels: ['ONLINE'],
        products: '零食',
        storedAt: '广州市南沙区听涛路3号',
      },
    ],
  }),
  aForm({
    scope: { items: ['出版物印刷', '烟花爆竹零售'] },
    approvals: [
      {
        item: '出版物印刷',
        number: '粤印准字〔2026〕88号',
        authority: '广东省新闻出版局',
        holder: '林清禾',
        address: '广州市南沙区听涛路3号',
        issued: '2026-10-08',
        until: '2027-10-07',
      },
      { item: '烟花爆竹零售', number: '穗烟批2026-9' },
    ],
  }),
  aForm({
    termYears: 20,
    mandate: {
      agent: '启航示例登记代理有限公司',
      acts: ['ESTABLISHMENT', 'CHANGE'],
      from: '2026-11-01',
      until: '2027-01-31',
      corrections: false,
    },
    promises: { address: true, similarName: false },
  }),
];

describe('a CSV file', () => {
  it.each([
    { headers: 'key', newline: '\n', quoted: false },
    { headers: 'zh', newline: '\r\n', quoted: false },
    { headers: 'zh', newline: '\n', quoted: true },
  ] as const)('says the same as NDJSON ($headers, quoted $quoted)', async (written) => {
    const rows = rowsOf(...FORMS);
    expect(await converted(csvOf(rows, written))).toEqual(rows);
  });

  it('says the same in whatever pieces it comes', async () => {
    const text = csvOf(rowsOf(...FORMS), { headers: 'zh', newline: '\r\n' });
    const whole = await converted(text, 1e6);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300 }), async (size) => {
        expect(await converted(text, size)).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  it('holds any text of a cell as it was: quotes, commas, new lines, rare characters', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
      .map((it) => it.trim())
      .filter((it) => it !== '' && !/^[=+\-@＝＋－＠]/.test(it));
    await fc.assert(
      fc.asyncProperty(text, fc.boolean(), async (address, quoted) => {
        const rows = rowsOf(anIndividualBusiness({ premises: { kind: 'OWN', address } }));
        expect(await converted(csvOf(rows, { quoted }), 5)).toEqual(rows);
      }),
    );
  });

  it('may have blank lines and lines of empty cells, which are no rows', async () => {
    const text = 'clientRowRef,name\n\na,甲\n,\n\n  \nb,乙\n,\n';
    expect(await converted(text)).toMatchObject([{ clientRowRef: 'a' }, { clientRowRef: 'b' }]);
  });

  it('has one English and one Chinese header for each column, all different', () => {
    const headers = COLUMNS.flatMap(({ key, zh }) => [key, zh]);
    expect(new Set(headers.map((it) => it.normalize('NFKC'))).size).toBe(headers.length);
    for (const column of COLUMNS) {
      expect(columnOf(` ${column.zh} `)).toBe(column);
      expect(columnOf(column.key)).toBe(column);
    }
    expect(columnOf('注册资本(元)')?.key).toBe('capital');
  });

  it('leads every column to a member that the form has', async () => {
    const cells = COLUMNS.map(({ kind, words }) => {
      if (kind === 'YUAN' || kind === 'NUMBER') return '1';
      if (kind === 'TRUTH') return '是';
      if (kind === 'DATE') return '2026-11-23';
      if (kind === 'ROLES') return '董事';
      return Object.keys(words ?? {})[0] ?? 'x';
    });
    const [row] = await converted(`${COLUMNS.map(({ zh }) => zh).join(',')}\n${cells.join(',')}\n`);
    const read = readConvertedRow(JSON.stringify(row));
    expect(read).toMatchObject({ row: { clientRowRef: 'x' } });
    if ('row' in read) expect(Object.keys(read.row.form.people ?? {})).toHaveLength(10);
  });
});

describe('a cell', () => {
  const readAs = async (header: string, cell: string) => {
    const [row] = await converted(`clientRowRef,${header}\nr,"${cell}"\n`);
    return row;
  };
  it.each([
    ['capital', '100000', { capital: { fen: 10_000_000, currency: 'CNY' } }],
    ['capital', '1,000,000.5', { capital: { fen: 100_000_050, currency: 'CNY' } }],
    ['注册资本（元）', '５０００元', { capital: { fen: 500_000, currency: 'CNY' } }],
    ['capital', '0.29', { capital: { fen: 29, currency: 'CNY' } }],
    ['termYears', '２０', { termYears: 20 }],
    [
      'person1.contributionDue',
      '2030年1月5日',
      { shareholders: [{ person: 'p1', due: '2030-01-05' }] },
    ],
    [
      'person1.contributionDue',
      '2030/12/31',
      { shareholders: [{ person: 'p1', due: '2030-12-31' }] },
    ],
    ['person1.contributionDue', '尽快', { shareholders: [{ person: 'p1', due: '尽快' }] }],
    ['type', '个体工商户', { type: 'INDIVIDUAL_BUSINESS' }],
    ['type', 'LIMITED_COMPANY', { type: 'LIMITED_COMPANY' }],
    ['type', '合伙企业', { type: '合伙企业' }],
    ['householdProperty', '否', { householdProperty: false }],
    [
      'scope.items',
      '广告设计、代理；日用品销售\n 箱包销售',
      { scope: { items: ['广告设计、代理', '日用品销售', '箱包销售'] } },
    ],
    [
      '经营项目',
      '一般项目：广告设计、代理；食品进出口（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）许可项目：餐饮服务（依法须经批准的项目，经相关部门批准后方可开展经营活动）',
      { scope: { items: ['广告设计、代理', '食品进出口', '餐饮服务'] } },
    ],
    [
      'scope.items',
      '食品销售(仅销售预包装食品);互联网销售（除销售需要许可的商品；不含甲）',
      {
        scope: {
          items: ['食品销售（仅销售预包装食品）', '互联网销售（除销售需要许可的商品；不含甲）'],
        },
      },
    ],
    [
      'scope.items',
      '直播电商·店播基础包；玩具销售',
      { scope: { bundle: { id: 'B01' }, items: ['玩具销售'] } },
    ],
    ['scope.items', 'B01', { scope: { bundle: { id: 'B01' } } }],
    ['scope.bundle', '直播电商·店播基础包', { scope: { bundle: { id: 'B01' } } }],
    ['scope.bundle', '未来的包', { scope: { bundle: { id: '未来的包' } } }],
    [
      'scope.without',
      '箱包销售；广告设计、代理',
      { scope: { without: ['箱包销售', '广告设计、代理'] } },
    ],
    ['备案1经营方式', '网络、零售', { filings: [{ item: '', channels: ['ONLINE', 'RETAIL'] }] }],
    [
      'filing2.channels',
      'VENDING;无人机',
      { filings: [{ item: '', channels: ['VENDING', '无人机'] }] },
    ],
    [
      '前置批准文件',
      '出版物印刷｜粤印准字1号｜ ｜林清禾｜2026年10月8日；|穗2号',
      {
        approvals: [
          { item: '出版物印刷', number: '粤印准字1号', holder: '林清禾', issued: '2026-10-08' },
          { item: '', number: '穗2号' },
        ],
      },
    ],
    ['person2.phone', '+852 2345 6789', { people: { p2: { phone: '+852 2345 6789' } } }],
    [
      'person1.roles',
      '法定代表人、经理',
      { roles: { legalRepresentative: 'p1', managers: ['p1'] } },
    ],
  ])('of %s that says %s is read', async (header, cell, form) => {
    expect(await readAs(header, cell)).toEqual({ clientRowRef: 'r', form, signatures: [] });
  });

  it.each([
    ['name', '=HYPERLINK(1)', /formula/],
    ['name', '@SUM(A1)', /formula/],
    ['name', '+1', /formula/],
    ['name', '-1', /formula/],
    ['name', '＝1', /formula/],
    ['住所', ' =1', /formula/],
    ['scope.items', '甲;=1', /formula/],
    ['scope.without', '甲;=1', /formula/],
    ['scope.items', 'B01；服饰鞋包', /another bundle/],
    ['approvals', '出版物印刷|=1', /formula/],
    ['approvals', '甲|1|乙|丙|2026-01-01|2027-01-01|某地|多', /more than 7 parts/],
    ['person1.phone', '+cmd', /formula/],
    ['capital', '十万', /amount/],
    ['capital', '1.234', /amount/],
    ['capital', '-5', /amount/],
    ['capital', '1,00,0', /amount/],
    ['premises.place', '3.5', /whole number/],
    ['householdProperty', '也许', /yes nor no/],
    ['person1.roles', '掌柜', /not a role/],
  ])('of %s that says %s is the row’s fault, and is not repeated', async (header, cell, says) => {
    const row = await readAs(header, cell);
    const column = columnOf(header)?.key;
    expect(row).toEqual({
      clientRowRef: 'r',
      faults: [{ pointer: `#column/${column}`, detail: expect.stringMatching(says) }],
    });
    expect(JSON.stringify(row)).not.toContain(cell.trim());
    expect(readConvertedRow(JSON.stringify(row))).toEqual(row);
  });

  it('that is wrong is told together with all others of its row, and stops no other row', async () => {
    const rows = await converted(
      'clientRowRef,name,capital,termYears,person1.roles,person2.roles\n' +
        'a,=1,x,y,经营者,经营者\nb,甲,1,2,经营者,\nc,甲\n',
    );
    expect(rows).toMatchObject([
      {
        faults: [
          { pointer: '#column/name' },
          { pointer: '#column/capital' },
          { pointer: '#column/termYears' },
          { pointer: '#column/person2.roles', detail: 'two persons as operator' },
        ],
      },
      { clientRowRef: 'b', form: { name: '甲' } },
      { clientRowRef: 'c', faults: [{ pointer: '', detail: '2 cells under 6 headers' }] },
    ]);
  });

  it('names the bundle that is chosen once more, or another, which is a fault of the row', async () => {
    const rows = await converted(
      'clientRowRef,scope.items,scope.bundle\na,直播电商·店播基础包;玩具销售,B01\nb,服饰鞋包,B01\nc,玩具销售,B01\n',
    );
    expect(rows).toMatchObject([
      { form: { scope: { bundle: { id: 'B01' }, items: ['玩具销售'] } } },
      { faults: [{ pointer: '#column/scope.items' }] },
      { form: { scope: { bundle: { id: 'B01' }, items: ['玩具销售'] } } },
    ]);
  });

  it('of a filing without its item is for the review, which asks for it', async () => {
    const [row] = await converted('clientRowRef,filing3.products\na,零食\n');
    const read = readConvertedRow(JSON.stringify(row));
    expect(read).toMatchObject({ row: { form: { filings: [{ item: '', products: '零食' }] } } });
    if ('row' in read)
      expect(incompleteness(read.row.form).map(({ pointer }) => pointer)).toEqual(
        expect.arrayContaining(['/filings/0/item', '/filings/0/channels']),
      );
  });

  it('too many make a ragged row, which is a fault too', async () => {
    expect(await converted('clientRowRef,name\na,甲,乙\n')).toEqual([
      { clientRowRef: 'a', faults: [{ pointer: '', detail: '3 cells under 2 headers' }] },
    ]);
  });
});

describe('a file that is no table', () => {
  const H = 'clientRowRef,name\n';
  it.each([
    ['HEADER_DUPLICATE', 'clientRowRef,name,名称\na,甲,乙\n', 1, 3],
    ['HEADER_UNKNOWN', 'clientRowRef,姓\na,甲\n', 1, 2],
    ['HEADER_UNKNOWN', 'clientRowRef,\na,甲\n', 1, 2],
    ['HEADER_UNKNOWN', 'clientRowRef;name\na;甲\n', 1, 1],
    ['HEADER_MISSING', 'name,type\n甲,乙\n', 1, undefined],
    ['QUOTE_NOT_CLOSED', `${H}a,甲\nb,"乙\nc,丙\n`, 3, undefined],
    ['QUOTE_NOT_CLOSED', `${H}b,"乙\n${'c,丙\n'.repeat(100_000)}`, 2, undefined],
    ['QUOTE_MISPLACED', `${H}a,甲\nb,乙"丙\n`, 3, undefined],
    ['QUOTE_MISPLACED', `${H}a,"甲"乙\n`, 2, undefined],
    ['LINE_TOO_LONG', `${H}a,${'甲'.repeat(200_000)}\n`, 2, undefined],
  ] as const)('is told as %s, with its line', async (fault, text, line, column) => {
    const caught = await converted(text, 10_000).catch((error) => error);
    expect(caught).toBeInstanceOf(FaultyFile);
    expect(caught).toMatchObject({ fault, line });
    expect(caught.column).toBe(column);
    expect(caught.message).not.toMatch(/甲|乙/);
  });
});
