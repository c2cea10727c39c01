import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { applicationKey } from '../application/application.store.ts';
import { Application } from '../application/application.ts';
import { UNFINISHED_SHARDS } from '../application/application-indexes.ts';
import { unfinishedSince } from '../application/case.store.ts';
import { Case } from '../application/case.ts';
import type { Stop } from '../register/stop.ts';
import { pagesOf } from '../runtime/queried.ts';
import { type AttemptTask, attemptOfCase } from '../shared/ids.ts';
import type { Unfinished } from './sweep-unfinished.ts';

/** Attempts that a stop holds up are left out by the database, so that a long stop costs no reading of them. */
function notHeldUp(stops: readonly Stop[]) {
  if (stops.some(({ scope }) => scope.kind === 'ALL'))
    return { filter: 'sk <> :head', values: { ':head': 'HEAD' } };
  const shown = stops.flatMap(({ scope }) => {
    if (scope.kind === 'REGISTRAR') return [{ name: 'registrar', id: scope.id }];
    return scope.kind === 'AGENT' ? [{ name: 'owner', id: scope.id }] : [];
  });
  if (shown.length === 0) return {};
  const clauses = shown.map(({ name }, index) => `#${name} = :id${index}`);
  return {
    filter: `sk <> :head OR NOT (${clauses.join(' OR ')})`,
    names: Object.fromEntries(shown.map(({ name }) => [`#${name}`, name])),
    values: {
      ':head': 'HEAD',
      ...Object.fromEntries(shown.map(({ id }, index) => [`:id${index}`, id])),
    },
  };
}

/** Finds what is unfinished by its index, and counts starts on the application's head. */
export const unfinishedStore = (documents: DynamoDBDocumentClient, table: string) => {
  /** The index only points; what is true is read from the table. */
  const read = async (
    key: { pk: unknown; sk: unknown },
    before: string,
  ): Promise<Unfinished | undefined> => {
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key: { pk: key.pk, sk: key.sk }, ConsistentRead: true }),
    );
    if (!Item) return undefined;
    if (key.sk === 'HEAD') {
      const { id, attempt, state, starts = 0 } = Application.parse(Item);
      return state === 'SUBMITTED'
        ? { kind: 'ATTEMPT', task: { applicationId: id, attempt }, starts }
        : undefined;
    }
    const found = Case.parse(Item);
    const since = unfinishedSince(found);
    if (since === undefined || since >= before) return undefined;
    const { id, state, taskToken } = found;
    if (state === 'OPEN') return { kind: 'CASE', task: attemptOfCase(id) };
    return {
      kind: 'DECISION',
      task: attemptOfCase(id),
      ...(taskToken !== undefined && { taskToken }),
    };
  };

  return {
    async *unfinished(before: string, stops: readonly Stop[] = []): AsyncIterable<Unfinished> {
      const { filter, values, names } = notHeldUp(stops);
      for (let shard = 0; shard < UNFINISHED_SHARDS; shard++) {
        const pages = pagesOf(documents, {
          TableName: table,
          IndexName: 'unfinished',
          KeyConditionExpression: 'unfinished = :shard AND unfinishedSince < :before',
          ExpressionAttributeValues: { ':shard': `SHARD#${shard}`, ':before': before, ...values },
          ...(filter && { FilterExpression: filter }),
          ...(names && { ExpressionAttributeNames: names }),
        });
        for await (const page of pages) {
          for (const { pk, sk } of page) {
            const unfinished = await read({ pk, sk }, before);
            if (unfinished) yield unfinished;
          }
        }
      }
    },

    async countStart({ applicationId, attempt }: AttemptTask, starts: number): Promise<boolean> {
      try {
        await documents.send(
          new UpdateCommand({
            TableName: table,
            Key: applicationKey(applicationId),
            UpdateExpression: 'SET starts = :next',
            ConditionExpression:
              '#state = :submitted AND attempt = :attempt AND (starts = :starts OR (attribute_not_exists(starts) AND :starts = :none))',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: {
              ':next': starts + 1,
              ':submitted': 'SUBMITTED',
              ':attempt': attempt,
              ':starts': starts,
              ':none': 0,
            },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
};
