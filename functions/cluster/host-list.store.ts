import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { LegalDate } from '../shared/calendar.ts';
import { Host, type OfferedHost } from './host.ts';
import { hostKey, placeKey } from './place.store.ts';

/** Held places that are counted; of a host with more, the free ones are reckoned from these. */
const COUNTED = 200;

const hostsOf = (registrar: string): string => `HOSTS#${registrar}`;

/** A host as it is kept: in its registrar's list while it takes tenants. */
export const hostItem = (host: Host) => ({
  ...hostKey(host.id),
  ...host,
  ...(host.status === 'ACTIVE' && { hosting: hostsOf(host.registrar), hostingId: host.id }),
});

/** What an index shows of a host; see infra/constructs/tables.ts. */
const Listed = Host.pick({
  id: true,
  name: true,
  address: true,
  places: true,
  validUntil: true,
  creditClass: true,
  abnormal: true,
});

/**
 * A page of a registrar's hosts that may take tenants without a person's looking at it (AD-06, RC-01), by
 * their ids: one request, and one more for each host. A page may be short.
 */
export const hostList =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (
    { registrar, on }: { readonly registrar: string; readonly on: LegalDate },
    limit: number,
    after?: string,
  ): Promise<{ hosts: readonly OfferedHost[]; next?: string }> => {
    const hosting = hostsOf(registrar);
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'hosts',
        KeyConditionExpression: 'hosting = :hosting',
        ExpressionAttributeValues: { ':hosting': hosting },
        Limit: limit,
        ...(after && { ExclusiveStartKey: { ...hostKey(after), hosting, hostingId: after } }),
      }),
    );
    const next = LastEvaluatedKey && String(LastEvaluatedKey.hostingId);
    const taking = Items.map((item) => Listed.parse(item)).filter(
      (it) => it.validUntil >= on && it.creditClass !== 'D' && !it.abnormal,
    );
    const hosts = await Promise.all(
      taking.map(async ({ id, name, address, places }) => ({
        ...{ id, name, address },
        free: await freePlaces(documents, table, id, places),
      })),
    );
    return { hosts, ...(next && { next }) };
  };

/** Places are given at random, so the first of them are held as thickly as the others. */
async function freePlaces(
  documents: DynamoDBDocumentClient,
  table: string,
  host: string,
  places: number,
): Promise<number> {
  const { Count = 0, LastEvaluatedKey } = await documents.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :host AND begins_with(sk, :place)',
      ExpressionAttributeValues: { ':host': placeKey(host, 0).pk, ':place': 'PLACE#' },
      Select: 'COUNT',
      Limit: COUNTED,
    }),
  );
  if (!LastEvaluatedKey) return Math.max(0, places - Count);
  const among = Number(String(LastEvaluatedKey.sk).slice('PLACE#'.length));
  return Math.max(0, Math.round((places * (among - Count)) / among));
}
