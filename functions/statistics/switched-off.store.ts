import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

const PK = 'STATISTICS';
const PREFIX = 'OFF#';

const Off = z.object({ sk: z.string(), week: z.string() });

/** Versions of rules that turned themselves to REFER: name in tallies → the last week that is settled. A few. */
export const switchedOffStore = (documents: DynamoDBDocumentClient, table: string) => ({
  async offSince(): Promise<ReadonlyMap<string, string>> {
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :off)',
        ExpressionAttributeValues: { ':pk': PK, ':off': PREFIX },
      }),
    );
    return new Map(
      z
        .array(Off)
        .parse(Items)
        .map(({ sk, week }) => [sk.slice(PREFIX.length), week]),
    );
  },

  async noteOff(name: string, week: string): Promise<void> {
    await documents.send(
      new PutCommand({
        TableName: table,
        Item: { pk: PK, sk: `${PREFIX}${name}`, schemaVersion: 1, week },
      }),
    );
  },
});
