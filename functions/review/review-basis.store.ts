import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { putOnce } from '../runtime/put-once.ts';
import type { Clock } from '../shared/calendar.ts';
import { TEXTS_IN_FORCE } from './finding-in-words.ts';
import { ruleTextsKey, trustedKeyKey } from './review-basis-keys.ts';
import { RULE_SET } from './rule-set.ts';

/** Another authority whose signed word a review believes, and its keys as configured. */
interface Authority {
  readonly name: string;
  readonly jwks: { readonly keys: readonly { readonly kid: string }[] };
}

/**
 * Keeps what this process reviews by: the texts of its rules under the digest that its decisions name,
 * and the keys of the authorities that it believes. A later release replaces both; the decisions
 * before it stay explained. Once per process; what fails is tried at the next review, and no decision
 * goes before it.
 */
export function keepReviewBasis(
  documents: DynamoDBDocumentClient,
  table: string,
  authorities: readonly Authority[],
  now: Clock,
): () => Promise<unknown> {
  const keep = async () => {
    const texts = {
      ...ruleTextsKey(RULE_SET.hash),
      schemaVersion: 1,
      id: RULE_SET.id,
      from: RULE_SET.from,
      texts: TEXTS_IN_FORCE,
    };
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
    await Promise.all([texts, ...keys].map((item) => putOnce(documents, table, item)));
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
