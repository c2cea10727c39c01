import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Reading } from '../application/read-log.ts';
import type { KeptReading } from './disclosures.ts';

const KIND = 'READ#';

/** What officials have read of an application. */
export const disclosureStore = (documents: DynamoDBDocumentClient, table: string) => ({
  /**
   * The newest readings, consistently, in one request.
   *
   * @param before key of the last one that was told
   */
  async readings(applicationId: string, limit: number, before?: string): Promise<KeptReading[]> {
    const pk = `APP#${applicationId}`;
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :kind)',
        ExpressionAttributeValues: { ':pk': pk, ':kind': KIND },
        ScanIndexForward: false,
        Limit: limit,
        ...(before !== undefined && { ExclusiveStartKey: { pk, sk: KIND + before } }),
      }),
    );
    return Items.map((item) => ({
      ...Reading.parse(item),
      key: z.string().parse(item.sk).slice(KIND.length),
    }));
  },
});
