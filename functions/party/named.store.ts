import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { applicationKey, attemptKey } from '../application/application.store.ts';
import { Application, SentAttempt } from '../application/application.ts';
import { readAll } from '../runtime/read-all.ts';
import { namingKey } from './naming.store.ts';
import type { NamedIn } from './person-index.ts';

/**
 * The applications that name a person now, newest first, in three requests a page. A page may be
 * shorter than asked for: applications whose present form names her no more, or that never came into
 * being, are left out.
 *
 * @param before id of the last application of the page before
 */
export const namedIn =
  (documents: DynamoDBDocumentClient, registerTable: string, applicationsTable: string) =>
  async (
    person: string,
    limit: number,
    before?: string,
  ): Promise<{ named: readonly NamedIn[]; next?: string }> => {
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new QueryCommand({
        TableName: registerTable,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :person AND begins_with(sk, :named)',
        ExpressionAttributeValues: { ':person': namingKey(person, '').pk, ':named': 'NAMED#' },
        ScanIndexForward: false,
        Limit: limit,
        ...(before && { ExclusiveStartKey: namingKey(person, before) }),
      }),
    );
    const ids = Items.map(({ sk }) => String(sk).slice('NAMED#'.length));
    const heads = (await readAll(documents, applicationsTable, ids.map(applicationKey))).map(
      (item) => Application.parse(item),
    );
    const attempts = await readAll(
      documents,
      applicationsTable,
      heads.map(({ id: applicationId, attempt }) => attemptKey({ applicationId, attempt })),
    );
    const sentOf = new Map(attempts.map((item) => [item.pk, SentAttempt.parse(item)]));
    const found = new Map(
      heads.flatMap((application) => {
        const sent = sentOf.get(applicationKey(application.id).pk);
        const names = Object.values(sent?.persons ?? {}).includes(person);
        return sent && names ? [[application.id, { application, sent }] as const] : [];
      }),
    );
    const last = ids.at(-1);
    return {
      named: ids.flatMap((id) => found.get(id) ?? []),
      ...(LastEvaluatedKey && last && { next: last }),
    };
  };
