import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { pagesOf } from '../runtime/queried.ts';
import type { Clock } from '../shared/calendar.ts';
import { DomainError } from '../shared/errors.ts';
import { BatchId } from '../shared/ids.ts';
import { Batch } from './batch.ts';

export const headKey = (id: string) => ({ pk: `BATCH#${id}`, sk: 'HEAD' });
/** A batch's rows as they are taken in; of an NDJSON file, the original itself. */
export const rowsKey = (id: BatchId): string => `batches/${id}/rows.ndjson`;
/** What the agent uploaded: kept as evidence. */
export const originalKey = ({ id, format }: Pick<Batch, 'id' | 'format'>): string =>
  format === 'CSV' ? `batches/${id}/original.csv` : rowsKey(id);
export const chunksKey = (id: BatchId): string => `batches/${id}/chunks.jsonl`;

const SHARDS = 4;
const shardOf = (shard: number): string => `SHARD#${shard}`;

/** Index attributes of a head; whatever is written is progress. */
const indexed = ({ id, agent, state }: Batch, now: number) => ({
  agentKey: `AGENT#${agent}`,
  agentSort: id,
  progressAt: new Date(now).toISOString(),
  ...((state === 'SUBMITTED' || state === 'RUNNING') && {
    underWay: shardOf(id.charCodeAt(id.length - 1) % SHARDS),
  }),
});

export const batchStore = (
  documents: DynamoDBDocumentClient,
  table: string,
  now: Clock = Date.now,
) => {
  const put = async (next: Batch, condition: object): Promise<'WRITTEN' | 'MOVED'> => {
    try {
      await documents.send(
        new PutCommand({
          TableName: table,
          Item: { ...headKey(next.id), ...next, ...indexed(next, now()) },
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

  const batch = async (id: BatchId): Promise<Batch> => {
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key: headKey(id), ConsistentRead: true }),
    );
    if (!Item) throw new DomainError('ApplicationNotFound', { batchId: id });
    return Batch.parse(Item);
  };

  return {
    /** @throws {DomainError} ApplicationNotFound when there is no such batch */
    batch,

    create: (batch: Batch) => put(batch, { ConditionExpression: 'attribute_not_exists(pk)' }),
    write,

    opened: (
      read: Batch,
      rows: number,
      chunks: number,
      { encoding, fileTag, standing }: Pick<Batch, 'encoding' | 'fileTag' | 'standing'> = {},
    ) =>
      write(
        {
          ...read,
          state: 'RUNNING',
          rows,
          chunks,
          ...(encoding && { encoding }),
          ...(fileTag && { fileTag }),
          ...(standing && { standing }),
          version: read.version + 1,
        },
        read,
      ),

    rejected: (
      read: Batch,
      fault: NonNullable<Batch['fault']>,
      line: number | undefined,
      column?: number,
    ) =>
      write(
        {
          ...read,
          state: 'REJECTED',
          fault,
          ...(line !== undefined && { line }),
          ...(column !== undefined && { column }),
          version: read.version + 1,
        },
        read,
      ),

    /** Heads of batches under way that have not got on since a moment; the index only points. */
    async *standingStill(before: string): AsyncIterable<Batch> {
      for (let shard = 0; shard < SHARDS; shard++) {
        const pages = pagesOf(documents, {
          TableName: table,
          IndexName: 'under-way',
          KeyConditionExpression: 'underWay = :shard AND progressAt < :before',
          ExpressionAttributeValues: { ':shard': shardOf(shard), ':before': before },
        });
        for await (const page of pages) {
          for (const { pk } of page) {
            const head = await batch(BatchId.parse(String(pk).slice('BATCH#'.length)));
            const { state, progressAt = head.createdAt } = head;
            if ((state === 'SUBMITTED' || state === 'RUNNING') && progressAt < before) yield head;
          }
        }
      }
    },

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
  };
};
