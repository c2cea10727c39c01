import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Host, Tenant } from '../cluster/host.ts';
import { hostKey, placeStore, tenantKey, vacateWrites } from '../cluster/place.store.ts';
import { cardWrite, nameCardKey, nameStore, readCard } from '../name/name.store.ts';
import { release } from '../name/name-card.ts';
import type { Claim, Write } from '../runtime/transaction.ts';
import { applicationKey } from './application.store.ts';
import type { Holdings, HoldPorts, Wanted } from './holds.ts';

/**
 * What the register holds of what an application wants: name card, host and tenant, read at once
 * and consistently in one request.
 */
export const readHoldings =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (applicationId: string, { name, place }: Wanted): Promise<Holdings> => {
    let keys: object[] = [
      ...(name ? [nameCardKey(name)] : []),
      ...(place ? [hostKey(place.host), tenantKey(place.host, applicationId)] : []),
    ];
    const items: Record<string, unknown>[] = [];
    while (keys.length > 0) {
      const { Responses = {}, UnprocessedKeys = {} } = await documents.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys: keys, ConsistentRead: true } } }),
      );
      items.push(...(Responses[table] ?? []));
      keys = UnprocessedKeys[table]?.Keys ?? [];
    }
    const found = (sk: (key: string) => boolean) => items.find((item) => sk(String(item.sk)));
    const card = readCard(found((sk) => sk === 'CARD'));
    const host = found((sk) => sk === 'HEAD');
    const tenant = found((sk) => sk.startsWith('TENANT#'));
    return {
      ...(card && { card }),
      ...(host && { host: Host.parse(host) }),
      ...(tenant && { tenant: Tenant.parse(tenant) }),
    };
  };

/** The stores behind the holds: only an application that is submitted may come to hold something. */
export const holdPorts = (
  documents: DynamoDBDocumentClient,
  registerTable: string,
  applicationsTable: string,
): HoldPorts => {
  const submitted = (applicationId: string): Write => ({
    ConditionCheck: {
      TableName: applicationsTable,
      Key: applicationKey(applicationId),
      ConditionExpression: '#state = :submitted',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':submitted': 'SUBMITTED' },
    },
  });
  const names = nameStore(documents, registerTable, submitted);
  const places = placeStore(documents, registerTable, submitted);
  return { reserveName: names.reserve, host: places.host, holdPlace: places.hold };
};

/** The writes that give name and place back: when an application is withdrawn or refused, or its next attempt wants others. */
export const releases =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (applicationId: string, wanted: Wanted): Promise<Claim<'MOVED'>[]> => {
    const { name, place } = wanted;
    const { card, tenant } = await readHoldings(documents, table)(applicationId, wanted);
    const released = card && release(card, applicationId);
    return [
      ...(name && card && released && released !== card
        ? [['MOVED', cardWrite(table, name, released, card)] as const]
        : []),
      ...(place && tenant
        ? vacateWrites(table, place.host, tenant).map((write) => ['MOVED', write] as const)
        : []),
    ];
  };
