import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type AgentDecisions, countersOf } from './agent-decisions.ts';
import { subjectKey } from './subject.store.ts';

/**
 * Adds decisions on what an agent sent to the counters of a period, in the item in which reviews look
 * for what lists say of him: no item and no request more for a review. Whoever reads decisions in
 * their order counts, once for many; counted again up to the same place, they count once.
 *
 * @param upTo where the reading stands: later places sort after earlier ones
 */
export const countAgentDecisions =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (
    agent: string,
    period: number,
    { decided, returned }: AgentDecisions,
    upTo: string,
  ): Promise<void> => {
    const now = countersOf(period);
    const gone = countersOf(period - 2);
    try {
      await documents.send(
        new UpdateCommand({
          TableName: table,
          Key: subjectKey(`AGENT:${agent}`),
          UpdateExpression:
            'ADD #decided :decided, #returned :returned SET schemaVersion = :one, countedUpTo = :upTo REMOVE #goneDecided, #goneReturned',
          ConditionExpression: 'attribute_not_exists(countedUpTo) OR countedUpTo < :upTo',
          ExpressionAttributeNames: {
            '#decided': now.decided,
            '#returned': now.returned,
            '#goneDecided': gone.decided,
            '#goneReturned': gone.returned,
          },
          ExpressionAttributeValues: {
            ':one': 1,
            ':decided': decided,
            ':returned': returned,
            ':upTo': upTo,
          },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  };
