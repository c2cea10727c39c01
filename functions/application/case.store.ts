import type { Write } from '../runtime/transaction.ts';
import { attemptOfCase } from '../shared/ids.ts';
import { attemptKey, unfinishedShard } from './application.store.ts';
import { CASE_PART, type Case } from './case.ts';

/** Open cases stand in their registrar's queue; decided ones in the list of what is still to be carried out. */
const indexed = (it: Case) => ({
  ...(it.state === 'OPEN' ? { queue: `QUEUE#${it.registrar}` } : {}),
  ...(it.state === 'DECIDED' && it.decision
    ? {
        unfinished: unfinishedShard(attemptOfCase(it.id).applicationId),
        unfinishedSince: it.decision.effectiveAt,
      }
    : {}),
});

/**
 * The write of a case: a new one where there is none, or the next version of the one that was read.
 * The token is kept without a new version, so it is part of the condition: no write loses it.
 */
export const caseWrite = (table: string, next: Case, read?: Case): Write & { Put: object } => ({
  Put: {
    TableName: table,
    Item: { ...attemptKey(attemptOfCase(next.id), CASE_PART), ...next, ...indexed(next) },
    ...(read
      ? {
          ConditionExpression: `#version = :read AND ${read.taskToken === undefined ? 'attribute_not_exists(taskToken)' : 'taskToken = :token'}`,
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: {
            ':read': read.version,
            ...(read.taskToken !== undefined && { ':token': read.taskToken }),
          },
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }),
  },
});
