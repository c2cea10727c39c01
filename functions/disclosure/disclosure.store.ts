import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Reading } from '../application/read-log.ts';
import { Host } from '../cluster/host.ts';
import { hostKey } from '../cluster/place.store.ts';
import type { KeptReading } from './disclosures.ts';

const KIND = 'READ#';

/** What officials have read of an application, and by what name a host is known. */
export const disclosureStore = (
  documents: DynamoDBDocumentClient,
  table: string,
  registerTable: string,
) => ({
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

  async hostName(id: string): Promise<string | undefined> {
    const { pk, sk } = hostKey(id);
    const { Items: [head] = [] } = await documents.send(
      new QueryCommand({
        TableName: registerTable,
        KeyConditionExpression: 'pk = :pk AND sk = :sk',
        ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
      }),
    );
    return head && Host.parse(head).name;
  },
});
