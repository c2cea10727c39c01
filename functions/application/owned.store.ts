import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { ApplicationId } from '../shared/ids.ts';
import { applicationKey } from './application.store.ts';
import { ApplicationState } from './lifecycle.ts';

const Listed = z.object({
  id: ApplicationId,
  state: ApplicationState,
  version: z.int(),
  updatedAt: z.string(),
});

/**
 * An owner's applications from the index, newest first. The list may be a moment behind; batch rows
 * stand in their batch's list instead.
 *
 * @param before id of the last application of the page before
 */
export const ownedApplications =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (owner: string, limit: number, before?: string) => {
    const ownerKey = `OWNER#${owner}`;
    const from = ApplicationId.safeParse(before).data;
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'by-owner',
        KeyConditionExpression: 'ownerKey = :owner',
        ExpressionAttributeValues: { ':owner': ownerKey },
        ScanIndexForward: false,
        Limit: limit,
        ...(from && { ExclusiveStartKey: { ...applicationKey(from), ownerKey, ownerSort: from } }),
      }),
    );
    const applications = z
      .array(Listed)
      .parse(Items.map((item) => ({ ...item, id: item.ownerSort })));
    const last = applications.at(-1);
    return { applications, ...(LastEvaluatedKey && last && { next: last.id }) };
  };
