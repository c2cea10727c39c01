import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { putOnce } from '../runtime/put-once.ts';
import type { Clock } from '../shared/calendar.ts';
import { trustedKeyKey } from './review-basis-keys.ts';

/** Another authority whose signed word a review believes, and its keys as configured. */
interface Authority {
  readonly name: string;
  readonly jwks: { readonly keys: readonly { readonly kid: string }[] };
}

/**
 * Keeps the keys of the authorities that this process believes when it reviews: they may change theirs,
 * and the decisions of before stay explained. Once per process; what fails is tried at the next review,
 * and no decision goes before it. (The release of the rule set is in the bucket before the process runs.)
 */
export function keepReviewBasis(
  documents: DynamoDBDocumentClient,
  table: string,
  authorities: readonly Authority[],
  now: Clock,
): () => Promise<unknown> {
  const keep = async () => {
    const since = new Date(now()).toISOString();
    const keys = authorities.flatMap(({ name, jwks }) =>
      jwks.keys.map((jwk) => ({
        ...trustedKeyKey(name, jwk.kid),
        schemaVersion: 1,
        authority: name,
        since,
        jwk: JSON.stringify(jwk),
      })),
    );
    await Promise.all(keys.map((item) => putOnce(documents, table, item)));
  };
  let kept: Promise<unknown> | undefined;
  return () => {
    kept ??= keep().catch((error) => {
      kept = undefined;
      throw error;
    });
    return kept;
  };
}
