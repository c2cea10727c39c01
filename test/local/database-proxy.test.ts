import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { type DatabaseFault, startDatabaseProxy } from '#local/database-proxy.ts';
import { aDatabase } from '#test/builders/a-database.ts';

const { endpoint: target } = await aDatabase();
const proxy = await startDatabaseProxy({ target });
afterAll(() => proxy.stop());
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const client = new DynamoDBClient({ endpoint: proxy.endpoint, region: 'ap-east-1', credentials });
const oneTry = new DynamoDBClient({
  endpoint: proxy.endpoint,
  region: 'ap-east-1',
  credentials,
  maxAttempts: 1,
});

const table = 'applications';
let last = 0;
const aKey = () => ({ pk: { S: `APP#${++last}` }, sk: { S: 'HEAD' } });
type Key = ReturnType<typeof aKey>;

const put = (key: Key, item: object = {}, by = client) =>
  by.send(new PutItemCommand({ TableName: table, Item: { ...key, ...item } }));
const putOnce = (key: Key, by = client) =>
  by.send(
    new PutItemCommand({
      TableName: table,
      Item: key,
      ConditionExpression: 'attribute_not_exists(pk)',
    }),
  );
const isThere = async (key: Key) =>
  (await client.send(new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true })))
    .Item !== undefined;
const ownedBy = async (owner: string) =>
  (
    await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'by-owner',
        KeyConditionExpression: 'ownerKey = :owner',
        ExpressionAttributeValues: { ':owner': { S: owner } },
      }),
    )
  ).Items?.map(({ pk }) => pk?.S);

/** The next write, or read, shows the fault. */
function next(fault: DatabaseFault): void {
  let shown = false;
  onTestFinished(
    proxy.inject(() => {
      if (shown) return undefined;
      shown = true;
      return fault;
    }),
  );
}
const nameOf = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error: Error) => error.name,
  );

describe('the proxy in front of the database', () => {
  it('passes answers and errors on as they are', async () => {
    const key = aKey();
    await put(key);
    expect(await isThere(key)).toBe(true);
    expect(await nameOf(putOnce(key))).toBe('ConditionalCheckFailedException');
  });

  it('tells a chooser what a call touches', async () => {
    const calls: unknown[] = [];
    onTestFinished(
      proxy.inject(({ number: _, ...call }) => {
        calls.push(call);
        return undefined;
      }),
    );
    const [a, b] = [aKey(), aKey()];
    await client.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          { Put: { TableName: table, Item: a } },
          { Delete: { TableName: table, Key: b } },
        ],
      }),
    );
    await ownedBy('OWNER#nobody');
    expect(calls).toEqual([
      {
        operation: 'TransactWriteItems',
        tables: [table],
        keys: [`${table} ${a.pk.S}|HEAD`, `${table} ${b.pk.S}|HEAD`],
      },
      { operation: 'Query', tables: [table], index: 'by-owner', keys: [] },
    ]);
  });

  it('counts requests, items and capacity units by table and key', async () => {
    proxy.reset();
    const key = aKey();
    await put(key, { text: { S: 'x'.repeat(2500) } });
    await putOnce(key).catch(() => {});
    await client.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          { Put: { TableName: table, Item: aKey() } },
          {
            ConditionCheck: {
              TableName: table,
              Key: aKey(),
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
        ],
      }),
    );
    await isThere(key);
    const meter = proxy.meter();
    expect(meter.requests).toEqual({ PutItem: 2, TransactWriteItems: 1, GetItem: 1 });
    // 3 kB: 3 units; a condition that fails: 1; a transaction of two small items: 2 × 2
    expect(meter.byTable).toEqual({
      [table]: { requests: 4, itemsWritten: 2, readUnits: 1, writeUnits: 8 },
    });
    expect(meter.writesByKey.get(`${table} ${key.pk.S}|HEAD`)).toBe(1);
  });

  it('counts the index entries that a write changes', async () => {
    const key = aKey();
    const owned = { ownerKey: { S: `OWNER#${key.pk.S}` }, ownerSort: { S: '1' } };
    proxy.reset();
    await put(key, owned);
    expect(proxy.meter().writeUnits).toBe(2);
  });
});

describe('a fault of the database', () => {
  it('LOST_BEFORE breaks the connection before the write; the client tries again', async () => {
    const [a, b] = [aKey(), aKey()];
    next('LOST_BEFORE');
    await expect(put(a, {}, oneTry)).rejects.toThrow();
    expect(await isThere(a)).toBe(false);
    next('LOST_BEFORE');
    await put(b);
    expect(await isThere(b)).toBe(true);
  });

  it('LOST_ANSWER breaks it after the write, so that the client’s own retry meets its own item', async () => {
    const [a, b] = [aKey(), aKey()];
    next('LOST_ANSWER');
    await expect(put(a, {}, oneTry)).rejects.toThrow();
    expect(await isThere(a)).toBe(true);
    next('LOST_ANSWER');
    expect(await nameOf(putOnce(b))).toBe('ConditionalCheckFailedException');
  });

  it('TWICE acts twice and answers for the first', async () => {
    const key = aKey();
    proxy.reset();
    next('TWICE');
    await putOnce(key);
    expect(proxy.meter().writeUnits).toBe(2); // the second write failed on its condition
  });

  it('TRANSACTION_CONFLICT cancels a transaction with its reason, and refuses a single write', async () => {
    const key = aKey();
    next('TRANSACTION_CONFLICT');
    const cancelled = client.send(
      new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName: table, Item: key } }] }),
    );
    await expect(cancelled).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'TransactionConflict' }],
    });
    next('TRANSACTION_CONFLICT');
    expect(await nameOf(put(key, {}, oneTry))).toBe('TransactionConflictException');
    expect(await isThere(key)).toBe(false);
  });

  it('THROTTLED refuses for the rate, which the client tries again', async () => {
    const key = aKey();
    next('THROTTLED');
    expect(await nameOf(put(key, {}, oneTry))).toBe('ProvisionedThroughputExceededException');
    next('THROTTLED');
    await put(key);
  });

  it('UNPROCESSED leaves the later half of a BatchGet', async () => {
    const keys = [aKey(), aKey(), aKey()];
    for (const key of keys) await put(key);
    next('UNPROCESSED');
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetItemCommand({
        RequestItems: { [table]: { Keys: keys, ConsistentRead: true } },
      }),
    );
    expect(Responses?.[table]).toHaveLength(2);
    expect(UnprocessedKeys).toEqual({ [table]: { Keys: keys.slice(2), ConsistentRead: true } });
  });

  it('STALE_INDEX answers without the item written last, or as the same question was answered before', async () => {
    const owner = `OWNER#${aKey().pk.S}`;
    const of = (n: number) => ({ ownerKey: { S: owner }, ownerSort: { S: String(n) } });
    const [a, b, c] = [aKey(), aKey(), aKey()];
    await put(b, of(2));
    await put(a, of(1));
    next('STALE_INDEX');
    expect(await ownedBy(owner)).toEqual([b.pk.S]);
    expect(await ownedBy(owner)).toEqual([a.pk.S, b.pk.S]);
    await put(c, of(3));
    next('STALE_INDEX');
    expect(await ownedBy(owner)).toEqual([a.pk.S, b.pk.S]);
    expect(await ownedBy(owner)).toHaveLength(3);
  });

  it('STALE_INDEX knows nothing of what was answered before a reset', async () => {
    const owner = `OWNER#${aKey().pk.S}`;
    const gone = aKey();
    await put(gone, { ownerKey: { S: owner }, ownerSort: { S: '1' } });
    expect(await ownedBy(owner)).toEqual([gone.pk.S]);
    await put(gone);
    proxy.reset();
    next('STALE_INDEX');
    expect(await ownedBy(owner)).toEqual([]);
  });

  it('SLOW lets another call overtake it', async () => {
    const key = aKey();
    next('SLOW');
    const slow = put(key);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await isThere(key)).toBe(false);
    await slow;
    expect(await isThere(key)).toBe(true);
  });

  it('does nothing to a call for which DynamoDB does not have it', async () => {
    const key = aKey();
    next('UNPROCESSED');
    await put(key);
    next('TRANSACTION_CONFLICT');
    expect(await isThere(key)).toBe(true);
  });
});
