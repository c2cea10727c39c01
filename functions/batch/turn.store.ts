import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Batch } from './batch.ts';

/** After a day a batch's machine has ended, whatever became of it; its turn then is anybody's. */
const TURN_MS = 86_400_000;

const turnKey = (agent: string) => ({ pk: `TURN#${agent}`, sk: 'TURN' });

/** Whose turn it is among an agent's batches: one item for each agent, put if absent. */
export const agentTurns = (
  documents: DynamoDBDocumentClient,
  table: string,
  now: () => number,
) => ({
  async takeTurn({ agent, id }: Batch): Promise<'TAKEN' | 'ANOTHERS'> {
    const until = new Date(now() + TURN_MS).toISOString();
    try {
      await documents.send(
        new PutCommand({
          TableName: table,
          Item: { ...turnKey(agent), schemaVersion: 1, batchId: id, until },
          ConditionExpression: 'attribute_not_exists(pk) OR batchId = :own OR #until < :now',
          ExpressionAttributeNames: { '#until': 'until' },
          ExpressionAttributeValues: { ':own': id, ':now': new Date(now()).toISOString() },
        }),
      );
      return 'TAKEN';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'ANOTHERS';
      throw error;
    }
  },

  /** Gives one's own turn back; another's is left alone. */
  async leaveTurn({ agent, id }: Batch): Promise<void> {
    try {
      await documents.send(
        new DeleteCommand({
          TableName: table,
          Key: turnKey(agent),
          ConditionExpression: 'attribute_not_exists(pk) OR batchId = :own',
          ExpressionAttributeValues: { ':own': id },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
});
