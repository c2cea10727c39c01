import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { readAll } from '../runtime/read-all.ts';
import { commit } from '../runtime/transaction.ts';
import { headKey } from './batch.store.ts';
import { RowCounts } from './batch.ts';
import { differenceOf, type RecountPorts } from './recount.ts';
import { chunkKey } from './row-ledger.store.ts';

/** Chunks closed long ago do not tell their number. */
const Counted = z.object({ chunk: z.int().optional(), counts: RowCounts });

/** Counts of closed chunks, as they are kept beside the ledger and on the batch's head. */
export const recountStore = (
  documents: DynamoDBDocumentClient,
  table: string,
): Pick<RecountPorts, 'counted' | 'recounted' | 'goOnFrom'> => ({
  async counted({ id }, first, last) {
    const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const keys = numbers.map((chunk) => chunkKey(id, chunk));
    const items = z.array(Counted).parse(await readAll(documents, table, keys));
    return items.flatMap(({ chunk, counts }) => (chunk === undefined ? [] : [{ chunk, counts }]));
  },

  async recounted({ id }, { chunk, counts }, now) {
    const difference = Object.entries(differenceOf(counts, now)).filter(([, count]) => count !== 0);
    return commit(documents, [
      [
        'RECOUNTED',
        {
          Update: {
            TableName: table,
            Key: chunkKey(id, chunk),
            UpdateExpression: 'SET #counts = :now',
            ConditionExpression: '#counts = :before',
            ExpressionAttributeNames: { '#counts': 'counts' },
            ExpressionAttributeValues: { ':now': now, ':before': counts },
          },
        },
      ],
      [
        'RECOUNTED',
        {
          Update: {
            TableName: table,
            Key: headKey(id),
            UpdateExpression: `ADD ${difference.map(([name]) => `#${name} :${name}`).join(', ')}`,
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeNames: Object.fromEntries(
              difference.map(([name]) => [`#${name}`, name]),
            ),
            ExpressionAttributeValues: Object.fromEntries(
              difference.map(([name, count]) => [`:${name}`, count]),
            ),
          },
        },
      ],
    ]);
  },

  async goOnFrom({ id }, chunk) {
    await documents.send(
      new UpdateCommand({
        TableName: table,
        Key: headKey(id),
        UpdateExpression: 'SET recountFrom = :chunk',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':chunk': chunk },
      }),
    );
  },
});
