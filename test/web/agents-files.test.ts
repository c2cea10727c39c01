import { describe, expect, it } from 'vitest';
import { readCell } from '#functions/batch/csv-cell.ts';
import { COLUMNS } from '#functions/batch/csv-columns.ts';
import { rowOf } from '#functions/batch/csv-row.ts';
import { readRow } from '#functions/batch/sent-row.ts';
import { formatOf, sizeInWords } from '#web/agents/chosen-file.ts';
import { csvOf } from '#web/agents/csv.ts';
import { outcomeOf } from '#web/agents/outcome.ts';
import { pauseMs } from '#web/agents/pause.ts';
import { rowFault } from '#web/agents/row-fault.ts';

describe('a file that an agent chooses', () => {
  const file = (name: string, size = 10) => ({ name, size });

  it.each([
    ['a.ndjson', 'NDJSON'],
    ['A.JSONL', 'NDJSON'],
    ['店铺.csv', 'CSV'],
  ])('called %s is %s', (name, format) => {
    expect(formatOf(file(name))).toEqual({ format });
  });

  it.each([
    [undefined, 'none'],
    [file('a.xlsx'), 'excel'],
    [file('a.pdf'), 'kind'],
    [file('csv.'), 'kind'],
    [file('a.csv', 0), 'empty'],
    [file('a.csv', 200_000_001), 'large'],
  ])('%j is not sent: %s', (chosen, wrong) => {
    expect(formatOf(chosen)).toEqual({ wrong });
  });

  it('has a size in words', () => {
    expect([0, 8_349, 1_500_000].map((bytes) => sizeInWords(bytes, 'en'))).toEqual([
      '0.1 kB',
      '8.3 kB',
      '1.5 MB',
    ]);
  });
});

describe('a batch under way', () => {
  it('is asked after less and less often, and every 30 seconds at last', () => {
    const pauses = [0, 1, 5, 10, 50].map(pauseMs);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect([pauses[0], pauses.at(-1)]).toEqual([1_000, 30_000]);
  });

  it('counts a row that is linked as such, and one that only a person can decide as referred', () => {
    expect(outcomeOf({ state: 'REGISTERED', linked: true })).toBe('linked');
    expect(outcomeOf({ state: 'REFUSED' })).toBe('referred');
    expect(outcomeOf({ state: 'DRAFT' })).toBe('signing');
  });
});

describe('results as a file', () => {
  it('hold no formula, whatever a row says', () => {
    const cells = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '\t=1', 'a,"b"\n=c', undefined, 7];
    expect(csvOf([cells])).toBe(`\uFEFF'=1+1,'+1,'-1,'@SUM(A1),'＝1,'\t=1,"a,""b""\n=c",,7\r\n`);
  });
});

describe('why a row could not be read', () => {
  const column = (key: string) => {
    const found = COLUMNS.find((it) => it.key === key);
    if (!found) throw new RangeError(`${key} is no column`);
    return found;
  };
  const ofCell = ([key, cell]: readonly [string, string]): string[] => {
    const read = readCell(column(key), cell);
    return 'fault' in read ? [read.fault] : [];
  };
  const ofRecord = (cells: Readonly<Record<string, string>>): string[] => {
    const read = rowOf(Object.keys(cells).map(column), Object.values(cells));
    return 'faults' in read ? read.faults.map(({ detail }) => detail) : [];
  };
  const ofLine = (line: string): string[] => {
    const read = readRow(line);
    return 'faults' in read ? read.faults.map(({ detail }) => detail) : [];
  };

  it('is told in the reader’s language, of a line and of a record', () => {
    const details = [
      ...ofLine('R-1;x'),
      ...ofLine('{"clientRowRef":"A B","form":{"colour":1,"name":7}}'),
      ...ofLine(`{"clientRowRef":"A","form":{"name":"${'长'.repeat(500)}"}}`),
      ...ofLine(' '.repeat(262_145)),
      ...(
        [
          ['name', '=1'],
          ['capital', '十万'],
          ['termYears', '二十'],
          ['promises.address', '也许'],
          ['approvals', '1|2|3|4|5|6|7|8'],
        ] as const
      ).flatMap(ofCell),
      ...ofRecord({ 'person1.roles': '皇帝' }),
      ...ofRecord({ 'person1.roles': '经营者', 'person2.roles': '经营者' }),
      ...ofRecord({ 'scope.bundle': 'B01', 'scope.items': 'B09' }),
      'ROW_REF_REUSED',
      '3 cells under 4 headers',
    ];
    expect(details.length).toBeGreaterThanOrEqual(15);
    expect(details.filter((detail) => rowFault(detail) === undefined)).toEqual([]);
    expect(new Set(details.map(rowFault)).size).toBe(16);
  });
});
