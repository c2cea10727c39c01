import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Application, SentAttempt } from '../application/application.ts';
import { HistoryEvent } from '../application/history.ts';
import { postCheckStore } from '../register/post-check.store.ts';
import { queried } from '../runtime/queried.ts';
import { DomainError } from '../shared/errors.ts';
import { KeptNotice } from './notice.ts';
import type { Dossier } from './notices-of.ts';

const noticeKey = (applicationId: string, name: string) => ({
  pk: `APP#${applicationId}`,
  sk: `NOTICE#${name}`,
});

const SENT = /^ATTEMPT#(\d{4})$/;

/** Notices, and what they follow from. They sort after the history, where no task reads. */
export const noticeStore = (
  documents: DynamoDBDocumentClient,
  table: string,
  registerTable: string,
) => {
  const business = postCheckStore(documents, registerTable).read;

  /** Items of an application between two sort keys, consistently. */
  const between = async (
    applicationId: string,
    first: string,
    last: string,
  ): Promise<Record<string, unknown>[]> =>
    queried(documents, {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: { ':pk': `APP#${applicationId}`, ':first': first, ':last': last },
    });

  return {
    /** @throws {DomainError} ApplicationNotFound */
    async dossier(applicationId: string): Promise<Dossier> {
      const items = await between(applicationId, 'ATTEMPT#', 'HISTORY$');
      const head = items.find(({ sk }) => sk === 'HEAD');
      if (!head) throw new DomainError('ApplicationNotFound', { applicationId });
      const attempts = items.flatMap((item) => {
        const prefix = SENT.test(String(item.sk)) ? String(item.sk) : undefined;
        if (prefix === undefined) return [];
        const parts = items
          .filter(({ sk }) => String(sk).startsWith(prefix))
          .map((it) => [String(it.sk).slice(prefix.length), it] as const);
        const sent = SentAttempt.parse(item);
        return [[sent.attempt, { sent, parts: new Map(parts) }] as const];
      });
      const history = items.filter(({ sk }) => String(sk).startsWith('HISTORY#'));
      const application = Application.parse(head);
      const { uscc } = application;
      return {
        application,
        attempts: new Map(attempts),
        history: z.array(HistoryEvent).parse(history),
        checks: (uscc !== undefined && (await business(uscc))?.checks) || [],
      };
    },

    /** The notices that were served, in the order of what they are about. */
    served: async (applicationId: string): Promise<KeptNotice[]> =>
      z.array(KeptNotice).parse(await between(applicationId, 'NOTICE#', 'NOTICE$')),

    async kept(applicationId: string, name: string): Promise<KeptNotice | undefined> {
      const { Item } = await documents.send(
        new GetCommand({
          TableName: table,
          Key: noticeKey(applicationId, name),
          ConsistentRead: true,
        }),
      );
      return Item && KeptNotice.parse(Item);
    },

    /** Keeps a notice, if absent: of two first readings one is the service. */
    async keep(name: string, notice: KeptNotice): Promise<'KEPT' | 'THERE'> {
      const Item = { ...noticeKey(notice.head.applicationId, name), ...notice };
      try {
        await documents.send(
          new PutCommand({
            TableName: table,
            Item,
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
        return 'KEPT';
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return 'THERE';
        throw error;
      }
    },
  };
};
