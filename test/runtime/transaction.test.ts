import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { type Claim, commit } from '#functions/runtime/transaction.ts';
import { aDatabase } from '#test/builders/a-database.ts';

const { documents, tables } = await aDatabase();
const TableName = tables.register;

/** A new item under a key; broken where the key is taken. */
const claim = <Loss extends string>(loss: Loss, pk: string): Claim<Loss> => [
  loss,
  { Put: { TableName, Item: { pk, sk: '-' }, ConditionExpression: 'attribute_not_exists(pk)' } },
];
const isThere = async (pk: string) =>
  (await documents.send(new GetCommand({ TableName, Key: { pk, sk: '-' } }))).Item !== undefined;

describe('a transaction', () => {
  it('commits all its claims', async () => {
    expect(await commit(documents, [claim('A', 'a1'), claim('B', 'b1')])).toBe('COMMITTED');
    expect([await isThere('a1'), await isThere('b1')]).toEqual([true, true]);
  });

  it('commits none where one is broken, and says which', async () => {
    await commit(documents, [claim('B', 'b2')]);
    expect(await commit(documents, [claim('A', 'a2'), claim('B', 'b2')])).toBe('B');
    expect(await isThere('a2')).toBe(false);
  });

  it('names the first of several broken claims, in their order', async () => {
    await commit(documents, [claim('B', 'b3'), claim('C', 'c3')]);
    const claims = [claim('A', 'a3'), claim('C', 'c3'), claim('B', 'b3')];
    expect(await commit(documents, claims)).toBe('C');
    expect(await commit(documents, claims.toReversed())).toBe('B');
  });

  it('that cannot be made at all is a failure, not a loss', async () => {
    const twice = [claim('A', 'a4'), claim('A', 'a4')];
    await expect(commit(documents, twice)).rejects.toThrow();
  });
});

describe('a transaction that meets another one', () => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'ap-east-1' }));
  const cancelled = (...codes: string[]) =>
    new TransactionCanceledException({
      message: 'cancelled',
      $metadata: {},
      CancellationReasons: codes.map((Code) => ({ Code })),
    });
  const claims = [claim('A', 'a'), claim('B', 'b')];

  it('is tried again, and committed once the other has gone', async () => {
    const mock = mockClient(client);
    mock
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled('None', 'TransactionConflict'))
      .rejectsOnce(cancelled('TransactionConflict', 'None'))
      .resolves({});
    expect(await commit(client, claims)).toBe('COMMITTED');
    expect(mock.calls()).toHaveLength(3);
  });

  it('gives up where it keeps meeting others', async () => {
    const mock = mockClient(client);
    mock.on(TransactWriteCommand).rejects(cancelled('None', 'TransactionConflict'));
    await expect(commit(client, claims)).rejects.toMatchObject({ name: 'RegisterContended' });
    expect(mock.calls()).toHaveLength(4);
  });

  it('has lost at once where a condition is broken as well', async () => {
    const mock = mockClient(client);
    mock
      .on(TransactWriteCommand)
      .rejects(cancelled('TransactionConflict', 'ConditionalCheckFailed'));
    expect(await commit(client, claims)).toBe('B');
    expect(mock.calls()).toHaveLength(1);
  });

  it('is not tried again for any other reason', async () => {
    const mock = mockClient(client);
    mock.on(TransactWriteCommand).rejects(cancelled('None', 'ValidationError'));
    await expect(commit(client, claims)).rejects.toBeInstanceOf(TransactionCanceledException);
    expect(mock.calls()).toHaveLength(1);
  });
});
