import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { commitOrSee, type Write } from '../runtime/transaction.ts';
import { DomainError } from '../shared/errors.ts';
import { Card, type NameCard, type NameConflict, reserve, slotBeside } from './name-card.ts';
import type { WantedName } from './wanted-name.ts';

export const nameCardKey = ({ registrar, key }: Pick<WantedName, 'registrar' | 'key'>) => ({
  pk: `NAME#${registrar}#${key}`,
  sk: 'CARD',
});

export const readCard = (item: unknown): NameCard | undefined =>
  item === undefined ? undefined : Card.parse(item);

/** The condition that an application holds nothing of the card in the industry that it wants. */
export const noReservation = (table: string, wanted: WantedName, applicationId: string): Write => ({
  ConditionCheck: {
    TableName: table,
    Key: nameCardKey(wanted),
    ConditionExpression:
      '(attribute_not_exists(holdings.#industry) OR holdings.#industry.holder <> :holder) AND attribute_not_exists(holdings.#beside)',
    ExpressionAttributeNames: {
      '#industry': wanted.industry,
      '#beside': slotBeside(wanted.industry, applicationId),
    },
    ExpressionAttributeValues: { ':holder': applicationId },
  },
});

/** A card is written under the version that it was read with; a card that was not there, as a new one. */
export const cardWrite = (
  table: string,
  wanted: WantedName,
  card: NameCard,
  read: NameCard | undefined,
): { readonly Put: NonNullable<Write['Put']> } => ({
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

/**
 * @param stillHolds a condition on whoever is to hold the name, checked in the same transaction, so
 *   that nobody holds who withdrew a moment before
 */
export const nameStore = (
  documents: DynamoDBDocumentClient,
  table: string,
  stillHolds?: (holder: string) => Write,
) => ({
  /**
   * Reserves the name for an application, or tells who holds it. One request for a 字号 that is new;
   * where it is not, the refused write brings the present card back with it. For an application that is over, nothing is reserved and nobody stands against it.
   *
   * @param lengthen an earlier `until` gives way to this one: an approval must come first
   * @throws {DomainError} RegisterContended when the card kept changing.
   */
  async reserve(
    wanted: WantedName,
    applicationId: string,
    now: string,
    until: string,
    lengthen = false,
  ): Promise<readonly NameConflict[]> {
    const { industry, linked } = wanted;
    let card: NameCard | undefined;
    for (let tries = 0; tries < TRIES; tries++) {
      const answer = reserve(card, { industry, applicationId, now, until, linked, lengthen });
      if ('conflicts' in answer) return answer.conflicts;
      if (answer.card === card) return [];
      const { Put } = cardWrite(table, wanted, answer.card, card);
      const { outcome, present } = await commitOrSee<'OVER' | 'CARD'>(documents, [
        ...(stillHolds ? [['OVER', stillHolds(applicationId)] as const] : []),
        ['CARD', { Put: { ...Put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } }],
      ]);
      if (outcome !== 'CARD') return [];
      card = readCard(present);
    }
    throw new DomainError('RegisterContended');
  },
});
