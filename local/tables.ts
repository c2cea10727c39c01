import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { DeployedTable } from './deployment.ts';

/**
 * Creates a table of the template with its indexes and its time to live, when it is not there.
 *
 * @throws {Error} when it is there with other keys or indexes: the data folder is another version's.
 */
export async function provideTable(client: DynamoDBClient, table: DeployedTable): Promise<void> {
  const existing = await describe(client, table.name);
  if (existing) {
    if (shape(existing) !== shape(table)) {
      throw new Error(
        `table ${table.name} was made by another version of the system; start with a new --data folder`,
      );
    }
    return;
  }
  const { name, TimeToLiveSpecification, ...properties } = table;
  const { GlobalSecondaryIndexes: global, LocalSecondaryIndexes: local } = properties;
  await client.send(
    new CreateTableCommand({
      TableName: name,
      KeySchema: properties.KeySchema,
      AttributeDefinitions: properties.AttributeDefinitions,
      BillingMode: 'PAY_PER_REQUEST',
      ...(global.length > 0 && { GlobalSecondaryIndexes: global.map(defined) }),
      ...(local.length > 0 && { LocalSecondaryIndexes: local.map(defined) }),
    }),
  );
  if (!TimeToLiveSpecification) return;
  await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification }));
}

type Index = DeployedTable['GlobalSecondaryIndexes'][number];

const defined = ({ IndexName, KeySchema, Projection }: Index) => ({
  IndexName,
  KeySchema,
  Projection: {
    ProjectionType: Projection.ProjectionType,
    ...(Projection.NonKeyAttributes && { NonKeyAttributes: Projection.NonKeyAttributes }),
  },
});

async function describe(
  client: DynamoDBClient,
  name: string,
): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

type Shape = Pick<
  TableDescription,
  'KeySchema' | 'GlobalSecondaryIndexes' | 'LocalSecondaryIndexes'
>;

/** Keys and indexes in one text, so that two tables compare. */
const shape = ({ KeySchema, GlobalSecondaryIndexes, LocalSecondaryIndexes }: Shape): string =>
  [
    keys(KeySchema),
    ...[...(GlobalSecondaryIndexes ?? []), ...(LocalSecondaryIndexes ?? [])]
      .map((index) => `${index.IndexName} ${keys(index.KeySchema)}`)
      .sort(),
  ].join('; ');

const keys = (schema: Shape['KeySchema']): string =>
  (schema ?? []).map(({ AttributeName, KeyType }) => `${KeyType} ${AttributeName}`).join(', ');
