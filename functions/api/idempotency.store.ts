import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Json } from '../shared/canonical-json.ts';
import { digestOf } from '../shared/digest.ts';
import { Problem } from './problems.ts';

/** How long a key is remembered, in seconds. The effect itself is put-if-absent under the id for ever. */
const REMEMBERED_S = 48 * 3600;

/**
 * Ties an `Idempotency-Key` to the id of what the first call made. A repeated call gets the same id
 * and goes on where the first stopped: there is no answer to store and no lock to outlive a crash.
 *
 * @throws {Problem} idempotency-key-reused for the same key with another body
 */
export const idempotentIds =
  (documents: DynamoDBDocumentClient, table: string, now: () => number) =>
  async <Id extends string>(
    caller: string,
    route: string,
    key: string,
    body: Json,
    fresh: Id,
  ): Promise<{ id: Id; replayed: boolean }> => {
    const digest = await digestOf(body);
    try {
      await documents.send(
        new PutCommand({
          TableName: table,
          Item: {
            pk: `IDEMPOTENCY#${caller}#${route}#${key}`,
            sk: 'ID',
            schemaVersion: 1,
            id: fresh,
            digest,
            expires: Math.floor(now() / 1000) + REMEMBERED_S,
          },
          ConditionExpression: 'attribute_not_exists(pk) OR expires < :now',
          ExpressionAttributeValues: { ':now': Math.floor(now() / 1000) },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return { id: fresh, replayed: false };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const first = unmarshall(error.Item ?? {});
      if (first.digest !== digest) throw new Problem('idempotency-key-reused');
      return { id: first.id as Id, replayed: true };
    }
  };
