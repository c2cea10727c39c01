import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { DeleteTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { DeployedTable } from './deployment.ts';
import { provideTable } from './tables.ts';

export type Item = Readonly<Record<string, unknown>>;
const Item = z.record(z.string(), z.unknown());

/** Items of one BatchWrite (DynamoDB's limit). */
const AT_ONCE = 25;

/** Every item of a table, a page at a time. */
export async function* itemsOf(client: DynamoDBClient, table: string): AsyncIterable<Item> {
  const documents = DynamoDBDocumentClient.from(client);
  let from: Record<string, unknown> | undefined;
  do {
    const page = await documents.send(
      new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: from }),
    );
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
}

/** What JSON has not, under the names of DynamoDB's types. */
const written = (_name: string, value: unknown): unknown => {
  if (value instanceof Set) return { SS: [...value] };
  return value instanceof Uint8Array ? { B: Buffer.from(value).toString('base64') } : value;
};
const TextSet = z.strictObject({ SS: z.array(z.string()) }).transform(({ SS }) => new Set(SS));
const Bytes = z.strictObject({ B: z.base64() }).transform(({ B }) => Buffer.from(B, 'base64'));
const read = (_name: string, value: unknown): unknown =>
  z.union([TextSet, Bytes, z.unknown()]).parse(value);

/** Writes each table into a file of its own, one item a line, as DynamoDB's export to S3 does. */
export async function exportTables(
  client: DynamoDBClient,
  tables: readonly string[],
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const table of tables) {
    const file = createWriteStream(join(folder, `${table}.jsonl`), { mode: 0o600 });
    for await (const item of itemsOf(client, table))
      file.write(`${JSON.stringify(item, written)}\n`);
    file.end();
    await finished(file);
  }
}

/** A table as if it had been lost: it is made again, empty, and filled from the export. */
export async function restoreTable(
  client: DynamoDBClient,
  table: DeployedTable,
  folder: string,
): Promise<number> {
  await client.send(new DeleteTableCommand({ TableName: table.name }));
  await provideTable(client, table);
  const documents = DynamoDBDocumentClient.from(client);
  const lines = createInterface(createReadStream(join(folder, `${table.name}.jsonl`)));
  let count = 0;
  let batch: Item[] = [];
  const write = async () => {
    let left = batch.map((Item) => ({ PutRequest: { Item } }));
    batch = [];
    while (left.length > 0) {
      const { UnprocessedItems = {} } = await documents.send(
        new BatchWriteCommand({ RequestItems: { [table.name]: left } }),
      );
      left = (UnprocessedItems[table.name] ?? []).flatMap(({ PutRequest }) =>
        PutRequest?.Item ? [{ PutRequest: { Item: PutRequest.Item } }] : [],
      );
    }
  };
  for await (const line of lines) {
    batch.push(Item.parse(JSON.parse(line, read)));
    count += 1;
    if (batch.length === AT_ONCE) await write();
  }
  await write();
  return count;
}
