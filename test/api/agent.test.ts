import { describe, expect, it } from 'vitest';
import { AGENT_ROUTES } from '#functions/api/agent.routes.ts';
import { agentUseCases } from '#functions/api/agent.ts';
import type { RowStanding } from '#functions/api/batch-view.ts';
import { httpHandler } from '#functions/api/http.handler.ts';
import { idempotentIds } from '#functions/api/idempotency.store.ts';
import { batchStore } from '#functions/batch/batch.store.ts';
import type { Row } from '#functions/batch/batch.ts';
import { recountStore } from '#functions/batch/recount.store.ts';
import { recount } from '#functions/batch/recount.ts';
import { rowLedger } from '#functions/batch/row-ledger.store.ts';
import { statesOf } from '#functions/batch/standings.store.ts';
import type { Finding } from '#functions/review/review.ts';
import { newId } from '#functions/runtime/draws.ts';
import { BatchId } from '#functions/shared/ids.ts';
import { readRules } from '#rules/read-rules.ts';
import { aBatch, aChunk } from '#test/batch/a-batch.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { SENT_AT } from '#test/builders/applications-in.ts';
import { anEvent, nextPage, read, type Sent } from './an-event.ts';

const { documents, tables } = await aDatabase();
const batches = {
  ...batchStore(documents, tables.batches),
  ...rowLedger(documents, tables.batches),
};
const started: string[] = [];
const queried: number[] = [];
const [rule] = await readRules();
const [says = ''] = Object.keys(rule?.says ?? {});
const registered = newId('ap');
const returned = newId('ap');
const finding: Finding = {
  rule: rule?.id ?? '',
  version: 1,
  pointer: '/name',
  says,
  consequence: 'RETURN',
};
const standings = new Map<string, RowStanding>([
  [returned, { state: 'RETURNED', findings: [finding] }],
  [registered, { state: 'REGISTERED', uscc: '91440115MAX0000153', findings: [] }],
]);
const handle = httpHandler(
  AGENT_ROUTES,
  agentUseCases({
    ...batches,
    rows: (id, chunk, after, limit) => {
      queried.push(chunk);
      return batches.rows(id, chunk, after, limit);
    },
    idempotentId: idempotentIds(documents, tables.access, () => Date.parse(SENT_AT)),
    recount: recount({
      ...recountStore(documents, tables.batches),
      rows: batches.rows,
      states: statesOf(documents, tables.applications),
    }),
    uploadUrl: async ({ id }) => `https://files.example/${id}`,
    start: async (id) => void started.push(id),
    standings: async (ids) => new Map([...standings].filter(([id]) => ids.includes(id))),
    newId,
    now: () => Date.parse(SENT_AT),
  }),
  'https://api.example/problems',
);
let keys = 0;
async function send(
  name: keyof typeof AGENT_ROUTES,
  {
    sub = 'agent-1',
    id = '',
    version = 1,
    ...sent
  }: Sent & { sub?: string; id?: string; version?: number } = {},
) {
  return read(
    await handle(
      anEvent(AGENT_ROUTES[name], {
        claims: { sub, aud: 'agent' },
        parameters: { id },
        ...sent,
        headers: {
          'idempotency-key': `key-${++keys}`,
          'if-match': `"${version}"`,
          ...sent.headers,
        },
      }),
    ),
  );
}
const announced = { body: { format: 'NDJSON', bytes: 720 } };
/** A batch that runs, with this many chunks. */
async function running(chunks: number, agent = 'agent-1') {
  const id = BatchId.parse(newId('ba'));
  await batches.create(aBatch({ id, agent, state: 'RUNNING', rows: chunks * 40, chunks }));
  return id;
}
const note = (batchId: BatchId, chunk: number, row: number, change: Partial<Row> = {}) =>
  batches.note(aChunk({ batchId, chunk }), { schemaVersion: 1, row, state: 'INVALID', ...change });

describe('a new batch', () => {
  it('is told where its file goes', async () => {
    const { status, headers, body } = await send('createBatch', announced);
    expect(status).toBe(201);
    expect(headers).toMatchObject({ etag: '"1"', location: `/v1/batches/${body.id}` });
    expect(body).toMatchObject({
      state: 'CREATED',
      bytes: 720,
      done: 0,
      upload: { method: 'PUT', url: `https://files.example/${body.id}` },
    });
    expect(body).not.toHaveProperty('agent');
  });

  it('is one however often it is sent under its key', async () => {
    const once = { ...announced, headers: { 'idempotency-key': 'once' } };
    const first = await send('createBatch', once);
    const again = await send('createBatch', once);
    expect(again.body).toEqual(first.body);
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true' });
    const other = await send('createBatch', { ...once, body: { format: 'NDJSON', bytes: 1 } });
    expect(other.status).toBe(422);
  });

  it.each([
    { format: 'NDJSON', bytes: 0 },
    { format: 'NDJSON', bytes: 200_000_001 },
    { format: 'XLSX', bytes: 7 },
    { format: 'NDJSON', bytes: 7, name: 'x' },
  ])('is not announced by %j', async (body) => {
    expect((await send('createBatch', { body })).status).toBe(400);
  });

  it('is started once it is submitted, by a repeated call too, and not once it runs', async () => {
    const { id } = (await send('createBatch', announced)).body;
    const submitted = await send('submitBatch', { id });
    expect(submitted).toMatchObject({ status: 202, body: { state: 'SUBMITTED', version: 2 } });
    expect((await send('submitBatch', { id })).status).toBe(412);
    expect(await send('submitBatch', { id, version: 2 })).toEqual(submitted);
    await batches.opened(await batches.batch(id), 90, 3);
    expect((await send('submitBatch', { id, version: 3 })).status).toBe(409);
    expect(started.filter((it) => it === id)).toHaveLength(2);
  });

  it('gives no place for a file any more once it is submitted', async () => {
    const once = { ...announced, headers: { 'idempotency-key': 'submitted' } };
    const { id } = (await send('createBatch', once)).body;
    await send('submitBatch', { id });
    const again = await send('createBatch', once);
    expect(again.body).toMatchObject({ id, state: 'SUBMITTED' });
    expect(again.body).not.toHaveProperty('upload');
  });
});

describe('another’s batch', () => {
  it.each(['submitBatch', 'readBatch', 'listRows'] as const)(
    'does not exist for %s',
    async (route) => {
      const { id } = (await send('createBatch', { ...announced, sub: 'agent-2' })).body;
      const theirs = await send(route, { id });
      expect(theirs.status).toBe(404);
      expect(theirs).toEqual(await send(route, { id: newId('ba') }));
      expect(theirs).toEqual(await send(route, { id: 'ba_1' }));
      expect(started).not.toContain(id);
    },
  );

  it('is not in the list, and not behind its cursor', async () => {
    const { id } = (await send('createBatch', { ...announced, sub: 'agent-4' })).body;
    expect((await send('listBatches', { sub: 'agent-5' })).body).toEqual({ batches: [] });
    const behind = await send('listBatches', { sub: 'agent-5', query: { cursor: id } });
    expect(behind.body).toEqual({ batches: [] });
  });
});

describe('the rows of a batch', () => {
  /** Follows the links; a page may be short. */
  async function everyRow(id: string, limit: string) {
    const rows: number[] = [];
    const pages: number[] = [];
    let query: Record<string, string> | undefined = { limit };
    while (query) {
      const page = await send('listRows', { id, query });
      const { body } = page;
      rows.push(...body.rows.map(({ row }: { row: number }) => row));
      pages.push(body.rows.length);
      query = nextPage(page);
    }
    return { rows, pages };
  }

  it('run on from chunk to chunk', async () => {
    const id = await running(3);
    const all = [1, 2, 3, 41, 42, 81];
    for (const row of all) await note(id, Math.ceil(row / 40), row);
    for (const limit of ['1', '2', '3', '4', '500'])
      expect((await everyRow(id, limit)).rows).toEqual(all);
    expect((await everyRow(id, '4')).pages).toEqual([4, 2]);
  });

  it('are all found, few chunks a call, while most chunks are empty', async () => {
    const id = await running(60);
    await note(id, 59, 2_321);
    queried.length = 0;
    await send('listRows', { id });
    expect(queried.length).toBeLessThanOrEqual(25);
    expect((await everyRow(id, '50')).rows).toEqual([2_321]);
  });

  it('tell where each application stands, with every fault, in the reader’s language', async () => {
    const id = await running(1);
    const kept = { state: 'TAKEN_IN', clientRowRef: 'r1', applicationId: registered } as const;
    await note(id, 1, 1, kept);
    await note(id, 1, 2, { state: 'TAKEN_IN', applicationId: returned });
    await note(id, 1, 3, { state: 'LINKED', applicationId: registered });
    await note(id, 1, 4, { faults: [{ pointer: '/form', detail: 'not JSON' }] });
    const { body, headers } = await send('listRows', { id, headers: { 'accept-language': 'en' } });
    expect(headers['content-language']).toBe('en');
    expect(body.rows).toMatchObject([
      { row: 1, clientRowRef: 'r1', state: 'REGISTERED', uscc: '91440115MAX0000153' },
      { row: 2, state: 'RETURNED', findings: [{ requires: rule?.requires.en, pointer: '/name' }] },
      { row: 3, state: 'REGISTERED', linked: true },
      { row: 4, state: 'INVALID', faults: [{ pointer: '/form', detail: 'not JSON' }] },
    ]);
  });

  it.each(['x', '1', '1.', '-1.0', '1.2.3', '1.0 '])('have no page at %j', async (cursor) => {
    const { status, body } = await send('listRows', { id: await running(1), query: { cursor } });
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ pointer: '#query/cursor', detail: 'unknown' }]);
  });
});

describe('the list of an agent', () => {
  it('leads from page to page', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 3; count++) {
      ids.unshift((await send('createBatch', { ...announced, sub: 'agent-7' })).body.id);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const first = await send('listBatches', { sub: 'agent-7', query: { limit: '2' } });
    expect(first.headers.link).toBe(`</v1/batches?limit=2&cursor=${ids[1]}>; rel="next"`);
    const second = await send('listBatches', {
      sub: 'agent-7',
      query: { limit: '2', cursor: String(ids[1]) },
    });
    const listed = [...first.body.batches, ...second.body.batches];
    expect(listed.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  it.each(['x', 'ba_1', 'ap_01JCZZZZZZZZZZZZZZZZZZZZZZ'])('has no page at %j', async (cursor) => {
    expect((await send('listBatches', { query: { cursor } })).status).toBe(400);
  });
});
