import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { unpacked } from '../runtime/packed.ts';
import { licenceKey } from './business-key.ts';

/** The licence that belongs to a business. */
const IssuedLicence = z.object({
  schemaVersion: z.literal(1),
  licence: z.string(),
  keyId: z.string(),
});

/** The licence that was issued with a code. */
export const licenceOf =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (uscc: string): Promise<{ uscc: string; licence: string } | undefined> => {
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key: licenceKey(uscc), ConsistentRead: true }),
    );
    return Item && { uscc, licence: IssuedLicence.parse(unpacked(Item)).licence };
  };
