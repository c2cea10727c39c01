import type { Write } from '../runtime/transaction.ts';
import { attemptOfCase } from '../shared/ids.ts';
import { attemptKey } from './application.store.ts';
import { unfinishedShard } from './application-indexes.ts';
import { type Case, casePart } from './case.ts';
import { decidedAttributes } from './measured.ts';
import { queueOrder } from './queue-order.ts';

/** From when the machine of a case must have gone on: kept a token, escalated, carried out. */
export function unfinishedSince(it: Case): string | undefined {
  if (it.sample) return undefined; // no machine waits for a second reading
  if (it.state === 'OPEN') return it.taskToken === undefined ? it.openedAt : it.due;
  return it.state === 'DECIDED' ? it.decision?.effectiveAt : undefined;
}

/** Open cases stand in their registrar's queue; all that are not closed in the list of what is unfinished. */
function indexed(it: Case) {
  const since = unfinishedSince(it);
  return {
    ...(it.state === 'OPEN' && { queue: `QUEUE#${it.registrar}`, queueOrder: queueOrder(it) }),
    ...(since && {
      unfinished: unfinishedShard(attemptOfCase(it.id).applicationId),
      unfinishedSince: since,
    }),
    ...decidedBy(it),
  };
}

/** An official's decision is counted from when it has taken effect; that of a second reading does so by itself. */
function decidedBy({ id, measured, decision, sample, carriedOutAt }: Case) {
  if (!measured) return {};
  const { outcome: _before, effectiveAt: _then, ...opened } = measured;
  const effectiveAt = sample ? decision?.effectiveAt : carriedOutAt;
  if (!decision || effectiveAt === undefined) return { measured: opened };
  return decidedAttributes(attemptOfCase(id).applicationId, effectiveAt, {
    ...opened,
    outcome: decision.outcome,
    effectiveAt,
  });
}

/**
 * The write of a case: a new one where there is none, or the next version of the one that was read.
 * Which execution waits, and its token, come without a new version, so they are part of the
 * condition: no write loses them.
 */
export const caseWrite = (table: string, next: Case, read?: Case): Write & { Put: object } => ({
  Put: {
    TableName: table,
    Item: { ...attemptKey(attemptOfCase(next.id), casePart(next)), ...next, ...indexed(next) },
    ...(read
      ? {
          ConditionExpression: `#version = :read AND openedBy = :openedBy AND ${read.taskToken === undefined ? 'attribute_not_exists(taskToken)' : 'taskToken = :token'}`,
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: {
            ':read': read.version,
            ':openedBy': read.openedBy,
            ...(read.taskToken !== undefined && { ':token': read.taskToken }),
          },
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }),
  },
});
