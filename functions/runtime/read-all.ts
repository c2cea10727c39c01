import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { unpacked } from './packed.ts';

/** Keys of one BatchGet (DynamoDB's limit). */
const AT_ONCE = 100;

/** Many items of one table, consistently, a hundred at a time. */
export async function readAll(
  documents: DynamoDBDocumentClient,
  table: string,
  keys: readonly object[],
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  let left = [...keys];
  while (left.length > 0) {
    const { Responses = {}, UnprocessedKeys = {} } = await documents.send(
      new BatchGetCommand({
        RequestItems: { [table]: { Keys: left.slice(0, AT_ONCE), ConsistentRead: true } },
      }),
    );
    found.push(...(Responses[table] ?? []).map(unpacked));
    left = [...(UnprocessedKeys[table]?.Keys ?? []), ...left.slice(AT_ONCE)];
  }
  return found;
}
