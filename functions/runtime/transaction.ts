import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { DomainError } from '../shared/errors.ts';

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** A conditional write, with what it means for the domain when its condition does not hold. */
export type Claim<Loss extends string> = readonly [loss: Loss, write: Write];

/** Another transaction held one of the items for a moment: worth another try at once. */
const TRIES = 4;

/**
 * Commits all claims or none. Returns `COMMITTED`, or the meaning of the first condition, in the
 * order of the claims, that did not hold.
 *
 * A lost answer is the caller's to settle: it reads again. (No ClientRequestToken: payloads are
 * signed and salted anew and would mismatch.)
 *
 * @throws {DomainError} RegisterContended when other transactions kept holding the items.
 */
export async function commit<Loss extends string>(
  documents: DynamoDBDocumentClient,
  claims: readonly Claim<Loss>[],
): Promise<'COMMITTED' | Loss> {
  for (let tries = 1; ; tries++) {
    try {
      await documents.send(
        new TransactWriteCommand({ TransactItems: claims.map(([, write]) => write) }),
      );
      return 'COMMITTED';
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = (error.CancellationReasons ?? []).map(({ Code }) => Code);
      const broken = claims[reasons.indexOf('ConditionalCheckFailed')];
      if (broken) return broken[0];
      if (!reasons.includes('TransactionConflict')) throw error;
      if (tries === TRIES) throw new DomainError('RegisterContended', {}, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 2 ** tries * 10 * (0.5 + Math.random())));
    }
  }
}
