import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Reading } from '#functions/application/read-log.ts';
import type { Database } from './a-database.ts';

/** Who read an application, in order. */
export const readingsOf =
  ({ documents, tables }: Database) =>
  async (id: string): Promise<readonly Reading[]> => {
    const { Items } = await documents.send(
      new QueryCommand({
        TableName: tables.applications,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :read)',
        ExpressionAttributeValues: { ':pk': `APP#${id}`, ':read': 'READ#' },
      }),
    );
    return z.array(Reading).parse(Items);
  };
