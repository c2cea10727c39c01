import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { applicationKey, UNFINISHED_SHARDS } from '../application/application.store.ts';
import { Application } from '../application/application.ts';
import { Case } from '../application/case.ts';
import { type AttemptTask, attemptOfCase } from '../shared/ids.ts';
import type { Unfinished } from './sweep-unfinished.ts';

/** Finds what is unfinished by its index, and counts starts on the application's head. */
export const unfinishedStore = (documents: DynamoDBDocumentClient, table: string) => {
  /** The index only points; what is true is read from the table. */
  const read = async (key: { pk: unknown; sk: unknown }): Promise<Unfinished | undefined> => {
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key: { pk: key.pk, sk: key.sk }, ConsistentRead: true }),
    );
    if (!Item) return undefined;
    if (key.sk === 'HEAD') {
      const { id, attempt, state, starts = 0 } = Application.parse(Item);
      return state === 'SUBMITTED'
        ? { kind: 'ATTEMPT', task: { applicationId: id, attempt }, starts }
        : undefined;
    }
    const { id, state, taskToken } = Case.parse(Item);
    if (state !== 'DECIDED') return undefined;
    return {
      kind: 'DECISION',
      task: attemptOfCase(id),
      ...(taskToken !== undefined && { taskToken }),
    };
  };

  return {
    async *unfinished(before: string): AsyncIterable<Unfinished> {
      for (let shard = 0; shard < UNFINISHED_SHARDS; shard++) {
        let from: Record<string, unknown> | undefined;
        do {
          const page = await documents.send(
            new QueryCommand({
              TableName: table,
              IndexName: 'unfinished',
              KeyConditionExpression: 'unfinished = :shard AND unfinishedSince < :before',
              ExpressionAttributeValues: { ':shard': `SHARD#${shard}`, ':before': before },
              ...(from && { ExclusiveStartKey: from }),
            }),
          );
          for (const item of page.Items ?? []) {
            const unfinished = await read({ pk: item.pk, sk: item.sk });
            if (unfinished) yield unfinished;
          }
          from = page.LastEvaluatedKey;
        } while (from);
      }
    },

    async countStart({ applicationId, attempt }: AttemptTask, starts: number): Promise<boolean> {
      try {
        await documents.send(
          new UpdateCommand({
            TableName: table,
            Key: applicationKey(applicationId),
            UpdateExpression: 'SET starts = :next',
            ConditionExpression:
              '#state = :submitted AND attempt = :attempt AND (starts = :starts OR (attribute_not_exists(starts) AND :starts = :none))',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: {
              ':next': starts + 1,
              ':submitted': 'SUBMITTED',
              ':attempt': attempt,
              ':starts': starts,
              ':none': 0,
            },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
};
