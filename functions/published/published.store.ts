import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { commit } from '../runtime/transaction.ts';
import type { Clock } from '../shared/calendar.ts';
import { DomainError } from '../shared/errors.ts';
import type { EditionId } from '../shared/ids.ts';
import { Edition } from './edition.ts';
import type { Published } from './publish.ts';

const PUBLISHED = 'PUBLISHED';
const HEAD = { pk: PUBLISHED, sk: 'HEAD' };
const editionKey = (id: string) => ({ pk: PUBLISHED, sk: `EDITION#${id}` });

/** How long a process believes that nothing has changed: so soon, at the latest, a switch takes effect. */
const BELIEVED_MS = 5_000;

async function stateNow(documents: DynamoDBDocumentClient, table: string): Promise<number> {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk = :sk',
      ExpressionAttributeValues: { ':pk': HEAD.pk, ':sk': HEAD.sk },
    }),
  );
  return z.object({ state: z.int() }).parse(Items[0] ?? { state: 0 }).state;
}

/** A page of editions, the oldest first. */
async function page(
  documents: DynamoDBDocumentClient,
  table: string,
  after: string | undefined,
): Promise<{ editions: readonly Edition[]; next?: string }> {
  const { Items, LastEvaluatedKey } = await documents.send(
    new QueryCommand({
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :edition)',
      ExpressionAttributeValues: { ':pk': PUBLISHED, ':edition': 'EDITION#' },
      ...(after && { ExclusiveStartKey: editionKey(after) }),
    }),
  );
  return {
    editions: z.array(Edition).parse(Items ?? []),
    ...(LastEvaluatedKey && { next: String(LastEvaluatedKey.sk).slice('EDITION#'.length) }),
  };
}

/** All editions as they are this moment, under the state before they were read: a change on the way is read again. */
export const readPublished =
  (documents: DynamoDBDocumentClient, table: string) => async (): Promise<Published> => {
    const state = await stateNow(documents, table);
    if (state === 0) return { state, editions: [] };
    const editions: Edition[] = [];
    for (let after: string | undefined; ; ) {
      const read = await page(documents, table, after);
      editions.push(...read.editions);
      after = read.next;
      if (after === undefined) return { state, editions };
    }
  };

/**
 * The editions as this process knows them: one small query for it and five seconds, and the editions
 * only after something was published. What cannot be read lets nothing pass: the caller fails with it.
 */
export function publishedData(
  documents: DynamoDBDocumentClient,
  table: string,
  now: Clock,
): () => Promise<readonly Edition[]> {
  let last: Published = { state: 0, editions: [] };
  const refreshed = async (): Promise<readonly Edition[]> => {
    if ((await stateNow(documents, table)) !== last.state)
      last = await readPublished(documents, table)();
    return last.editions;
  };
  let known: { readonly editions: Promise<readonly Edition[]>; readonly until: number } | undefined;
  return () => {
    if (known && now() < known.until) return known.editions;
    const asked = { editions: refreshed(), until: now() + BELIEVED_MS };
    known = asked;
    asked.editions.catch(() => {
      if (known === asked) known = undefined;
    });
    return asked.editions;
  };
}

/** Editions as officials see and make them. */
export const publishedStore = (documents: DynamoDBDocumentClient, table: string) => ({
  published: readPublished(documents, table),

  /** @throws {DomainError} ApplicationNotFound when there is no such edition */
  async edition(id: EditionId): Promise<Edition> {
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key: editionKey(id), ConsistentRead: true }),
    );
    if (!Item) throw new DomainError('ApplicationNotFound', { editionId: id });
    return Edition.parse(Item);
  },

  /**
   * Writes an edition, new or over the version that was read, as the next state after the one that it
   * was judged by. MOVED: the edition has changed; CONTENDED: another one has, so judge again.
   */
  write: (next: Edition, judgedBy: number): Promise<'COMMITTED' | 'MOVED' | 'CONTENDED'> =>
    commit(documents, [
      [
        'MOVED',
        {
          Put: {
            TableName: table,
            Item: { ...editionKey(next.id), ...next },
            ...(next.version === 1
              ? { ConditionExpression: 'attribute_not_exists(pk)' }
              : {
                  ConditionExpression: '#version = :read',
                  ExpressionAttributeNames: { '#version': 'version' },
                  ExpressionAttributeValues: { ':read': next.version - 1 },
                }),
          },
        },
      ],
      [
        'CONTENDED',
        {
          Put: {
            TableName: table,
            Item: { ...HEAD, schemaVersion: 1, state: judgedBy + 1 },
            ...(judgedBy === 0
              ? { ConditionExpression: 'attribute_not_exists(pk)' }
              : {
                  ConditionExpression: '#state = :judged',
                  ExpressionAttributeNames: { '#state': 'state' },
                  ExpressionAttributeValues: { ':judged': judgedBy },
                }),
          },
        },
      ],
    ]),
});
