import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ReadLog } from './read-log.ts';

/**
 * Keeps each reading as an item of its own beside the application, after its head and history, where
 * no task reads. One request; two readings of one moment differ by their salts.
 */
export const readLog =
  (documents: DynamoDBDocumentClient, table: string, newSalt: () => string): ReadLog =>
  async (applicationId, reading) => {
    await documents.send(
      new PutCommand({
        TableName: table,
        Item: {
          pk: `APP#${applicationId}`,
          sk: `READ#${reading.at}-${newSalt()}`,
          schemaVersion: 1,
          ...reading,
        },
      }),
    );
  };
