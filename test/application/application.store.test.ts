import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { applicationKey } from '#functions/application/application.store.ts';
import type { Move } from '#functions/application/application.ts';
import { unfinishedShard } from '#functions/application/application-indexes.ts';
import { brokenLink } from '#functions/application/history.ts';
import { sentAttempt } from '#functions/intake/submit.ts';
import { newId } from '#functions/runtime/draws.ts';
import { commit } from '#functions/runtime/transaction.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm } from '#test/builders/a-form.ts';
import { applicationsIn, SENT_AT } from '#test/builders/applications-in.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { store, sent, decided } = applicationsIn(database);

const move = (to: Move['to'], change: Partial<Move> = {}): Move => ({
  to,
  at: '2026-11-23T05:00:00.000Z',
  by: 'machine',
  subject: {},
  ...change,
});

const itemOf = async (id: string) =>
  (
    await documents.send(
      new GetCommand({ TableName: tables.applications, Key: applicationKey(id) }),
    )
  ).Item;

const inIndex = async (IndexName: string, attribute: string, key: string) => {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: tables.applications,
      IndexName,
      KeyConditionExpression: '#key = :key',
      ExpressionAttributeNames: { '#key': attribute },
      ExpressionAttributeValues: { ':key': key },
    }),
  );
  return Items.map(({ pk }) => String(pk).slice('APP#'.length));
};
const isUnfinished = async (id: string) =>
  (await inIndex('unfinished', 'unfinished', unfinishedShard(id))).includes(id);

describe('a new application', () => {
  const birth = async (id: string) =>
    commit(
      documents,
      await store.born(
        { id, attempt: 1, owner: 'applicant-1', createdAt: SENT_AT, updatedAt: SENT_AT },
        await sentAttempt(1, aForm(), []),
        { to: ['SUBMITTED'], at: SENT_AT, by: 'applicant-1', subject: {} },
      ),
    );

  it('is born once, however often it is sent', async () => {
    const id = newId('ap');
    const outcomes = await Promise.all([birth(id), birth(id), birth(id)]);
    expect(outcomes.toSorted()).toEqual(['COMMITTED', 'EXISTS', 'EXISTS']);
    expect((await store.read(id)).application).toMatchObject({
      state: 'SUBMITTED',
      version: 1,
      events: 1,
    });
    expect(await store.history(id)).toHaveLength(1);
  });

  it('keeps the form as it was sent', async () => {
    const id = newId('ap');
    await birth(id);
    expect((await store.read(id, 1)).sent.form).toEqual(aForm());
  });
});

describe('a move', () => {
  it('carries the version that was read: of two at once exactly one passes', async () => {
    const { application } = await sent();
    const outcomes = await Promise.all(
      (['RETURNED', 'WITHDRAWN'] as const).map(async (to) =>
        commit(documents, await store.moved(application, move([to]))),
      ),
    );
    expect(outcomes.toSorted()).toEqual(['COMMITTED', 'MOVED']);
    const after = (await store.read(application.id)).application;
    expect(after.version).toBe(2);
    expect((await store.history(application.id)).map(({ to }) => to)).toEqual([
      'SUBMITTED',
      after.state,
    ]);
  });

  it('does not exist outside the lifecycle', async () => {
    const { application } = await sent();
    await expect(store.moved(application, move(['REFUSED']))).rejects.toThrow(RangeError);
    await expect(store.moved(application, move(['RETURNED', 'SUBMITTED']))).rejects.toThrow(
      'RETURNED cannot become SUBMITTED',
    );
  });

  it('through two states is one commit and two events, chained to the head', async () => {
    const { application } = await sent({ to: ['DRAFT'] });
    await commit(documents, await store.moved(application, move(['SIGNING', 'SUBMITTED'])));
    const after = (await store.read(application.id)).application;
    const history = await store.history(application.id);
    expect(after).toMatchObject({ state: 'SUBMITTED', version: 2, events: 3 });
    expect(history.map(({ from, to }) => [from, to])).toEqual([
      [undefined, 'DRAFT'],
      ['DRAFT', 'SIGNING'],
      ['SIGNING', 'SUBMITTED'],
    ]);
    expect(await brokenLink(history)).toBeUndefined();
    expect(history.at(-1)?.digest).toBe(after.historyHead);
  });

  it('salts each event by itself', async () => {
    const { application } = await sent({ to: ['DRAFT'] });
    await commit(documents, await store.moved(application, move(['SIGNING', 'SUBMITTED'])));
    const salts = (await store.history(application.id)).map(({ salt }) => salt);
    expect(new Set(salts).size).toBe(3);
  });
});

describe('an edited draft', () => {
  it('keeps its state and history, under the next version', async () => {
    const { application } = await sent({ to: ['DRAFT'] });
    const edited = await sentAttempt(1, aForm({ registrar: '440106' }), []);
    const edit = () => commit(documents, store.edited(application, edited, SENT_AT));
    expect(await edit()).toBe('COMMITTED');
    expect(await edit()).toBe('MOVED');
    const after = await store.read(application.id);
    expect(after.application).toMatchObject({ state: 'DRAFT', version: 2, registrar: '440106' });
    expect(after.sent.form.registrar).toBe('440106');
    expect(await store.history(application.id)).toHaveLength(1);
  });
});

describe('an application read', () => {
  it('is told by attempt: what was sent with it, and its own parts', async () => {
    const first = await decided(await sent({ to: ['DRAFT', 'SIGNING', 'SUBMITTED'] }), 'RETURN');
    const { id } = first.application;
    await commit(documents, await store.moved(first.application, move(['RETURNED'])));
    const second = await sentAttempt(2, aForm({ termYears: 20 }), []);
    const { application } = await store.read(id);
    await commit(
      documents,
      await store.moved(application, move(['DRAFT'], { change: { attempt: 2 } }), second),
    );

    const latest = await store.read(id);
    expect(latest.sent).toMatchObject({ attempt: 2, form: { termYears: 20 } });
    expect([...latest.parts.keys()]).toEqual(['']);
    const earlier = await store.read(id, 1);
    expect(earlier.sent.attempt).toBe(1);
    expect(earlier.sent.form.termYears).toBeUndefined();
    expect([...earlier.parts.keys()]).toEqual(['', '#DECISION#1']);
  });

  it('is not found when nobody sent it, or not so often', async () => {
    const { application } = await sent();
    const notFound = { name: 'ApplicationNotFound' };
    await expect(store.read(newId('ap'))).rejects.toMatchObject(notFound);
    await expect(store.read(application.id, 2)).rejects.toMatchObject(notFound);
  });

  it('is found after many long attempts', async () => {
    const { application } = await sent({ to: ['DRAFT'] });
    const scope = { items: Array.from({ length: 190 }, (_, i) => `${i}`.padEnd(200, '食品销售')) };
    const { id } = application;
    for (let attempt = 1; attempt <= 12; attempt++) {
      const { application: read } = await store.read(id, 1);
      const long = await sentAttempt(attempt, aForm({ scope }), []);
      await commit(documents, store.edited({ ...read, attempt }, long, SENT_AT));
    }
    expect((await store.read(id)).sent.attempt).toBe(12);
  });
});

describe('the indexes of an application', () => {
  it('list it as unfinished for as long as it is SUBMITTED', async () => {
    const { application } = await sent({ to: ['DRAFT'] });
    const { id } = application;
    expect(await isUnfinished(id)).toBe(false);
    await commit(documents, await store.moved(application, move(['SIGNING', 'SUBMITTED'])));
    expect(await isUnfinished(id)).toBe(true);
    const submitted = (await store.read(id)).application;
    await commit(documents, await store.moved(submitted, move(['RETURNED'])));
    expect(await isUnfinished(id)).toBe(false);
  });

  it('list it under its owner, unless it is the row of a batch', async () => {
    const own = await sent({ owner: 'owner-9' });
    const row = { batchId: newId('ba'), row: 7, clientRowRef: 'r-7' };
    const fromBatch = await sent({ owner: 'owner-9', row });
    expect(await inIndex('by-owner', 'ownerKey', 'OWNER#owner-9')).toEqual([own.application.id]);
    expect(await itemOf(fromBatch.application.id)).not.toHaveProperty('ownerKey');
  });

  it('spread the unfinished over more than half of the shards', () => {
    const shards = new Set(Array.from({ length: 300 }, () => unfinishedShard(newId('ap'))));
    expect(shards.size).toBeGreaterThan(16);
    expect(shards.size).toBeLessThanOrEqual(32);
  });
});
