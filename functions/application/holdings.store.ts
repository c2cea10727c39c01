import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Host, Tenant } from '../cluster/host.ts';
import { hostKey, noTenant, placeStore, tenantKey, vacateWrites } from '../cluster/place.store.ts';
import { cardWrite, nameCardKey, nameStore, noReservation, readCard } from '../name/name.store.ts';
import { release, reserve } from '../name/name-card.ts';
import { type Claim, commit, type Write } from '../runtime/transaction.ts';
import { DomainError } from '../shared/errors.ts';
import { applicationKey } from './application.store.ts';
import { type Holdings, type HoldPorts, reservedUntil, type Wanted } from './holds.ts';

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

/**
 * Brings an application into being together with its name (RESERVED), where nobody has or had the
 * 字号, as with most. Otherwise it comes without (COMMITTED), and its name is left to `hold`.
 */
export async function commitWithName<Loss extends string>(
  documents: DynamoDBDocumentClient,
  registerTable: string,
  born: readonly Claim<Loss>[],
  applicationId: string,
  { name }: Wanted,
  now: string,
): Promise<'RESERVED' | 'COMMITTED' | Loss> {
  const until = reservedUntil(now);
  const answer = name && reserve(undefined, { industry: name.industry, applicationId, now, until });
  if (name && answer && 'card' in answer) {
    const first = ['NAME', cardWrite(registerTable, name, answer.card, undefined)] as const;
    const outcome = await commit<Loss | 'NAME'>(documents, [...born, first]).catch(nameContended);
    if (outcome !== 'NAME') return outcome === 'COMMITTED' ? 'RESERVED' : outcome;
  }
  return commit(documents, born);
}

/** What is new is no meeting point, so it is the card that others were at. */
function nameContended(error: unknown): 'NAME' {
  if (error instanceof DomainError && error.name === 'RegisterContended') return 'NAME';
  throw error;
}

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

/**
 * The writes that give name and place back: when an application is withdrawn or refused, or its next
 * attempt wants others. What it does not hold is checked to be still so, because it may be coming to
 * hold it at this moment.
 */
export const releases =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (applicationId: string, wanted: Wanted): Promise<Claim<'MOVED'>[]> => {
    const { name, place } = wanted;
    const { card, tenant } = await readHoldings(documents, table)(applicationId, wanted);
    const released = card && release(card, applicationId);
    const writes: Write[] = [];
    if (name && card && released && released !== card)
      writes.push(cardWrite(table, name, released, card));
    else if (name) writes.push(noReservation(table, name, applicationId));
    if (place)
      writes.push(
        ...(tenant
          ? vacateWrites(table, place.host, tenant)
          : [noTenant(table, place.host, applicationId)]),
      );
    return writes.map((write) => ['MOVED', write] as const);
  };
