import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { attemptKey } from '../application/application.store.ts';
import { CASE_PART, Case, casePart } from '../application/case.ts';
import type { AttemptTask } from '../shared/ids.ts';
import { casesOrSamples } from './case-or-sample.store.ts';
import type { QueuedCase, QueuePage } from './queue.ts';

const Shown = Case.pick({ due: true, escalations: true, holder: true, leaseUntil: true }).extend({
  pk: z.string(),
  sk: z.string(),
  queueOrder: z.string(),
});

/** Open cases of a registrar, in the order of application/queue-order.ts, from the index: one request a page. */
export const queueStore = (documents: DynamoDBDocumentClient, table: string) => {
  /** @param only a condition on what the index shows; what does not meet it is looked at and left out */
  const page = async (
    registrar: string,
    limit: number,
    after?: QueuePage['next'],
    only?: { readonly FilterExpression: string; readonly values: Record<string, string> },
  ): Promise<QueuePage> => {
    const queue = `QUEUE#${registrar}`;
    // a page begins behind an item of the table, and the cursor does not tell which of the two it is
    const [last] = after ? await casesOrSamples(documents, table)([after.task]) : [];
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'by-queue',
        KeyConditionExpression: 'queue = :queue',
        ...(only && { FilterExpression: only.FilterExpression }),
        ExpressionAttributeValues: { ':queue': queue, ...only?.values },
        Limit: limit,
        ...(after && {
          ExclusiveStartKey: {
            ...attemptKey(after.task, last ? casePart(last) : CASE_PART),
            queue,
            queueOrder: after.order,
          },
        }),
      }),
    );
    const cases = Items.map((item): QueuedCase => {
      const { pk, sk, queueOrder, ...shown } = Shown.parse(item);
      return { ...shown, task: taskOf(pk, sk), order: queueOrder };
    });
    if (!LastEvaluatedKey) return { cases };
    const { pk, sk, queueOrder } = LastEvaluatedKey;
    return { cases, next: { task: taskOf(String(pk), String(sk)), order: String(queueOrder) } };
  };

  return {
    queue: (registrar: string, limit: number, after?: QueuePage['next']): Promise<QueuePage> =>
      page(registrar, limit, after),

    /** Those that an official holds at a moment, among so many of the queue; a page may be empty and not the last. */
    held: (
      registrar: string,
      { official, at }: { readonly official: string; readonly at: string },
      limit: number,
      after?: QueuePage['next'],
    ): Promise<QueuePage> =>
      page(registrar, limit, after, {
        FilterExpression: 'holder = :holder AND leaseUntil > :at',
        values: { ':holder': official, ':at': at },
      }),

    /** The cases themselves, in the order asked for; one request for fifty. */
    cases: casesOrSamples(documents, table),
  };
};

const taskOf = (pk: string, sk: string): AttemptTask => ({
  applicationId: pk.slice('APP#'.length),
  attempt: Number(sk.slice('ATTEMPT#'.length, 'ATTEMPT#'.length + 4)),
});
