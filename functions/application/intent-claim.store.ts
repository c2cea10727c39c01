import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { commitOrSee, type Write } from '../runtime/transaction.ts';
import { contestedBy, firstClaim, givenUp, IntentClaim } from './intent-claim.ts';

export const intentKey = (intent: string) => ({ pk: `INTENT#${intent}`, sk: 'CLAIM' });

/**
 * That an application of this source for what a client intends was withdrawn, and when last: what was
 * signed for it is not signed for another one.
 */
export const endedKey = (intent: string, owner: string) => ({
  pk: `INTENT#${intent}`,
  sk: `ENDED#${owner}`,
});

export const endedWrite = (table: string, intent: string, owner: string, at: string): Write => ({
  Put: { TableName: table, Item: { ...endedKey(intent, owner), schemaVersion: 1, at } },
});

/** Under the version that was read; a claim that was not there, as a new one. */
export const claimWrite = (
  table: string,
  intent: string,
  claim: IntentClaim,
  read?: IntentClaim,
): { readonly Put: NonNullable<Write['Put']> } => ({
  Put: {
    TableName: table,
    Item: { ...intentKey(intent), schemaVersion: 1, ...claim },
    ...(read
      ? {
          ConditionExpression: '#version = :read',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':read': read.version },
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }),
  },
});

/**
 * The write by which an application has no part in a claim any more. What it does not hold is
 * checked to be still so, because it may be coming to hold it at this moment.
 */
export function giveUpWrite(
  table: string,
  intent: string,
  claim: IntentClaim | undefined,
  applicationId: string,
): Write {
  const left = claim && givenUp(claim, applicationId);
  if (claim && left && left !== claim) return claimWrite(table, intent, left, claim);
  const Key = intentKey(intent);
  const ExpressionAttributeValues = { ':own': applicationId };
  if (claim && !left)
    return {
      Delete: {
        TableName: table,
        Key,
        ConditionExpression: 'holder = :own',
        ExpressionAttributeValues,
      },
    };
  return {
    ConditionCheck: {
      TableName: table,
      Key,
      ConditionExpression:
        'attribute_not_exists(pk) OR (holder <> :own AND NOT contains(rivals, :own))',
      ExpressionAttributeValues,
    },
  };
}

/** Writers of one claim that keep overtaking each other: more than this is not chance. */
const TRIES = 8;

/** @param stillHolds a condition on whoever is to hold it, checked in the same transaction */
export const intentClaims = (
  documents: DynamoDBDocumentClient,
  table: string,
  stillHolds: (applicationId: string) => Write,
) => ({
  /**
   * Claims an intent for an application that is submitted.
   *
   * @returns another's claim that stands against it; undefined where it is now, or was, its own, or
   *   the application is over
   */
  async claimIntent(
    intent: string,
    applicationId: string,
    at: string,
  ): Promise<IntentClaim | undefined> {
    const { Put } = claimWrite(table, intent, firstClaim(applicationId, at));
    const { outcome, present } = await commitOrSee<'OVER' | 'CLAIMED'>(documents, [
      ['OVER', stillHolds(applicationId)],
      ['CLAIMED', { Put: { ...Put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } }],
    ]);
    if (outcome !== 'CLAIMED' || !present) return undefined;
    const claim = IntentClaim.parse(present);
    return claim.holder === applicationId ? undefined : claim;
  },

  /** Notes an application as rival of the holder, so that both are told and the client can choose. */
  async contest(intent: string, applicationId: string, read: IntentClaim): Promise<void> {
    let claim = read;
    for (let tries = 0; tries < TRIES; tries++) {
      const next = contestedBy(claim, applicationId);
      if (next === claim) return;
      const { Put } = claimWrite(table, intent, next, claim);
      const { outcome, present } = await commitOrSee<'OVER' | 'MOVED'>(documents, [
        ['OVER', stillHolds(applicationId)],
        ['MOVED', { Put: { ...Put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } }],
      ]);
      if (outcome !== 'MOVED' || !present) return;
      claim = IntentClaim.parse(present);
    }
  },
});
