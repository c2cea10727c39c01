import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { commit, type Write } from '../runtime/transaction.ts';
import { Business } from './business.ts';
import { businessKey } from './business-key.ts';
import { openingWrite } from './inquiry.store.ts';
import type { Inquiry } from './inquiry.ts';
import {
  CHECK_SHARDS,
  checkPlace,
  checkQueue,
  DueCheck,
  dueAfter,
  PostCheck,
  queuedCheck,
} from './post-check.ts';

const Listed = z.object({ uscc: z.string(), postCheck: DueCheck, postCheckDue: z.string() });

/** One line of a registrar's list of due checks; `place` is where the next page begins. */
export interface ListedCheck extends DueCheck {
  readonly uscc: string;
  readonly place: string;
}

const checkKey = (uscc: string, number: number) => ({
  pk: `USCC#${uscc}`,
  sk: `CHECK#${String(number).padStart(4, '0')}`,
});

/** The write that makes a check of a business due, in the place of the one that was read with it, if any. */
export const checkSooner = (table: string, business: Business, due: DueCheck): Write => {
  const { postCheckQueue, postCheckDue } = queuedCheck({ ...business, postCheck: due });
  return {
    Update: {
      TableName: table,
      Key: businessKey(business.uscc),
      UpdateExpression: 'SET postCheck = :next, postCheckQueue = :queue, postCheckDue = :place',
      ConditionExpression: `#status = :registered AND ${business.postCheck ? 'postCheck = :read' : 'attribute_not_exists(postCheck)'}`,
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: {
        ':registered': 'REGISTERED',
        ':next': due,
        ':queue': postCheckQueue,
        ':place': postCheckDue,
        ...(business.postCheck && { ':read': business.postCheck }),
      },
    },
  };
};

export const postCheckStore = (documents: DynamoDBDocumentClient, table: string) => {
  const shardAfter = async (
    registrar: string,
    shard: number,
    limit: number,
    after: string,
  ): Promise<ListedCheck[]> => {
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'by-post-check',
        KeyConditionExpression: 'postCheckQueue = :queue AND postCheckDue > :after',
        ExpressionAttributeValues: { ':queue': checkQueue(registrar, shard), ':after': after },
        Limit: limit,
      }),
    );
    return z
      .array(Listed)
      .parse(Items)
      .map(({ uscc, postCheck, postCheckDue }) => ({ uscc, ...postCheck, place: postCheckDue }));
  };

  return {
    /** Due checks of a registrar, the soonest first. The list may be a moment behind. */
    async due(registrar: string, limit: number, after = ' '): Promise<ListedCheck[]> {
      const shards = await Promise.all(
        Array.from({ length: CHECK_SHARDS }, (_, shard) =>
          shardAfter(registrar, shard, limit, after),
        ),
      );
      return shards
        .flat()
        .sort((a, b) => (a.place < b.place ? -1 : 1))
        .slice(0, limit);
    },

    /** A business with the checks that were made of it, the first one first; undefined where the code is nobody's. */
    async read(
      uscc: string,
    ): Promise<{ business: Business; checks: readonly PostCheck[] } | undefined> {
      const { Items = [] } = await documents.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :business AND :checks',
          ExpressionAttributeValues: {
            ':pk': `USCC#${uscc}`,
            ':business': 'BUSINESS',
            ':checks': 'CHECK$',
          },
        }),
      );
      const business = Items.find(({ sk }) => sk === 'BUSINESS');
      if (!business) return undefined;
      const checks = Items.filter(({ sk }) => String(sk).startsWith('CHECK#'));
      return { business: Business.parse(business), checks: z.array(PostCheck).parse(checks) };
    },

    /** Keeps a check, if absent, what is due after it, and the inquiry that it opens, in one transaction. */
    async keep(
      check: PostCheck,
      business: Business,
      inquiry?: Inquiry,
    ): Promise<'COMMITTED' | 'MOVED'> {
      const next = dueAfter(check);
      const Update: Write['Update'] = {
        TableName: table,
        Key: { pk: `USCC#${check.uscc}`, sk: 'BUSINESS' },
        UpdateExpression: next
          ? 'SET postCheck = :next, postCheckDue = :place'
          : 'REMOVE postCheck, postCheckQueue, postCheckDue',
        ConditionExpression: 'postCheck = :read AND #status = :registered',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ':read': business.postCheck,
          ':registered': 'REGISTERED',
          ...(next && { ':next': next, ':place': checkPlace(check.uscc, next) }),
        },
      };
      const Put = {
        TableName: table,
        Item: { ...checkKey(check.uscc, check.number), ...check },
        ConditionExpression: 'attribute_not_exists(pk)',
      };
      return commit(documents, [
        ['MOVED', { Put }],
        ['MOVED', { Update }],
        ...(inquiry ? [['MOVED', openingWrite(table, inquiry)] as const] : []),
      ]);
    },
  };
};
