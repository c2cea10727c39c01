import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { REGION } from '#local/aws-services.ts';
import { CREDENTIALS } from '#local/s3.ts';

const Order = z.object({
  endpoint: z.string(),
  table: z.string(),
  count: z.number(),
  concurrency: z.number(),
  /** begins the keys, another in each run */
  prefix: z.string(),
});
type Order = z.infer<typeof Order>;

const text = (bytes: number): string => 'x'.repeat(bytes);

/**
 * The bare work of one application, design.md section 7, word for word: TransactWrite of 4 items (6 kB),
 * conditional Update, Query of 2 items, Put (1 kB), Query of 3 items, BatchGet of 6 keys, conditional
 * Put (4 kB), Query of 3 items, TransactWrite of 6 items (8 kB). No request waits for less than the one before.
 */
async function referenceTrace(
  documents: DynamoDBDocumentClient,
  TableName: string,
  pk: string,
): Promise<void> {
  const key = (sk: string) => ({ pk, sk });
  const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
  const query = (first: string, last: string) =>
    new QueryCommand({
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: { ':pk': pk, ':first': first, ':last': last },
    });
  const put = (sk: string, bytes: number) => ({
    Put: { TableName, Item: { ...key(sk), body: text(bytes) }, ...absent },
  });
  await documents.send(
    new TransactWriteCommand({ TransactItems: ['A', 'B', 'C', 'D'].map((sk) => put(sk, 1_500)) }),
  );
  await documents.send(
    new UpdateCommand({
      TableName,
      Key: { pk: `${pk}#NAME`, sk: 'CARD' },
      UpdateExpression: 'SET holder = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ...absent,
    }),
  );
  await documents.send(query('A', 'B'));
  await documents.send(new PutCommand({ TableName, Item: { ...key('E'), body: text(1_000) } }));
  await documents.send(query('A', 'C'));
  await documents.send(
    new BatchGetCommand({
      RequestItems: {
        [TableName]: {
          ConsistentRead: true,
          Keys: [...['A', 'B', 'C', 'D', 'E'].map(key), { pk: `${pk}#NAME`, sk: 'CARD' }],
        },
      },
    }),
  );
  await documents.send(
    new PutCommand({ TableName, Item: { ...key('F'), body: text(4_000) }, ...absent }),
  );
  await documents.send(query('C', 'E'));
  await documents.send(
    new TransactWriteCommand({
      TransactItems: ['G', 'H', 'I', 'J', 'K', 'L'].map((sk) => put(sk, 1_333)),
    }),
  );
}

/**
 * Runs the trace for so many applications in a thread of its own, as the functions have theirs.
 *
 * @returns milliseconds, from the first request to the last answer
 */
export function timeReferenceTrace(order: Order): Promise<number> {
  const worker = new Worker(new URL(import.meta.url), { workerData: order });
  return new Promise((resolve, reject) => {
    worker.once('message', (took) => resolve(z.number().parse(took)));
    worker.once('error', reject);
  });
}

async function run({ endpoint, table, count, concurrency, prefix }: Order): Promise<number> {
  const client = new DynamoDBClient({ endpoint, region: REGION, credentials: CREDENTIALS });
  const documents = DynamoDBDocumentClient.from(client);
  // connections and compiled code are not what is measured: every function is warm too
  for (let warm = 0; warm < 20; warm++)
    await referenceTrace(documents, table, `${prefix}#WARM#${warm}`);
  const startedAt = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < count) await referenceTrace(documents, table, `${prefix}#${next++}`);
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  const took = performance.now() - startedAt;
  client.destroy();
  return took;
}

if (!isMainThread && parentPort) parentPort.postMessage(await run(Order.parse(workerData)));
