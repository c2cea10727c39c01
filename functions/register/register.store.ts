import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { Business, IssuedLicence } from './business.ts';
import { businessKey, licenceKey } from './registration.store.ts';

/** What the register publishes of a business; undefined where the code is nobody's. */
export const businessOf =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (uscc: string): Promise<Business | undefined> => {
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key: businessKey(uscc), ConsistentRead: true }),
    );
    return Item && Business.parse(Item);
  };

/** The licence that was issued with a code. */
export const licenceOf =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (uscc: string): Promise<{ uscc: string; licence: string } | undefined> => {
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key: licenceKey(uscc), ConsistentRead: true }),
    );
    return Item && { uscc, licence: IssuedLicence.parse(Item).licence };
  };
