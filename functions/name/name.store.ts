import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { Write } from '../runtime/transaction.ts';
import { DomainError } from '../shared/errors.ts';
import { type NameCard, type NameConflict, reserve } from './name-card.ts';
import type { WantedName } from './wanted-name.ts';

const Card = z.object({
  version: z.int(),
  holdings: z.record(
    z.string(),
    z.object({
      kind: z.enum(['RESERVED', 'LIVE']),
      holder: z.string(),
      until: z.string().optional(),
    }),
  ),
});

export const nameCardKey = ({ registrar, key }: Pick<WantedName, 'registrar' | 'key'>) => ({
  pk: `NAME#${registrar}#${key}`,
  sk: 'CARD',
});

export const readCard = (item: unknown): NameCard | undefined =>
  item === undefined ? undefined : (Card.parse(item) as NameCard);

/** A card is written under the version that it was read with; a card that was not there, as a new one. */
export const cardWrite = (
  table: string,
  wanted: WantedName,
  card: NameCard,
  read: NameCard | undefined,
): Write & { Put: object } => ({
  Put: {
    TableName: table,
    Item: { ...nameCardKey(wanted), schemaVersion: 1, ...card },
    ...(read
      ? {
          ConditionExpression: '#version = :read',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':read': read.version },
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }),
  },
});

/** Writers of one card that keep overtaking each other: more than this is not chance. */
const TRIES = 8;

export const nameStore = (documents: DynamoDBDocumentClient, table: string) => ({
  /**
   * Reserves the name for an application, or tells who holds it. One request for a 字号 that is new;
   * where it is not, the refused write brings the present card back with it.
   *
   * @throws {DomainError} RegisterContended when the card kept changing.
   */
  async reserve(
    wanted: WantedName,
    applicationId: string,
    now: string,
    until: string,
  ): Promise<readonly NameConflict[]> {
    let card: NameCard | undefined;
    for (let tries = 0; tries < TRIES; tries++) {
      const answer = reserve(card, { industry: wanted.industry, applicationId, now, until });
      if ('conflicts' in answer) return answer.conflicts;
      if (answer.card === card) return [];
      try {
        const { Put } = cardWrite(table, wanted, answer.card, card);
        await documents.send(
          new PutCommand({
            ...(Put as ConstructorParameters<typeof PutCommand>[0]),
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return [];
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        card = readCard(error.Item && unmarshall(error.Item));
      }
    }
    throw new DomainError('RegisterContended');
  },
});
