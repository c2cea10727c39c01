import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { readAll } from '../runtime/read-all.ts';
import { Business } from './business.ts';
import { businessKey } from './business-key.ts';

/** What the register publishes of a business; undefined where the code is nobody's. */
export const businessOf =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (uscc: string): Promise<Business | undefined> => {
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key: businessKey(uscc), ConsistentRead: true }),
    );
    return Item && Business.parse(Item);
  };

/** The businesses of these codes, in any order; a code that is nobody's is left out. */
export const businessesOf =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (codes: readonly string[]): Promise<readonly Business[]> =>
    (await readAll(documents, table, codes.map(businessKey))).map((item) => Business.parse(item));
