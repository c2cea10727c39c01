import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApplicationForm } from '#functions/application/form.ts';
import { batchStore } from '#functions/batch/batch.store.ts';
import type { Batch } from '#functions/batch/batch.ts';
import { rowKey } from '#functions/batch/row-ledger.store.ts';
import { newId } from '#functions/runtime/draws.ts';
import { BatchId } from '#functions/shared/ids.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';
import { aForm, anIndividualBusiness } from '#test/builders/a-form.ts';
import { anIdentityProvider, personAs } from '#test/builders/an-identity-provider.ts';
import { applicationsIn, freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { aSigningApi, slugOf } from './a-signing-api.ts';
import { nextPage } from './an-event.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { provider, asserted } = await anIdentityProvider();
const { send, clock, store } = aSigningApi(database, provider);
const { sent } = applicationsIn(database);
beforeEach(() => {
  clock.now = Date.parse(SENT_AT);
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const agent = { sub: 'agent-1', aud: 'agent' };
const aShop = () => anIndividualBusiness({ name: freshName().replace('有限公司', '店') });

/** A batch of unsigned rows, two to a chunk. */
async function aBatch(forms: readonly ApplicationForm[]) {
  const id = BatchId.parse(newId('ba'));
  const batch: Batch = {
    schemaVersion: 1,
    id,
    agent: agent.sub,
    state: 'CLOSED',
    version: 1,
    format: 'NDJSON',
    bytes: 1,
    createdAt: SENT_AT,
    rows: forms.length,
    chunks: Math.ceil(forms.length / 2),
    closedChunks: 0,
    tries: 0,
  };
  await batchStore(documents, tables.batches).create(batch);
  const records = [];
  for (const [at, form] of forms.entries()) {
    const row = { batchId: id, row: at + 1, clientRowRef: `${id}:${at + 1}` };
    const record = await sent({ form, to: ['SIGNING'], owner: agent.sub, row });
    const { batchId: _, ...line } = row;
    const { id: applicationId } = record.application;
    await note(id, at + 1, { ...line, state: 'TAKEN_IN', applicationId });
    records.push(record);
  }
  return { id, records };
}
const note = (id: string, row: number, line: object) =>
  documents.send(
    new PutCommand({
      TableName: tables.batches,
      Item: { ...rowKey(id, Math.ceil(row / 2), row), schemaVersion: 1, row, ...line },
    }),
  );

const chase = async (id: string, query: Record<string, string> = {}) =>
  send('listBatchSigners', { id, claims: agent, query });
const make = async (id: string, query: Record<string, string> = {}) =>
  send('makeBatchSignings', { id, claims: agent, query });

describe('an agent’s chase list', () => {
  it('tells for each row that waits whom it waits for, by role and never by name', async () => {
    const company = aForm({ name: freshName() });
    const { id, records } = await aBatch([company]);
    const { status, body } = await chase(id);
    expect(status).toBe(200);
    expect(body.rows).toEqual([
      {
        row: 1,
        clientRowRef: `${id}:1`,
        applicationId: records[0]?.application.id,
        since: SENT_AT,
        missing: [
          {
            person: 'p1',
            roles: ['LEGAL_REPRESENTATIVE', 'SHAREHOLDER', 'DIRECTOR', 'MANAGER'],
            link: 'NONE',
          },
          { person: 'p2', roles: ['SHAREHOLDER', 'SUPERVISOR'], link: 'NONE' },
          { person: 'p3', roles: ['FINANCE_HEAD', 'LIAISON'], link: 'NONE' },
        ],
        others: [],
      },
    ]);
    const text = JSON.stringify(body);
    for (const { name, document } of Object.values(company.people ?? {})) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(document?.number);
    }
  });

  it('follows each link: sent, opened, refused, over, signed', async () => {
    const { id } = await aBatch(Array.from({ length: 4 }, aShop));
    const links: { row: number; id: string; link: string }[] = (await make(id)).body.signings;
    expect(links.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
    const bodies = links.map(({ link }) => ({ secret: new URL(link).hash.slice(1) }));
    await send('openSigning', { id: links[1]?.id ?? '', body: bodies[1] });
    const refusing = { ...bodies[2], reason: 'NOT_ME' };
    await send('refuseSigning', { id: links[2]?.id ?? '', body: refusing });
    const { body: read } = await send('openSigning', { id: links[3]?.id ?? '', body: bodies[3] });
    const form = read.parts[0].data;
    const { documentHash } = read;
    const assertion = await asserted(personAs(form, 'p1'), { documentHash });
    await send('sign', { id: links[3]?.id ?? '', body: { ...bodies[3], assertion } });
    const states = async () =>
      (await chase(id)).body.rows.map((it: { row: number; missing: { link: string }[] }) => [
        it.row,
        it.missing[0]?.link,
      ]);
    expect(await states()).toEqual([
      [1, 'SENT'],
      [2, 'OPENED'],
      [3, 'REFUSED'],
    ]);
    clock.now += 30 * 86_400_000;
    expect((await states())[0]).toEqual([1, 'OVER']);
  });

  it('goes through the batch page by page, each row once, and leaves out what does not wait', async () => {
    const { id } = await aBatch(Array.from({ length: 5 }, aShop));
    await note(id, 6, { state: 'INVALID', faults: [] });
    const first = await chase(id);
    await note(id, 7, { state: 'LINKED', applicationId: first.body.rows[0].applicationId });
    const rows: number[] = [];
    let query: Record<string, string> | undefined = { limit: '2' };
    while (query) {
      const page = await chase(id, query);
      rows.push(...page.body.rows.map(({ row }: { row: number }) => row));
      query = nextPage(page);
    }
    expect(rows).toEqual([1, 2, 3, 4, 5]);
  });

  it('reads as often for a page of twenty rows as for one of two', async () => {
    const small = await aBatch(Array.from({ length: 2 }, aShop));
    const many = await aBatch(Array.from({ length: 2 }, aShop));
    for (let row = 3; row <= 20; row++) {
      const { application } = await sent({ form: aShop(), to: ['SIGNING'], owner: agent.sub });
      const Item = {
        ...rowKey(many.id, 1, row),
        schemaVersion: 1,
        row,
        state: 'TAKEN_IN',
        applicationId: application.id,
      };
      await documents.send(new PutCommand({ TableName: tables.batches, Item }));
    }
    const own = { ...database, documents: database.newClient() };
    const sentBy = requestsOf(own.documents);
    const api = aSigningApi(own, provider);
    const count = async (id: string) => {
      sentBy.length = 0;
      const { body } = await api.send('listBatchSigners', {
        id,
        claims: agent,
        query: { limit: '20' },
      });
      return [body.rows.length, sentBy.length];
    };
    const [few, requests] = await count(small.id);
    expect([few, await count(many.id)]).toEqual([2, [20, requests]]);
  });

  it('is for the agent of the batch alone', async () => {
    const { id, records } = await aBatch([aShop()]);
    const other = { sub: 'agent-2', aud: 'agent' };
    expect((await send('listBatchSigners', { id, claims: other })).status).toBe(404);
    expect((await send('makeBatchSignings', { id, claims: other })).status).toBe(404);
    expect((await chase('ba_x')).status).toBe(404);
    expect(slugOf(await chase(id, { cursor: 'elsewhere' }))).toBe('invalid-request');
    expect(slugOf(await chase(id, { limit: '101' }))).toBe('invalid-request');
    expect((await store.read(records[0]?.application.id ?? '')).application.version).toBe(1);
  });

  it('made again rotates every secret of the page', async () => {
    const { id } = await aBatch([aShop(), aShop()]);
    const [before, after] = [(await make(id)).body.signings, (await make(id)).body.signings];
    expect(after.map((it: { id: string }) => it.id)).toEqual(
      before.map((it: { id: string }) => it.id),
    );
    expect(after[0].link).not.toBe(before[0].link);
    const secret = new URL(before[0].link).hash.slice(1);
    expect((await send('openSigning', { id: before[0].id, body: { secret } })).status).toBe(404);
  });
});
