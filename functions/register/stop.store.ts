import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { commit } from '../runtime/transaction.ts';
import type { Clock } from '../shared/calendar.ts';
import { DomainError } from '../shared/errors.ts';
import type { StopId } from '../shared/ids.ts';
import { Stop, type StopScope, scopeKey } from './stop.ts';

const STOPS = 'STOPS';
const inForceKey = (scope: StopScope) => ({ pk: STOPS, sk: `STOP#${scopeKey(scope)}` });
const pastKey = (id: string) => ({ pk: STOPS, sk: `PAST#${id}` });

/** How long a process believes what it read of stops: so soon, at the latest, a stop takes effect. */
const BELIEVED_MS = 5_000;

/** The stops that hold now, as they are this moment. */
export const readStops =
  (documents: DynamoDBDocumentClient, table: string) => async (): Promise<readonly Stop[]> => {
    const { Items } = await documents.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :stops AND begins_with(sk, :stop)',
        ExpressionAttributeValues: { ':stops': STOPS, ':stop': 'STOP#' },
      }),
    );
    return z.array(Stop).parse(Items ?? []);
  };

/**
 * The stops that hold now, as this process knows them: one query for it and five seconds. What cannot
 * be read lets nothing pass: the caller fails with it.
 */
export function stopsInForce(
  documents: DynamoDBDocumentClient,
  table: string,
  now: Clock,
): () => Promise<readonly Stop[]> {
  const read = readStops(documents, table);
  let known: { readonly stops: Promise<readonly Stop[]>; readonly until: number } | undefined;
  return () => {
    if (known && now() < known.until) return known.stops;
    const asked = { stops: read(), until: now() + BELIEVED_MS };
    known = asked;
    asked.stops.catch(() => {
      if (known === asked) known = undefined;
    });
    return asked.stops;
  };
}

/** Stops as officials see and change them. */
export const stopStore = (documents: DynamoDBDocumentClient, table: string) => ({
  /** Those that hold first, then past ones, the newest first. */
  async stops(limit: number, after?: string): Promise<{ stops: readonly Stop[]; next?: string }> {
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :stops',
        ExpressionAttributeValues: { ':stops': STOPS },
        ScanIndexForward: false,
        Limit: limit,
        ...(after && { ExclusiveStartKey: { pk: STOPS, sk: after } }),
      }),
    );
    return {
      stops: z.array(Stop).parse(Items),
      ...(LastEvaluatedKey && { next: String(LastEvaluatedKey.sk) }),
    };
  },

  /** @throws {DomainError} ApplicationNotFound when there is no such stop */
  async stop(id: StopId): Promise<Stop> {
    const holding = (await readStops(documents, table)()).find((it) => it.id === id);
    if (holding) return holding;
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key: pastKey(id), ConsistentRead: true }),
    );
    if (!Item) throw new DomainError('ApplicationNotFound', { stopId: id });
    return Stop.parse(Item);
  },

  /** @returns STOPPED before, where a stop of this scope holds already */
  create: (stop: Stop): Promise<'COMMITTED' | 'STOPPED'> =>
    commit(documents, [
      [
        'STOPPED',
        {
          Put: {
            TableName: table,
            Item: { ...inForceKey(stop.scope), ...stop },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      ],
    ]),

  /** Writes a stop over the version that was read; one that has ended goes to the past ones. */
  write(next: Stop, read: Stop): Promise<'COMMITTED' | 'MOVED'> {
    const asRead = {
      ConditionExpression: 'id = :id AND #version = :read',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':id': read.id, ':read': read.version },
    };
    const key = inForceKey(read.scope);
    if (next.state !== 'ENDED')
      return commit(documents, [
        ['MOVED', { Put: { TableName: table, Item: { ...key, ...next }, ...asRead } }],
      ]);
    return commit(documents, [
      ['MOVED', { Delete: { TableName: table, Key: key, ...asRead } }],
      ['MOVED', { Put: { TableName: table, Item: { ...pastKey(read.id), ...next } } }],
    ]);
  },
});
