import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { System } from '#local/system.ts';
import {
  aCompanyOfToday,
  anIndividualBusinessOfToday,
  aSoleProprietorshipOfToday,
  aTradeName,
} from '#test/builders/a-form-of-today.ts';
import { type Agent, anAgent, type ReadBatch, type ReadRow } from './agent.ts';
import { aRunningSystem, eventually, PATIENT } from './running-system.ts';
import { storedItems } from './stored-items.ts';

/** More than one chunk: a chunk has 40 rows. */
const LAWFUL = 44;

let system: System;
let agent: Agent;
let stored: ReturnType<typeof storedItems>;
let file: string;
let first: ReadBatch;
let rows: ReadRow[];

beforeAll(async () => {
  system = await aRunningSystem();
  agent = await anAgent(system);
  stored = storedItems(system);
  file = await aFile();
  first = await agent.send(file);
  rows = await eventually(
    async () => (await agent.pages(first.id, 500)).flat(),
    (read) => read.every(({ state }) => state !== 'SUBMITTED'),
  );
}, PATIENT.timeout);
afterAll(async () => {
  stored?.close();
  await system?.stop();
});

/** Good rows, with bad ones, blank lines and repetitions among them. */
async function aFile(): Promise<string> {
  const lawful = await Promise.all(
    Array.from({ length: LAWFUL }, (_, index) => {
      const kinds = [anIndividualBusinessOfToday, aSoleProprietorshipOfToday, aCompanyOfToday];
      return agent.line(`R-${index}`, kinds[index % 3]?.() ?? aCompanyOfToday());
    }),
  );
  const doubtful = `广州市南沙区${aTradeName()}中国百货有限公司`;
  const another = anIndividualBusinessOfToday();
  return [
    lawful[0],
    '{"clientRowRef": "BROKEN", "form": {',
    'R-0;广州市南沙区;百货店',
    '',
    ...lawful.slice(1, 20),
    JSON.stringify({ clientRowRef: 'UNKNOWN-MEMBER', form: { ...another, colour: 'red' } }),
    JSON.stringify({ clientRowRef: 'WRONG-TYPE', form: { ...another, name: 7, people: [] } }),
    JSON.stringify({ clientRowRef: 'A B', form: another }),
    ...lawful.slice(20),
    lawful[3],
    await agent.line('R-4', anIndividualBusinessOfToday()),
    await agent.line('REFERRED', aCompanyOfToday({ name: doubtful })),
    await agent.line('RETURNED', aCompanyOfToday({ capital: { fen: 1, currency: 'CNY' } })),
    JSON.stringify({ clientRowRef: 'UNSIGNED', form: anIndividualBusinessOfToday() }),
    '   ',
  ].join('\n');
}

const EXPECTED = {
  registered: LAWFUL,
  returned: 1,
  referred: 1,
  signing: 1,
  unfinished: 0,
  invalid: 6,
  linked: 1,
};
const ALL = Object.values(EXPECTED).reduce((sum, count) => sum + count, 0);

const registered = async () => (await stored.register()).filter(({ sk }) => sk === 'BUSINESS');

describe('an agent’s file', PATIENT, () => {
  it('is taken in row by row, and a bad row stops none of the others', async () => {
    expect(first).toMatchObject({ state: 'CLOSED', rows: ALL, done: ALL, chunks: 2 });
    expect(await registered()).toHaveLength(LAWFUL);
    const good = rows.filter(
      ({ clientRowRef, state }) => /^R-/.test(clientRowRef ?? '') && state === 'REGISTERED',
    );
    expect(new Set(good.map(({ uscc }) => uscc)).size).toBe(LAWFUL);
  });

  it('tells of each row what could not be read, and where', () => {
    const invalid = rows.filter((it) => it.state === 'INVALID' && it.clientRowRef !== 'R-4');
    expect(
      invalid.map(({ row, clientRowRef, faults }) => [
        row,
        clientRowRef,
        faults?.map(({ pointer }) => pointer),
      ]),
    ).toEqual([
      [2, undefined, ['']],
      [3, undefined, ['']],
      [23, 'UNKNOWN-MEMBER', ['/form/colour']],
      [24, 'WRONG-TYPE', ['/form/name', '/form/people']],
      [25, undefined, ['/clientRowRef']],
    ]);
    // of two contents under one reference, in chunks that are taken in side by side, one wins
    const two = rows.filter(({ clientRowRef }) => clientRowRef === 'R-4');
    expect(two.map(({ state }) => state).toSorted()).toEqual(['INVALID', 'REGISTERED']);
    expect(two.find(({ state }) => state === 'INVALID')?.faults).toEqual([
      { pointer: '/clientRowRef', detail: 'ROW_REF_REUSED' },
    ]);
  });

  it('tells of each row where its application stands, with the findings', () => {
    const rowOf = (ref: string) => rows.findLast(({ clientRowRef }) => clientRowRef === ref);
    expect(rowOf('RETURNED')).toMatchObject({ state: 'RETURNED' });
    expect(rowOf('RETURNED')?.findings).toContainEqual(
      expect.objectContaining({ rule: 'CP-01', pointer: '/capital/fen' }),
    );
    expect(rowOf('REFERRED')).toMatchObject({ state: 'REFERRED' });
    expect(rowOf('REFERRED')?.findings).toContainEqual(expect.objectContaining({ rule: 'NM-07' }));
    expect(rowOf('UNSIGNED')).toMatchObject({ state: 'SIGNING', findings: [] });
  });

  it('links a row that was sent twice to its first application', () => {
    // chunks are taken in side by side, so either of the two may be the one that came first
    const both = rows.filter(({ clientRowRef }) => clientRowRef === 'R-3');
    const [sent, again] = both.toSorted((a, b) => Number(a.linked ?? 0) - Number(b.linked ?? 0));
    expect(both).toHaveLength(2);
    expect(again).toMatchObject({
      linked: true,
      state: 'REGISTERED',
      applicationId: sent?.applicationId,
      uscc: sent?.uscc,
    });
    expect(sent?.linked).toBeUndefined();
  });

  it('has counts that agree with its rows', () => {
    const count = (test: (row: ReadRow) => unknown) => rows.filter(test).length;
    const inState = (state: string) => count((it) => it.state === state && !it.linked);
    expect({
      registered: inState('REGISTERED'),
      returned: inState('RETURNED'),
      referred: inState('REFERRED'),
      signing: inState('SIGNING'),
      unfinished: inState('SUBMITTED'),
      invalid: inState('INVALID'),
      linked: count(({ linked }) => linked),
    }).toEqual(EXPECTED);
    expect(first.counts).toEqual(EXPECTED);
  });

  it('is read page by page: every row once and in order', async () => {
    const pages = await agent.pages(first.id, 7);
    expect(pages.slice(0, -1).every((page) => page.length === 7)).toBe(true);
    expect(pages.flat()).toEqual(rows);
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: ALL }, (_, at) => at + 1));
  });

  it('sent again as a second batch is linked throughout, and registers nothing twice', async () => {
    const before = await registered();
    const second = await agent.send(file);
    expect(second.id).not.toBe(first.id);
    expect(second).toMatchObject({
      state: 'CLOSED',
      rows: ALL,
      counts: { invalid: EXPECTED.invalid, linked: ALL - EXPECTED.invalid, registered: 0 },
    });
    expect(await registered()).toEqual(before);
    const again = (await agent.pages(second.id, 500)).flat();
    const told = (list: readonly ReadRow[]) => list.map(({ linked: _, ...row }) => row);
    expect(told(again)).toEqual(told(rows));
    expect(again.filter(({ linked }) => linked)).toHaveLength(ALL - EXPECTED.invalid);
  });
});
