import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ApplicationRecord } from '../application/application.ts';
import type { Write } from '../runtime/transaction.ts';
import { ApplicationId } from '../shared/ids.ts';
import { hostAwaited } from './custody.ts';
import { waitingAmong } from './waiting.store.ts';

/** That an application waits for a host's signature: in the host's partition, beside its places. */
const custodyKey = (host: string, applicationId: string) => ({
  pk: `HOST#${host}`,
  sk: `CUSTODY#${applicationId}`,
});

/**
 * The write by which a host finds an application that begins to wait for it, or no longer finds one
 * that does not wait any more; none where nothing changes. For the transaction that changes it.
 */
export const custodyWrites = (
  table: string,
  applicationId: string,
  before: string | undefined,
  after: string | undefined,
): readonly Write[] => {
  if (before === after) return [];
  return [
    ...(before === undefined
      ? []
      : [{ Delete: { TableName: table, Key: custodyKey(before, applicationId) } }]),
    ...(after === undefined
      ? []
      : [
          {
            Put: {
              TableName: table,
              Item: { ...custodyKey(after, applicationId), schemaVersion: 1 },
            },
          },
        ]),
  ];
};

/**
 * The applications that wait for a host's signature, the oldest first: one query and three rounds of
 * reads a page, however many tenants the host or the register has.
 *
 * @param after id of the last application of the page before
 */
export const awaitingHost = (
  documents: DynamoDBDocumentClient,
  registerTable: string,
  applicationsTable: string,
) => {
  const waiting = waitingAmong(documents, applicationsTable);
  return async (
    host: string,
    limit: number,
    after?: string,
  ): Promise<{ records: readonly ApplicationRecord[]; next?: string }> => {
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new QueryCommand({
        TableName: registerTable,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :host AND begins_with(sk, :custody)',
        ExpressionAttributeValues: { ':host': custodyKey(host, '').pk, ':custody': 'CUSTODY#' },
        Limit: limit,
        ...(after !== undefined && { ExclusiveStartKey: custodyKey(host, after) }),
      }),
    );
    const ids = Items.map(({ sk }) => ApplicationId.parse(String(sk).slice('CUSTODY#'.length)));
    const found = await waiting(ids);
    const records = ids.flatMap((id) => {
      const record = found.get(id);
      return record && hostAwaited(record.application.state, record) === host ? [record] : [];
    });
    const next = LastEvaluatedKey && ids.at(-1);
    return { records, ...(next && { next }) };
  };
};
