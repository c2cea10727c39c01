import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { AGENT_RECORD_ROUTES } from '#functions/api/agent-record.routes.ts';
import { agentRecordUseCases } from '#functions/api/agent-record.ts';
import { httpHandler } from '#functions/api/http.handler.ts';
import { batchStore } from '#functions/batch/batch.store.ts';
import { practiceRecords } from '#functions/batch/practice-record.store.ts';
import { idsMade } from '#functions/batch/practice-record.ts';
import { rowKey, rowLedger } from '#functions/batch/row-ledger.store.ts';
import { newId } from '#functions/runtime/draws.ts';
import { legalDateOf } from '#functions/shared/days.ts';
import { aBatch } from '#test/batch/a-batch.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';
import { aForm } from '#test/builders/a-form.ts';
import { applicationsIn, freshName } from '#test/builders/applications-in.ts';
import { anEvent, nextPage, read } from './an-event.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { sent } = applicationsIn(database);
const batches = {
  ...batchStore(documents, tables.batches),
  ...rowLedger(documents, tables.batches),
};
const requests = requestsOf(documents);
const handle = httpHandler(
  AGENT_RECORD_ROUTES,
  agentRecordUseCases({
    ...batches,
    ...practiceRecords(documents, tables),
    now: () => Date.now(),
  }),
  'https://api.example/problems',
);
const page = async (agent: string, query: Record<string, string> = {}) =>
  handle(
    anEvent(AGENT_RECORD_ROUTES.readPracticeRecord, {
      claims: { sub: agent, aud: 'agent' },
      query,
    }),
  );
/** Every page of an agent's record, and how many requests the dearest took. */
async function record(agent: string, query: Record<string, string> = {}) {
  const entries: { mandate: string; outcome: string }[] = [];
  let dearest = 0;
  let next: Record<string, string> | undefined = query;
  while (next) {
    const before = requests.length;
    const answer = await page(agent, next);
    dearest = Math.max(dearest, requests.length - before);
    entries.push(...read(answer).body.entries);
    next = nextPage(answer);
  }
  return { entries, dearest };
}

const form = () => ({ ...aForm({ name: freshName() }), mandate: { agent: 'a' } });

/** An agent with two files of so many rows, and as many single applications. */
async function anAgent(agent: string, rows: number) {
  const ids: string[] = [];
  for (let file = 0; file < 2; file++) {
    const id = newId('ba');
    await batches.create(aBatch({ id, agent, state: 'CLOSED', rows, chunks: 1 }));
    for (let row = 1; row <= rows; row++) {
      const clientRowRef = `${file}-${row}`;
      const { application } = await sent({
        form: form(),
        owner: agent,
        row: { batchId: id, row, clientRowRef },
      });
      ids.push(application.id);
      const item = { row, state: 'TAKEN_IN', clientRowRef, applicationId: application.id };
      await documents.send(
        new PutCommand({
          TableName: tables.batches,
          Item: { ...rowKey(id, 1, row), schemaVersion: 1, ...item },
        }),
      );
    }
  }
  for (let single = 1; single <= rows; single++)
    ids.push((await sent({ form: form(), owner: agent })).application.id);
  await sent({ form: aForm({ name: freshName() }), owner: agent });
  return ids;
}

describe('a practice record', () => {
  it('has every application under a mandate, files first, and is the same page by page', async () => {
    const ids = await anAgent('agent-1', 3);
    await anAgent('agent-2', 1);
    const mandates = ids.map((id) => `ma_${id.slice(3)}`);
    const whole = await record('agent-1');
    expect(whole.entries.map(({ mandate }) => mandate)).toEqual(mandates);
    expect(whole.entries[0]).toMatchObject({
      applicationId: ids[0],
      type: 'LIMITED_COMPANY',
      outcome: 'SUBMITTED',
      row: { row: 1 },
    });
    for (const limit of ['1', '2', '500'])
      expect((await record('agent-1', { limit })).entries).toEqual(whole.entries);
  });

  it('takes no more requests for a page, however long it is', async () => {
    await anAgent('agent-short', 1);
    await anAgent('agent-long', 12);
    const short = await record('agent-short', { limit: '4' });
    const long = await record('agent-long', { limit: '4' });
    expect([short.entries.length, long.entries.length]).toEqual([3, 36]);
    expect(long.dearest).toBe(short.dearest);
  });

  it('is of the days asked for', async () => {
    await anAgent('agent-days', 1);
    const today = legalDateOf(Date.now());
    const of = async (query: Record<string, string>) =>
      (await record('agent-days', query)).entries.length;
    expect(await of({ from: today, until: today })).toBe(3);
    expect(await of({ until: '2026-01-01' })).toBe(0);
    expect(await of({ from: '2099-01-01', until: '2099-12-31' })).toBe(0);
  });

  it('gives nobody else’s, whatever cursor is tried, and refuses what is none', async () => {
    const id = newId('ba');
    await batches.create(aBatch({ id, agent: 'agent-own', state: 'CLOSED', rows: 1, chunks: 1 }));
    const { application } = await sent({ form: form(), owner: 'agent-own' });
    const item = { row: 1, state: 'TAKEN_IN', clientRowRef: 'r', applicationId: application.id };
    await documents.send(
      new PutCommand({
        TableName: tables.batches,
        Item: { ...rowKey(id, 1, 1), schemaVersion: 1, ...item },
      }),
    );
    const tried = await page('agent-other', { cursor: `${id}@1.0` });
    expect(read(tried)).toMatchObject({ status: 200, body: { entries: [] } });
    const nobodys = `${newId('ba')}@1.0`;
    for (const query of [
      { cursor: 'x' },
      { cursor: `${id}@x` },
      { cursor: nobodys },
      { from: '1' },
      { limit: '501' },
    ])
      expect(read(await page('agent-own', query))).toMatchObject({ status: 400 });
  });
});

it('ids of a day sort between its bounds, and no others do', () => {
  const id = newId('ba');
  const today = legalDateOf(Date.now());
  const { after, before } = idsMade('ba', today, today);
  expect(after < id && id < before).toBe(true);
  const past = idsMade('ba', '2026-01-01', '2026-01-01');
  expect(id < past.before).toBe(false);
});
