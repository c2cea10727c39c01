import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { applicationStore } from '#functions/application/application.store.ts';
import type { ApplicationForm } from '#functions/application/form.ts';
import { holdPorts, readHoldings } from '#functions/application/holdings.store.ts';
import { wanted } from '#functions/application/holds.ts';
import { batchStore } from '#functions/batch/batch.store.ts';
import { rowLedger } from '#functions/batch/row-ledger.store.ts';
import { takingIn } from '#functions/batch/take-in.store.ts';
import { type TakeInPorts, takeInChunk } from '#functions/batch/take-in-chunk.ts';
import { awaitingHost } from '#functions/party/custody.store.ts';
import { namedIn } from '#functions/party/named.store.ts';
import { newId, newSalt } from '#functions/runtime/draws.ts';
import { BatchId } from '#functions/shared/ids.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { anIndividualBusiness, atHost } from '#test/builders/a-form.ts';
import { anIndex } from '#test/builders/a-person-key.ts';
import { freshHost } from '#test/builders/applications-in.ts';
import { aBatch, aChunk } from './a-batch.ts';
import { aLine } from './sent-rows.ts';

const database = await aDatabase();
const { documents, tables } = database;
const batches = {
  ...batchStore(documents, tables.batches),
  ...rowLedger(documents, tables.batches),
};
const applications = applicationStore(documents, tables.applications, newSalt);
const AT = '2026-11-23T02:00:00.000Z';
const ports = {
  ...batches,
  ...holdPorts(documents, tables.register, tables.applications),
  takeIn: takingIn(documents, tables.batches, tables.register, applications),
  index: anIndex,
  newId,
  now: () => Date.parse('2026-11-23T02:00:00.000Z'),
};

/** A batch of one chunk in the database; `agent` keeps its references apart from other tests'. */
async function aFile(lines: readonly string[], agent: string) {
  const batchId = BatchId.parse(newId('ba'));
  await batches.create(aBatch({ id: batchId, agent, state: 'RUNNING', chunks: 1 }));
  const chunk = aChunk({ batchId, rows: lines.length });
  return {
    batchId,
    chunk,
    take: (change: Partial<TakeInPorts> = {}) =>
      takeInChunk({ ...ports, lines: async () => lines, ...change })(chunk),
    ledger: () => batches.rows(batchId, 1),
  };
}

const form = (change: Partial<ApplicationForm> = {}) =>
  anIndividualBusiness({ name: undefined, ...change });

async function applicationsOf(batchId: string): Promise<string[]> {
  const { Items = [] } = await documents.send(
    new ScanCommand({
      TableName: tables.applications,
      ConsistentRead: true,
      FilterExpression: '#row.batchId = :batch AND sk = :head',
      ExpressionAttributeNames: { '#row': 'row' },
      ExpressionAttributeValues: { ':batch': batchId, ':head': 'HEAD' },
    }),
  );
  return Items.map(({ id }) => String(id)).toSorted();
}

const idsOf = (taken: { applications: { applicationId: string }[] }) =>
  taken.applications.map(({ applicationId }) => applicationId).toSorted();

describe('taking in a chunk', () => {
  it('lets a host that signs each agreement itself find the rows that wait for it', async () => {
    const { id: host } = await freshHost(database, { custodyBySignature: true });
    const hosted = form({ ...atHost, premises: { ...atHost.premises, host } });
    const { take, batchId } = await aFile(
      [aLine('r1', hosted), aLine('r2', form())],
      'agent-hosted',
    );
    await take();
    const { records } = await awaitingHost(
      documents,
      tables.register,
      tables.applications,
    )(host, 9);
    const ids = records.map(({ application }) => application.id);
    const { applicationId } = (await batches.rows(batchId, 1))[0] ?? {};
    expect(ids).toEqual([applicationId]);
  });

  it('keeps with each row what the national agent system said of its agent', async () => {
    const { take, batchId } = await aFile([aLine('r1', form())], 'agent-in-standing');
    const standing = { agent: 'agent-in-standing', standing: 'ACTIVE', at: AT } as const;
    const read = await batches.batch(batchId);
    const [task] = (await take({ batch: async () => ({ ...read, standing }) })).applications;
    const { sent } = await applications.read(
      task?.applicationId ?? (await applicationsOf(batchId))[0] ?? '',
    );
    expect(sent.standing).toEqual(standing);
  });

  it('keeps with each row how many rows of the chunk are copies of it', async () => {
    const own = (address: string): ApplicationForm =>
      form({ premises: { kind: 'OWN', address, proof: 'LEASE' } });
    const { take, ledger } = await aFile(
      [
        aLine('r1', own('广州市南沙区望潮街500号101房')),
        '{',
        aLine('r3', own('广州市南沙区望潮街501号101房')),
        aLine('r4', own('南沙区望潮街５００号102房')),
      ],
      'agent-copies',
    );
    await take();
    const alike = await Promise.all(
      (await ledger()).map(async ({ applicationId }) =>
        applicationId ? (await applications.read(applicationId)).sent.alike : undefined,
      ),
    );
    expect(alike).toEqual([
      { others: 1, before: 0 },
      undefined,
      undefined,
      { others: 1, before: 1 },
    ]);
  });

  it('makes an application of each row that can be read, whatever the others are', async () => {
    const { take, ledger, batchId } = await aFile(
      [aLine('r1', form()), '{', aLine('r3', form()), '{"clientRowRef":"r4","form":7}'],
      'agent-bad-rows',
    );
    const taken = await take();
    const rows = await ledger();
    expect(rows).toMatchObject([
      { row: 1, state: 'TAKEN_IN', clientRowRef: 'r1' },
      { row: 2, state: 'INVALID', faults: [{ pointer: '', detail: 'not JSON' }] },
      { row: 3, state: 'TAKEN_IN', clientRowRef: 'r3' },
      { row: 4, state: 'INVALID', clientRowRef: 'r4', faults: [{ pointer: '/form' }] },
    ]);
    const ids = rows.flatMap(({ applicationId }) => applicationId ?? []);
    expect(idsOf(taken)).toEqual(ids.toSorted());
    expect(await applicationsOf(batchId)).toEqual(ids.toSorted());
    const { application, sent } = await applications.read(String(ids[0]));
    expect(application).toMatchObject({
      state: 'SUBMITTED',
      owner: 'agent-bad-rows',
      registrar: '440115',
      row: { batchId, row: 1, clientRowRef: 'r1' },
      submittedAt: '2026-11-23T02:00:00.000Z',
    });
    expect(sent.form).toEqual(JSON.parse(JSON.stringify(form())));
  });

  it('lets each person be found by whatever row names him', async () => {
    const { take, ledger } = await aFile(
      [aLine('r1', form()), aLine('r2', form(), [])],
      'agent-namings',
    );
    await take();
    const ids = (await ledger()).flatMap(({ applicationId }) => applicationId ?? []);
    expect(ids).toHaveLength(2);
    const { p1 = '' } = (await anIndex(form())).persons;
    const { named } = await namedIn(documents, tables.register, tables.applications)(p1, 50);
    const found = named.map(({ application }) => application.id);
    expect(found).toEqual(expect.arrayContaining(ids));
  });

  it('stores a row that only consists of faults, however long', async () => {
    const unknown = { ['~'.repeat(250_000)]: 1 };
    const { take, ledger } = await aFile([JSON.stringify(unknown)], 'agent-long-names');
    await take();
    expect(await ledger()).toMatchObject([{ row: 1, state: 'INVALID' }]);
  });

  it('takes in twice what is once: the same applications, no second one', async () => {
    const lines = [
      ...Array.from({ length: 8 }, (_, index) => aLine(`r${index}`, form())),
      aLine('unsigned', form(), []),
      'no row',
    ];
    const { take, ledger, batchId } = await aFile(lines, 'agent-twice');
    const first = await take();
    const before = await ledger();
    const second = await take();
    expect(idsOf(second)).toEqual(idsOf(first));
    expect(idsOf(first)).toHaveLength(8);
    expect(await ledger()).toEqual(before);
    expect(await applicationsOf(batchId)).toHaveLength(9);
  });

  it('lets wait for its signature what nobody has signed, and starts nothing for it', async () => {
    const { take, ledger } = await aFile([aLine('unsigned', form(), [])], 'agent-unsigned');
    expect(await take()).toEqual({ outcome: 'TAKEN_IN', applications: [] });
    const [row] = await ledger();
    expect(row).toMatchObject({ state: 'TAKEN_IN' });
    const { application } = await applications.read(String(row?.applicationId));
    expect(application).toMatchObject({ state: 'SIGNING' });
    expect(application.submittedAt).toBeUndefined();
  });

  it('reserves the name for its application', async () => {
    const name = '广州市南沙区岚桥百货店';
    const { take } = await aFile([aLine('r1', form({ name }))], 'agent-name');
    const [id = ''] = idsOf(await take());
    const want = wanted({ form: form({ name }) }, '2026-11-23T02:00:00.000Z');
    const { card } = await readHoldings(documents, tables.register)(id, want);
    expect(Object.values(card?.holdings ?? {})).toMatchObject([{ kind: 'RESERVED', holder: id }]);
  });
});

describe('a reference that was used before', () => {
  it('links the same content of another batch to its application', async () => {
    const first = await aFile([aLine('r1', form())], 'agent-link');
    const [id] = idsOf(await first.take());
    const second = await aFile([aLine('r1', form())], 'agent-link');
    expect(await second.take()).toEqual({ outcome: 'TAKEN_IN', applications: [] });
    expect(await second.ledger()).toEqual([
      { schemaVersion: 1, row: 1, state: 'LINKED', clientRowRef: 'r1', applicationId: id },
    ]);
    expect(await applicationsOf(second.batchId)).toEqual([]);
  });

  it('is refused for another content', async () => {
    const first = await aFile([aLine('r1', form())], 'agent-reuse');
    await first.take();
    const second = await aFile([aLine('r1', form({ operation: 'FAMILY' }))], 'agent-reuse');
    await second.take();
    expect(await second.ledger()).toEqual([
      {
        schemaVersion: 1,
        row: 1,
        state: 'INVALID',
        clientRowRef: 'r1',
        faults: [{ pointer: '/clientRowRef', detail: 'ROW_REF_REUSED' }],
      },
    ]);
  });

  it('twice in one chunk is one application, and the other row is linked to it', async () => {
    const { take, ledger } = await aFile([aLine('r', form()), aLine('r', form())], 'agent-same');
    expect(idsOf(await take())).toHaveLength(1);
    const rows = await ledger();
    expect(rows.map(({ state }) => state).toSorted()).toEqual(['LINKED', 'TAKEN_IN']);
    expect(new Set(rows.map(({ applicationId }) => applicationId)).size).toBe(1);
  });

  it('is each agent’s own', async () => {
    const first = await aFile([aLine('r1', form())], 'agent-a');
    const second = await aFile([aLine('r1', form({ operation: 'FAMILY' }))], 'agent-b');
    expect(idsOf(await first.take())).not.toEqual(idsOf(await second.take()));
    expect(await second.ledger()).toMatchObject([{ state: 'TAKEN_IN' }]);
  });
});

describe('a chunk that is cut short and taken in again', () => {
  const twelve = [
    ...Array.from({ length: 7 }, (_, index) => aLine(`r${index}`, form())),
    aLine('unsigned', form(), []),
    aLine('linked', form()),
    aLine('reused', form()),
    'no row',
    '{"form":{"type":5}}',
  ];
  const states = [...Array(8).fill('TAKEN_IN'), 'LINKED', 'INVALID', 'INVALID', 'INVALID'];

  it.each([...Array(12).keys()])('after %i rows has every row once', async (done) => {
    const agent = `agent-cut-${done}`;
    const used = [aLine('linked', form()), aLine('reused', form({ operation: 'FAMILY' }))];
    await (await aFile(used, agent)).take();
    const { take, ledger, batchId } = await aFile(twelve, agent);

    let calls = 0;
    const underWay: Promise<unknown>[] = [];
    /** Works for the first rows; then answers are lost half of the time, and nothing happens the other half. */
    const cut = <T>(work: () => Promise<T>): Promise<T> => {
      calls += 1;
      if (calls <= done) return work();
      const lost = (calls % 2 === 0 ? work() : Promise.resolve()).then((): T => {
        throw new Error('killed');
      });
      underWay.push(lost.catch(() => {}));
      return lost;
    };
    const killed = take({
      takeIn: (row) => cut(() => ports.takeIn(row)),
      note: (chunk, row) => cut(() => ports.note(chunk, row)),
    });
    await expect(killed).rejects.toThrow('killed');
    await Promise.all(underWay);

    const taken = await take();
    const rows = await ledger();
    expect(rows.map(({ row }) => row)).toEqual([...Array(12).keys()].map((row) => row + 1));
    expect(rows.map(({ state }) => state)).toEqual(states);
    const own = rows.filter(({ state }) => state === 'TAKEN_IN');
    const ids = own.flatMap(({ applicationId }) => applicationId ?? []);
    expect(await applicationsOf(batchId)).toEqual(ids.toSorted());
    expect(idsOf(taken)).toEqual(ids.slice(0, 7).toSorted());
  });
});

describe('a file that was replaced since it was opened', () => {
  it('is not read: the batch tells so, once, and the rows taken in before stay', async () => {
    const { take, batchId, ledger } = await aFile([aLine('r1', form())], 'agent-replaced');
    const first = idsOf(await take());
    const replaced = { lines: async () => undefined };
    for (let runs = 0; runs < 2; runs++)
      expect(await take(replaced)).toEqual({ outcome: 'TAKEN_IN', applications: [] });
    expect(await batches.batch(batchId)).toMatchObject({
      state: 'RUNNING',
      fault: 'FILE_REPLACED',
      version: 2,
    });
    expect((await ledger()).map(({ applicationId }) => applicationId)).toEqual(first);
  });

  it('is tried again where the batch moved meanwhile', async () => {
    const { take } = await aFile([aLine('r1', form())], 'agent-replaced-2');
    const moved = take({ lines: async () => undefined, write: async () => 'MOVED' });
    await expect(moved).rejects.toMatchObject({ name: 'BatchMoved' });
  });
});

describe('a row that was taken in', () => {
  it('stays so, though another release can no more read it', async () => {
    const { take, ledger } = await aFile([aLine('r1', form())], 'agent-release');
    const [id] = idsOf(await take());
    await take({ lines: async () => ['{"clientRowRef":"r1","form":{"unheardOf":1}}'] });
    expect(await ledger()).toMatchObject([{ state: 'TAKEN_IN', applicationId: id }]);
  });
});
