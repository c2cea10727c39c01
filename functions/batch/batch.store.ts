import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { commit } from '../runtime/transaction.ts';
import { DomainError } from '../shared/errors.ts';
import { BatchId } from '../shared/ids.ts';
import { Batch, type Chunk, Row, RowCounts } from './batch.ts';

const headKey = (id: string) => ({ pk: `BATCH#${id}`, sk: 'HEAD' });
/** Each chunk is a partition of its own, so that no batch makes one hot. */
const chunkPartition = (id: string, chunk: number): string =>
  `BATCH#${id}#${String(chunk).padStart(5, '0')}`;
export const rowKey = (id: string, chunk: number, row: number) => ({
  pk: chunkPartition(id, chunk),
  sk: `ROW#${String(row).padStart(6, '0')}`,
});
const chunkKey = (id: string, chunk: number) => ({ pk: chunkPartition(id, chunk), sk: 'CHUNK' });
export const fileKey = (id: BatchId): string => `batches/${id}/rows.ndjson`;
export const chunksKey = (id: BatchId): string => `batches/${id}/chunks.jsonl`;

/** Keys of one BatchGet (DynamoDB's limit). */
const AT_ONCE = 100;

const indexed = ({ id, agent }: Batch) => ({ agentKey: `AGENT#${agent}`, agentSort: id });

export const batchStore = (documents: DynamoDBDocumentClient, table: string) => {
  const put = async (next: Batch, condition: object): Promise<'WRITTEN' | 'MOVED'> => {
    try {
      await documents.send(
        new PutCommand({
          TableName: table,
          Item: { ...headKey(next.id), ...next, ...indexed(next) },
          ...condition,
        }),
      );
      return 'WRITTEN';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'MOVED';
      throw error;
    }
  };
  const write = (next: Batch, read: Batch) =>
    put(next, {
      ConditionExpression: '#version = :read',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':read': read.version },
    });

  return {
    /** @throws {DomainError} ApplicationNotFound when there is no such batch */
    async batch(id: BatchId): Promise<Batch> {
      const { Item } = await documents.send(
        new GetCommand({ TableName: table, Key: headKey(id), ConsistentRead: true }),
      );
      if (!Item) throw new DomainError('ApplicationNotFound', { batchId: id });
      return Batch.parse(Item);
    },

    create: (batch: Batch) => put(batch, { ConditionExpression: 'attribute_not_exists(pk)' }),
    write,

    opened: (read: Batch, rows: number, chunks: number) =>
      write({ ...read, state: 'RUNNING', rows, chunks, version: read.version + 1 }, read),

    rejected: (read: Batch, fault: NonNullable<Batch['fault']>, line: number | undefined) =>
      write(
        {
          ...read,
          state: 'REJECTED',
          fault,
          ...(line !== undefined && { line }),
          version: read.version + 1,
        },
        read,
      ),

    /** An agent's batches, newest first; the index may be a moment behind. */
    async ofAgent(agent: string, limit: number, before?: string) {
      const agentKey = `AGENT#${agent}`;
      const from = BatchId.safeParse(before).data;
      const { Items = [], LastEvaluatedKey } = await documents.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'by-agent',
          KeyConditionExpression: 'agentKey = :agent',
          ExpressionAttributeValues: { ':agent': agentKey },
          ScanIndexForward: false,
          Limit: limit,
          ...(from && { ExclusiveStartKey: { ...headKey(from), agentKey, agentSort: from } }),
        }),
      );
      const batches = Items.map(({ agentSort, state, rows, createdAt }) => ({
        id: String(agentSort),
        state,
        rows,
        createdAt,
      }));
      const last = batches.at(-1);
      return { batches, ...(LastEvaluatedKey && last && { next: last.id }) };
    },

    /** Rows of one chunk from after a row on. */
    async rows(id: BatchId, chunk: number, after = 0, limit?: number): Promise<Row[]> {
      const rows: Row[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const page = await documents.send(
          new QueryCommand({
            TableName: table,
            ConsistentRead: true,
            KeyConditionExpression: 'pk = :chunk AND sk BETWEEN :after AND :end',
            ExpressionAttributeValues: {
              ':chunk': chunkPartition(id, chunk),
              ':after': rowKey(id, chunk, after + 1).sk,
              ':end': 'ROW#~',
            },
            ...(limit && { Limit: limit - rows.length }),
            ...(from && { ExclusiveStartKey: from }),
          }),
        );
        rows.push(...z.array(Row).parse(page.Items ?? []));
        from = page.LastEvaluatedKey;
      } while (from && rows.length !== limit);
      return rows;
    },

    async note({ batchId, chunk }: Chunk, row: Row): Promise<void> {
      await documents.send(
        new PutCommand({ TableName: table, Item: { ...rowKey(batchId, chunk, row.row), ...row } }),
      );
    },

    /** Keeps a chunk's counts once, and adds them to the batch's progress with it. */
    async closeChunk({ batchId, chunk }: Chunk, counts: RowCounts): Promise<void> {
      const names = RowCounts.keyof().options;
      await commit(documents, [
        [
          'CLOSED',
          {
            Put: {
              TableName: table,
              Item: { ...chunkKey(batchId, chunk), schemaVersion: 1, counts },
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
        ],
        [
          'CLOSED',
          {
            Update: {
              TableName: table,
              Key: headKey(batchId),
              UpdateExpression: `ADD closedChunks :one, ${names.map((name) => `${name} :${name}`).join(', ')}`,
              ConditionExpression: 'attribute_exists(pk)',
              ExpressionAttributeValues: {
                ':one': 1,
                ...Object.fromEntries(names.map((name) => [`:${name}`, counts[name]])),
              },
            },
          },
        ],
      ]);
    },

    async closedChunks({ id, chunks = 0 }: Batch): Promise<RowCounts[]> {
      const keys = Array.from({ length: chunks }, (_, index) => chunkKey(id, index + 1));
      const items = await readAll(documents, table, keys);
      return z
        .array(z.object({ counts: RowCounts }))
        .parse(items)
        .map(({ counts }) => counts);
    },
  };
};

/** Many items of one table, consistently, a hundred at a time. */
export async function readAll(
  documents: DynamoDBDocumentClient,
  table: string,
  keys: readonly object[],
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  let left = [...keys];
  while (left.length > 0) {
    const { Responses = {}, UnprocessedKeys = {} } = await documents.send(
      new BatchGetCommand({
        RequestItems: { [table]: { Keys: left.slice(0, AT_ONCE), ConsistentRead: true } },
      }),
    );
    found.push(...(Responses[table] ?? []));
    left = [...(UnprocessedKeys[table]?.Keys ?? []), ...left.slice(AT_ONCE)];
  }
  return found;
}
