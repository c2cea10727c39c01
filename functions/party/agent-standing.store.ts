import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { AgentStanding } from '../application/agent-standing.ts';
import type { StandingAnswer } from './agent-system.client.ts';

/** One answer for each agent and hour (UTC): `AGENT#sub` · `STANDING#2026-11-23T04`. */
export const standingKey = (agent: string, now: number) => ({
  pk: `AGENT#${agent}`,
  sk: `STANDING#${new Date(now).toISOString().slice(0, 'YYYY-MM-DDTHH'.length)}`,
});

/**
 * An agent's standing: the one kept this hour, or asked for and kept, raw answer and all, as evidence
 * for ten years (no TTL). Of two who ask at once the first one's answer counts.
 *
 * @throws {DomainError} AgentSystemUnavailable, of which nothing is kept
 */
export const keptStandings =
  (
    documents: DynamoDBDocumentClient,
    table: string,
    ask: (agent: string) => Promise<StandingAnswer>,
    now: () => number,
  ) =>
  async (agent: string): Promise<AgentStanding> => {
    const Key = standingKey(agent, now());
    const read = async () => {
      const { Item } = await documents.send(
        new GetCommand({ TableName: table, Key, ConsistentRead: true }),
      );
      return Item && AgentStanding.parse(Item.said);
    };
    const kept = await read();
    if (kept) return kept;
    const { standing, answer } = await ask(agent);
    try {
      await documents.send(
        new PutCommand({
          TableName: table,
          Item: { ...Key, schemaVersion: 1, said: standing, answer },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
      return standing;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return (await read()) ?? standing;
    }
  };
