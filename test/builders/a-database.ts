import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll } from 'vitest';
import type { Table } from '#functions/catalogue.ts';
import { INDEXES } from '#infra/constructs/tables.ts';
import { startDatabase } from '#local/dynamodb.ts';
import { provideTable } from '#local/tables.ts';

const TABLES = ['applications', 'register', 'batches', 'access'] as const satisfies Table[];

export interface Database {
  readonly endpoint: string;
  readonly documents: DynamoDBDocumentClient;
  readonly tables: Readonly<Record<Table, string>>;
  /** a client of its own, whose middleware a test may change */
  newClient(): DynamoDBDocumentClient;
}

/**
 * The real engine with our tables, for one test file: ended and gone after its last test. Tests of a
 * file share it, so each takes ids, hosts and names of its own.
 */
export async function aDatabase(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'database-'));
  const engine = await startDatabase(join(folder, 'database.sqlite'));
  const clients: DynamoDBClient[] = [];
  afterAll(async () => {
    for (const client of clients) client.destroy();
    await engine.stop();
    rmSync(folder, { recursive: true });
  });
  const connect = () => {
    const client = new DynamoDBClient({
      endpoint: engine.endpoint,
      region: 'ap-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    clients.push(client);
    return client;
  };
  const newClient = () =>
    DynamoDBDocumentClient.from(connect(), { marshallOptions: { removeUndefinedValues: true } });

  const client = connect();
  for (const name of TABLES) await provideTable(client, definitionOf(name));
  return {
    endpoint: engine.endpoint,
    documents: newClient(),
    tables: {
      applications: 'applications',
      register: 'register',
      batches: 'batches',
      access: 'access',
    },
    newClient,
  };
}

/** A table with the indexes that the stack gives it; test/infra holds the template to the same. */
function definitionOf(name: Table): Parameters<typeof provideTable>[1] {
  const key = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
  const attributes = [
    'pk',
    'sk',
    ...INDEXES[name].flatMap(({ partition, sort }) => [partition, sort]),
  ];
  return {
    name,
    KeySchema: key('pk', 'sk'),
    AttributeDefinitions: [...new Set(attributes)].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S',
    })),
    GlobalSecondaryIndexes: INDEXES[name].map((index) => ({
      IndexName: index.name,
      KeySchema: key(index.partition, index.sort),
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.shows] },
    })),
    LocalSecondaryIndexes: [],
  };
}

/** Names of the requests that a client sends from now on, retries included, in their order. */
export function requestsOf(documents: DynamoDBDocumentClient): string[] {
  const sent: string[] = [];
  documents.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        sent.push(String(commandName));
        return next(args);
      },
    { step: 'finalizeRequest', priority: 'low' },
  );
  return sent;
}

/** The client's next transaction is committed, but its answer is lost on the way. */
export function loseNextAnswer(documents: DynamoDBDocumentClient): void {
  let lost = false;
  documents.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args);
        if (lost || commandName !== 'TransactWriteItemsCommand') return answer;
        lost = true;
        throw new Error('the answer was lost');
      },
    { step: 'initialize' },
  );
}
