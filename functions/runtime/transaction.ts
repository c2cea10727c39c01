import {
  type CancellationReason,
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
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
export const commit = async <Loss extends string>(
  documents: DynamoDBDocumentClient,
  claims: readonly Claim<Loss>[],
): Promise<'COMMITTED' | Loss> => (await commitOrSee(documents, claims)).outcome;

/** Commits as `commit` does, and tells what stood in the way where the claim asks for it (`ALL_OLD`). */
export async function commitOrSee<Loss extends string>(
  documents: DynamoDBDocumentClient,
  claims: readonly Claim<Loss>[],
): Promise<{ readonly outcome: 'COMMITTED' | Loss; readonly present?: Record<string, unknown> }> {
  for (let tries = 1; ; tries++) {
    try {
      await write(documents, claims);
      return { outcome: 'COMMITTED' };
    } catch (error) {
      const reasons = reasonsOf(error);
      const at = reasons.findIndex(({ Code }) => Code === 'ConditionalCheckFailed');
      const broken = claims[at];
      const item = reasons[at]?.Item;
      if (broken) return { outcome: broken[0], ...(item && { present: unmarshall(item) }) };
      if (!reasons.some(({ Code }) => Code === 'TransactionConflict')) throw error;
      if (tries === TRIES) throw new DomainError('RegisterContended', {}, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 2 ** tries * 10 * (0.5 + Math.random())));
    }
  }
}

/** One item alone needs no transaction, which would cost twice the units. */
async function write(
  documents: DynamoDBDocumentClient,
  claims: readonly Claim<string>[],
): Promise<void> {
  const [only, ...more] = claims;
  if (only?.[1].Put && more.length === 0)
    await documents.send(
      new PutCommand(only[1].Put as ConstructorParameters<typeof PutCommand>[0]),
    );
  else if (only?.[1].Update && more.length === 0)
    await documents.send(
      new UpdateCommand(only[1].Update as ConstructorParameters<typeof UpdateCommand>[0]),
    );
  else
    await documents.send(
      new TransactWriteCommand({ TransactItems: claims.map(([, write]) => write) }),
    );
}

/** Why a write was refused, item by item; of any other failure, nothing. */
function reasonsOf(error: unknown): readonly CancellationReason[] {
  if (error instanceof TransactionCanceledException) return error.CancellationReasons ?? [];
  if (error instanceof ConditionalCheckFailedException)
    return [{ Code: 'ConditionalCheckFailed', Item: error.Item }];
  if (error instanceof TransactionConflictException) return [{ Code: 'TransactionConflict' }];
  return [];
}
