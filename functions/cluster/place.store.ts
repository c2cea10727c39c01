import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { queried } from '../runtime/queried.ts';
import { type Claim, commit, type Write } from '../runtime/transaction.ts';
import { DomainError } from '../shared/errors.ts';
import { Host, type Tenant } from './host.ts';

export const hostKey = (host: string) => ({ pk: `HOST#${host}`, sk: 'HEAD' });
export const tenantKey = (host: string, applicationId: string) => ({
  pk: `HOST#${host}`,
  sk: `TENANT#${applicationId}`,
});
export const placeKey = (host: string, place: number) => ({
  pk: `HOST#${host}`,
  sk: `PLACE#${String(place).padStart(6, '0')}`,
});

/** Random places tried before all are looked at. */
const PROBES = 3;
const TRIES = 10;

/** A place that may be free: the one agreed with the host, where it has that, or any; none where it takes no tenants. */
export function placeToTry({ status, places }: Host, agreed?: number): number | undefined {
  if (status !== 'ACTIVE' || places < 1) return undefined;
  if (agreed === undefined) return 1 + Math.floor(Math.random() * places);
  return agreed >= 1 && agreed <= places ? agreed : undefined;
}

/** The writes that hold a place for an application; the conditions are that nobody holds it, and that it holds none. */
export const holdWrites = (
  table: string,
  host: string,
  place: number,
  applicationId: string,
  at: string,
): { readonly tenant: Write; readonly place: Write } => {
  const put = (key: object): Write => ({
    Put: {
      TableName: table,
      Item: { ...key, schemaVersion: 1, place, holder: applicationId, at },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  });
  return { tenant: put(tenantKey(host, applicationId)), place: put(placeKey(host, place)) };
};

/** The writes that make a held place an occupied one; the condition is that it is still this tenant's. */
export const occupyWrites = (table: string, host: string, tenant: Tenant, uscc: string): Write[] =>
  [placeKey(host, tenant.place), tenantKey(host, tenant.holder)].map((Key) => ({
    Update: {
      TableName: table,
      Key,
      UpdateExpression: 'SET uscc = :uscc',
      ConditionExpression: 'holder = :holder AND attribute_not_exists(uscc)',
      ExpressionAttributeValues: { ':uscc': uscc, ':holder': tenant.holder },
    },
  }));

/** The writes that give a held place back. */
export const vacateWrites = (table: string, host: string, tenant: Tenant): Write[] =>
  [placeKey(host, tenant.place), tenantKey(host, tenant.holder)].map((Key) => ({
    Delete: {
      TableName: table,
      Key,
      ConditionExpression: 'holder = :holder AND attribute_not_exists(uscc)',
      ExpressionAttributeValues: { ':holder': tenant.holder },
    },
  }));

/** The writes by which a held place goes over to the same application under another id. */
export const handOnWrites = (table: string, host: string, tenant: Tenant, to: string): Write[] => {
  const [, ownTenancy] = vacateWrites(table, host, tenant);
  return [
    {
      Update: {
        TableName: table,
        Key: placeKey(host, tenant.place),
        UpdateExpression: 'SET holder = :to',
        ConditionExpression: 'holder = :holder AND attribute_not_exists(uscc)',
        ExpressionAttributeValues: { ':to': to, ':holder': tenant.holder },
      },
    },
    ...(ownTenancy ? [ownTenancy] : []),
    {
      Put: {
        TableName: table,
        Item: { ...tenantKey(host, to), schemaVersion: 1, ...tenant, holder: to },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
  ];
};

/** The writes that give back the place of a business that is no more. */
export const leaveWrites = (table: string, host: string, tenant: Tenant, uscc: string): Write[] =>
  [placeKey(host, tenant.place), tenantKey(host, tenant.holder)].map((Key) => ({
    Delete: {
      TableName: table,
      Key,
      ConditionExpression: 'holder = :holder AND uscc = :uscc',
      ExpressionAttributeValues: { ':holder': tenant.holder, ':uscc': uscc },
    },
  }));

/** The condition that an application holds no place at a host. */
export const noTenant = (table: string, host: string, applicationId: string): Write => ({
  ConditionCheck: {
    TableName: table,
    Key: tenantKey(host, applicationId),
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/**
 * @param stillHolds a condition on whoever is to hold the place, checked in the same transaction, so
 *   that nobody holds who withdrew a moment before
 */
export const placeStore = (
  documents: DynamoDBDocumentClient,
  table: string,
  stillHolds?: (holder: string) => Write,
) => {
  const claims = (
    host: string,
    place: number,
    applicationId: string,
    at: string,
  ): Claim<'OVER' | 'TENANT' | 'PLACE'>[] => {
    const writes = holdWrites(table, host, place, applicationId, at);
    return [
      ...(stillHolds ? [['OVER', stillHolds(applicationId)] as const] : []),
      ['TENANT', writes.tenant],
      ['PLACE', writes.place],
    ];
  };

  /** Numbers held at a host, read consistently. Bounded by the host's own size, never by the register's. */
  const taken = async (host: string): Promise<Set<number>> => {
    const places = await queried(documents, {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :host AND begins_with(sk, :place)',
      ExpressionAttributeValues: { ':host': `HOST#${host}`, ':place': 'PLACE#' },
      ProjectionExpression: 'place',
    });
    return new Set(places.map(({ place }) => Number(place)));
  };

  const any = (numbers: readonly number[]): number | undefined =>
    numbers[Math.floor(Math.random() * numbers.length)];

  return {
    async host(id: string): Promise<Host | undefined> {
      const { Item } = await documents.send(new GetCommand({ TableName: table, Key: hostKey(id) }));
      return Item && Host.parse(Item);
    },

    /** Whether a place could be held now: the one agreed, or any. */
    async isFree(host: Host, agreed?: number): Promise<boolean> {
      const held = await taken(host.id);
      return agreed === undefined
        ? held.size < host.places
        : agreed >= 1 && agreed <= host.places && !held.has(agreed);
    },

    /**
     * Holds one numbered place (卡位) for an application: the one agreed with the host, or any that is free.
     * The place items are the ledger; a second call finds the tenant's item and changes nothing. An
     * application that is over gets none.
     *
     * @throws {DomainError} RegisterContended when places kept being taken under our hands.
     */
    async hold(
      host: Host,
      applicationId: string,
      at: string,
      agreed?: number,
    ): Promise<'HELD' | 'TAKEN' | 'NONE_FREE'> {
      const numbers = Array.from({ length: host.places }, (_, index) => index + 1);
      for (let tries = 0; tries < TRIES; tries++) {
        const held = tries < PROBES ? undefined : await taken(host.id);
        const place = agreed ?? any(held ? numbers.filter((number) => !held.has(number)) : numbers);
        if (place === undefined) return 'NONE_FREE';
        const outcome = await commit(documents, claims(host.id, place, applicationId, at));
        if (outcome === 'OVER') return 'NONE_FREE';
        if (outcome !== 'PLACE') return 'HELD';
        if (agreed !== undefined) return 'TAKEN';
      }
      throw new DomainError('RegisterContended', { applicationId });
    },
  };
};
