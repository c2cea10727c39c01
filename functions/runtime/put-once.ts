import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';

/** Puts an item that is the same whoever puts it; one that is there stays as it is. */
export async function putOnce(
  documents: DynamoDBDocumentClient,
  table: string,
  item: { readonly pk: string; readonly sk: string; readonly [attribute: string]: unknown },
): Promise<void> {
  try {
    await documents.send(
      new PutCommand({
        TableName: table,
        Item: item,
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
