import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { System } from '#local/system.ts';
import { anIndividualBusinessOfToday } from '#test/builders/a-form-of-today.ts';
import { type Agent, anAgent } from './agent.ts';
import { ifMatch, problemOf } from './api.ts';
import { aRunningSystem, PATIENT } from './running-system.ts';
import { storedItems } from './stored-items.ts';

let system: System;
let agent: Agent;
let stored: ReturnType<typeof storedItems>;
let good: string;
beforeAll(async () => {
  system = await aRunningSystem();
  agent = await anAgent(system);
  stored = storedItems(system);
  good = `${await agent.line('GOOD-1', anIndividualBusinessOfToday())}\n`;
}, PATIENT.timeout);
afterAll(async () => {
  stored?.close();
  await system?.stop();
});

/** Whatever is stored but batches themselves, the agent’s standing and what a key was used for. */
const businesses = async () =>
  (await stored.all()).filter(
    (item) => !/"pk":"(AGENT#|BATCH#|IDEMPOTENCY#|STATISTICS)/.test(item),
  );

const BAD_FILES: [string, () => Parameters<Agent['send']>, object][] = [
  ['that is cut off', () => [good + good.slice(0, 300)], { fault: 'CUT_OFF', line: 2 }],
  ['that is cut off within a character', () => [cutWithinCharacter()], { fault: 'NOT_TEXT' }],
  ['of spaces and line ends only', () => [' \n\r\n\n'], { fault: 'EMPTY' }],
  ['of nothing but a byte order mark', () => ['\uFEFF'], { fault: 'EMPTY' }],
  ['that is not text', () => [Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0])], { fault: 'NOT_TEXT' }],
  [
    'that is text of another kind',
    () => [Buffer.from('\uFEFF{}', 'utf16le')],
    { fault: 'NOT_TEXT' },
  ],
  ['longer than announced', () => [good, good.length - 5], { fault: 'SIZE_DIFFERS' }],
  ['shorter than announced', () => [good, 5_000_000], { fault: 'SIZE_DIFFERS' }],
  ['with no bytes at all', () => ['', 10], { fault: 'SIZE_DIFFERS' }],
  ['that never came', () => [undefined], { fault: 'NOT_FOUND' }],
  ['with an endless line', () => ['x'.repeat(300_001)], { fault: 'LINE_TOO_LONG', line: 1 }],
];

describe('a file', PATIENT, () => {
  it.each(BAD_FILES)('%s is rejected with the reason', async (_, sent, reason) => {
    const before = await businesses();
    const batch = await agent.send(...sent());
    expect(batch).toMatchObject({ state: 'REJECTED', done: 0, ...reason });
    expect(await agent.pages(batch.id, 50)).toEqual([[]]);
    expect(await businesses()).toEqual(before);
    const again = await agent.submit(batch);
    expect(problemOf(again)).toMatchObject({ status: 409, slug: 'not-in-this-state' });
  });

  it('that is in order is taken in after all these', async () => {
    expect(await agent.send(good)).toMatchObject({ state: 'CLOSED', counts: { registered: 1 } });
  });
});

const cutWithinCharacter = () => {
  const bytes = Buffer.from(good);
  return Buffer.from(bytes.subarray(0, bytes.indexOf('广') + 1));
};

describe('a batch', PATIENT, () => {
  it.each([
    [{ format: 'XLSX', bytes: 10 }, ['/format']],
    [{ format: 'NDJSON', bytes: 0 }, ['/bytes']],
    [{ format: 'NDJSON', bytes: 200_000_001 }, ['/bytes']],
    [{ format: 'NDJSON', bytes: 1.5 }, ['/bytes']],
    [{ format: 'NDJSON' }, ['/bytes']],
  ])('announced as %j is refused, with the place', async (body, pointers) => {
    const before = await stored.all();
    const answer = await agent.api.post('/v1/batches', body, { 'idempotency-key': 'k' });
    expect(problemOf(answer)).toEqual({ status: 400, slug: 'invalid-request', pointers });
    expect(await stored.all()).toEqual(before);
  });

  it('of another agent does not exist', async () => {
    const { id, version } = await agent.create(10);
    const stranger = await anAgent(system, 'agent-lanting');
    const before = await stored.all();
    for (const answer of [
      await stranger.api.get(`/v1/batches/${id}`),
      await stranger.api.get(`/v1/batches/${id}/rows`),
      await stranger.submit({ id, version }),
      await stranger.submit({ id: 'ba_01JZZZZZZZZZZZZZZZZZZZZZZZ', version }),
      await stranger.submit({ id: 'ba_1', version }),
    ])
      expect(problemOf(answer)).toEqual({ status: 404, slug: 'not-found', pointers: [] });
    expect(await stored.all()).toEqual(before);
    expect((await stranger.api.get('/v1/batches')).body).toEqual({ batches: [] });
  });

  it('is asked for with cursors that we gave', async () => {
    const { id } = await agent.create(10);
    const answer = await agent.api.get(`/v1/batches/${id}/rows?cursor=1.2.3`, ifMatch(1));
    expect(problemOf(answer)).toEqual({
      status: 400,
      slug: 'invalid-request',
      pointers: ['#query/cursor'],
    });
  });
});
