import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { applicationKey } from '../application/application.store.ts';
import type { Application } from '../application/application.ts';
import { UNFINISHED_SHARDS, waitingKey } from '../application/application-indexes.ts';
import { nextLook } from '../application/waiting.ts';
import { ApplicationId } from '../shared/ids.ts';
import type { SweepWaitingPorts } from './sweep-waiting.ts';

/** Finds what the clock wants to look at, and notes reminders on the head. */
export const waitingStore = (
  documents: DynamoDBDocumentClient,
  table: string,
): Pick<SweepWaitingPorts, 'due' | 'reminded'> => ({
  async due(now, most) {
    const found: ApplicationId[] = [];
    for (let shard = 0; shard < UNFINISHED_SHARDS; shard++) {
      const { Items = [] } = await documents.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'unfinished',
          KeyConditionExpression: 'unfinished = :shard AND unfinishedSince <= :now',
          ExpressionAttributeValues: { ':shard': waitingKey(shard), ':now': now },
          Limit: Math.ceil(most / UNFINISHED_SHARDS),
        }),
      );
      found.push(...Items.map(({ pk }) => ApplicationId.parse(String(pk).slice('APP#'.length))));
    }
    return found;
  },

  async reminded(application: Application, reminders, at) {
    const look = nextLook({ ...application, reminders });
    try {
      await documents.send(
        new UpdateCommand({
          TableName: table,
          Key: applicationKey(application.id),
          UpdateExpression: 'SET reminders = :reminders, remindedAt = :at, unfinishedSince = :look',
          ConditionExpression:
            '#state = :signing AND #version = :read AND (attribute_not_exists(reminders) OR reminders < :reminders)',
          ExpressionAttributeNames: { '#state': 'state', '#version': 'version' },
          ExpressionAttributeValues: {
            ':reminders': reminders,
            ':at': at,
            ':look': look?.at ?? at,
            ':signing': 'SIGNING',
            ':read': application.version,
          },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
