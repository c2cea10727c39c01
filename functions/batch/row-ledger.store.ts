import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { pagesOf } from '../runtime/queried.ts';
import { readAll } from '../runtime/read-all.ts';
import { commit } from '../runtime/transaction.ts';
import type { Clock } from '../shared/calendar.ts';
import type { BatchId } from '../shared/ids.ts';
import { headKey } from './batch.store.ts';
import { type Batch, type Chunk, Row, RowCounts } from './batch.ts';

/** Each chunk is a partition of its own, so that no batch makes one hot. */
const chunkPartition = (id: string, chunk: number): string =>
  `BATCH#${id}#${String(chunk).padStart(5, '0')}`;
export const rowKey = (id: string, chunk: number, row: number) => ({
  pk: chunkPartition(id, chunk),
  sk: `ROW#${String(row).padStart(6, '0')}`,
});
export const chunkKey = (id: string, chunk: number) => ({
  pk: chunkPartition(id, chunk),
  sk: 'CHUNK',
});
/** Ledgers of chunks that are counted side by side. */
const CHUNKS_AT_ONCE = 16;

/** What a closed chunk's item tells beside its counts; chunks closed long ago do not tell their rows. */
const ClosedChunk = z.object({ chunk: z.int().optional(), rows: z.int().optional() });

/** The row ledger of a batch, which is the truth about it, and the counts of its closed chunks. */
export const rowLedger = (
  documents: DynamoDBDocumentClient,
  table: string,
  now: Clock = Date.now,
) => {
  const linesOf = async (id: BatchId, chunk: number): Promise<number> => {
    const { Count = 0 } = await documents.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        Select: 'COUNT',
        KeyConditionExpression: 'pk = :chunk AND begins_with(sk, :row)',
        ExpressionAttributeValues: { ':chunk': chunkPartition(id, chunk), ':row': 'ROW#' },
      }),
    );
    return Count;
  };

  return {
    /** Rows of one chunk from after a row on. */
    async rows(id: BatchId, chunk: number, after = 0, limit?: number): Promise<Row[]> {
      const rows: Row[] = [];
      const pages = pagesOf(documents, {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :chunk AND sk BETWEEN :after AND :end',
        ExpressionAttributeValues: {
          ':chunk': chunkPartition(id, chunk),
          ':after': rowKey(id, chunk, after + 1).sk,
          ':end': 'ROW#~',
        },
        ...(limit && { Limit: limit }),
      });
      for await (const page of pages) {
        rows.push(...z.array(Row).parse(page));
        if (limit && rows.length >= limit) break;
      }
      return rows.slice(0, limit);
    },

    /** A line of the ledger for a row that is no application of its own; one that was taken in stays so, whatever is made of it now. */
    async note({ batchId, chunk }: Chunk, row: Row): Promise<void> {
      try {
        await documents.send(
          new PutCommand({
            TableName: table,
            Item: { ...rowKey(batchId, chunk, row.row), ...row },
            ConditionExpression: 'attribute_not_exists(pk) OR #state <> :taken',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: { ':taken': 'TAKEN_IN' },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },

    /** Keeps a chunk's counts once, and adds them to the batch's progress with it. */
    async closeChunk({ batchId, chunk, rows }: Chunk, counts: RowCounts): Promise<void> {
      const names = RowCounts.keyof().options.filter((name) => counts[name] !== undefined);
      await commit(documents, [
        [
          'CLOSED',
          {
            Put: {
              TableName: table,
              Item: { ...chunkKey(batchId, chunk), schemaVersion: 1, chunk, rows, counts },
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
              UpdateExpression: `SET progressAt = :now ADD closedChunks :one, ${names.map((name) => `${name} :${name}`).join(', ')}`,
              ConditionExpression: 'attribute_exists(pk)',
              ExpressionAttributeValues: {
                ':one': 1,
                ':now': new Date(now()).toISOString(),
                ...Object.fromEntries(names.map((name) => [`:${name}`, counts[name]])),
              },
            },
          },
        ],
      ]);
    },

    /**
     * Opens every closed chunk again whose ledger has not as many lines as rows were planned, so that
     * the next round takes it in.
     *
     * @returns how many there were
     */
    async reopenShort({ id, chunks = 0 }: Batch): Promise<number> {
      const keys = Array.from({ length: chunks }, (_, index) => chunkKey(id, index + 1));
      const queue = z
        .array(ClosedChunk)
        .parse(await readAll(documents, table, keys))
        .values();
      let short = 0;
      const worker = async () => {
        for (const { chunk, rows = 0 } of queue) {
          if (chunk === undefined || (await linesOf(id, chunk)) >= rows) continue;
          short += 1;
          await documents.send(new DeleteCommand({ TableName: table, Key: chunkKey(id, chunk) }));
        }
      };
      await Promise.all(Array.from({ length: CHUNKS_AT_ONCE }, worker));
      return short;
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
