import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Host, Tenant } from '../cluster/host.ts';
import {
  holdWrites,
  hostKey,
  noTenant,
  placeStore,
  placeToTry,
  tenantKey,
  vacateWrites,
} from '../cluster/place.store.ts';
import { cardWrite, nameCardKey, nameStore, noReservation, readCard } from '../name/name.store.ts';
import { release, reserve } from '../name/name-card.ts';
import { readAll } from '../runtime/read-all.ts';
import { type Claim, commit, type Write } from '../runtime/transaction.ts';
import { Instant } from '../shared/calendar.ts';
import { DomainError } from '../shared/errors.ts';
import { applicationKey } from './application.store.ts';
import { type Holdings, type HoldPorts, reservedUntil, type Wanted } from './holds.ts';
import {
  claimWrite,
  endedKey,
  giveUpWrite,
  intentClaims,
  intentKey,
} from './intent-claim.store.ts';
import { firstClaim, IntentClaim } from './intent-claim.ts';

/**
 * The items of the register that say what is held of what an application wants.
 *
 * @param owner whose withdrawals of the same are asked for too
 */
export const holdingKeys = (
  applicationId: string,
  { intent, name, place }: Wanted,
  owner?: string,
): readonly object[] => [
  ...(intent ? [intentKey(intent)] : []),
  ...(intent && owner !== undefined ? [endedKey(intent, owner)] : []),
  ...(name ? [nameCardKey(name)] : []),
  ...(place ? [hostKey(place.host), tenantKey(place.host, applicationId)] : []),
];

/** What is held, from items that were read by these keys; others may be among them. */
export function holdingsIn(items: readonly Record<string, unknown>[]): Holdings {
  const found = (sk: (key: string) => boolean) => items.find((item) => sk(String(item.sk)));
  const claim = found((sk) => sk === 'CLAIM');
  const card = readCard(found((sk) => sk === 'CARD'));
  const host = found((sk) => sk === 'HEAD');
  const tenant = found((sk) => sk.startsWith('TENANT#'));
  const ended = found((sk) => sk.startsWith('ENDED#'));
  return {
    ...(claim && { claim: IntentClaim.parse(claim) }),
    ...(card && { card }),
    ...(host && { host: Host.parse(host) }),
    ...(tenant && { tenant: Tenant.parse(tenant) }),
    ...(ended && { endedAt: Instant.parse(ended.at) }),
  };
}

/**
 * What the register holds of what an application wants: claim, name card, host and tenant, read at once
 * and consistently in one request.
 */
export const readHoldings =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (applicationId: string, wanted: Wanted): Promise<Holdings> =>
    holdingsIn(await readAll(documents, table, holdingKeys(applicationId, wanted)));

type Wish = 'INTENT' | 'PLACE' | 'NAME';

/**
 * Brings an application into being together with its claim, its name and, at a host's, a place
 * (HELD), where nobody has or had the 字号 and the place that was tried is free, as with most; or
 * with all but the place (RESERVED). Otherwise what it came without is left to `hold` (COMMITTED).
 * Where another has claimed what its client intends, it comes without them, and neither claim nor
 * name is left to ask for (RESERVED): of two, one alone has everything.
 *
 * @param host where a place is wanted
 */
export async function commitWithName<Loss extends string>(
  documents: DynamoDBDocumentClient,
  registerTable: string,
  born: readonly Claim<Loss>[],
  applicationId: string,
  { intent, name, place }: Wanted,
  now: string,
  host?: Host,
): Promise<'HELD' | 'RESERVED' | 'COMMITTED' | Loss> {
  const until = reservedUntil(now);
  const answer = name && reserve(undefined, { industry: name.industry, applicationId, now, until });
  const tried = place && host && placeToTry(host, place.agreed);
  const holding =
    place && tried && holdWrites(registerTable, place.host, tried, applicationId, now);
  const places = holding ? [holding.tenant, holding.place] : [];
  const wishes: Claim<Wish>[] = [
    ...(intent
      ? [['INTENT', claimWrite(registerTable, intent, firstClaim(applicationId, now))] as const]
      : []),
    ...places.map((write) => ['PLACE', write] as const),
    ...(name && answer && 'card' in answer
      ? [['NAME', cardWrite(registerTable, name, answer.card, undefined)] as const]
      : []),
  ];
  for (let left = wishes; ; ) {
    const coming = commit<Loss | Wish>(documents, [...born, ...left]);
    const outcome = await (left.length > 0 ? coming.catch(contended(left)) : coming);
    if (outcome === 'COMMITTED') {
      const missed = wishes.filter((wish) => !left.includes(wish));
      if (left.length === 0 || missed.some(([wish]) => wish !== 'PLACE')) return outcome;
      return missed.length === 0 && places.length > 0 ? 'HELD' : 'RESERVED';
    }
    if (outcome !== 'INTENT' && outcome !== 'PLACE' && outcome !== 'NAME') return outcome;
    if (outcome === 'INTENT') {
      const alone = await commit(documents, born);
      return alone === 'COMMITTED' ? 'RESERVED' : alone;
    }
    left = left.filter(([wish]) => wish !== outcome);
  }
}

/** What is new is no meeting point, so it is what others may have that they were at; the name first, which more people share. */
const contended =
  (wishes: readonly Claim<Wish>[]) =>
  (error: unknown): Wish => {
    if (!(error instanceof DomainError) || error.name !== 'RegisterContended') throw error;
    return wishes.at(-1)?.[0] ?? 'NAME';
  };

/** The stores behind the holds: only an application that is submitted may come to hold something. */
export const holdPorts = (
  documents: DynamoDBDocumentClient,
  registerTable: string,
  applicationsTable: string,
): HoldPorts & Pick<ReturnType<typeof intentClaims>, 'contest'> => {
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
  return {
    ...intentClaims(documents, registerTable, submitted),
    reserveName: names.reserve,
    host: places.host,
    holdPlace: places.hold,
  };
};

/**
 * The writes that give claim, name and place back: when an application is withdrawn or refused, or its next
 * attempt wants others. What it does not hold is checked to be still so, because it may be coming to
 * hold it at this moment.
 */
export const releases =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (applicationId: string, wanted: Wanted): Promise<Claim<'MOVED'>[]> => {
    const { intent, name, place } = wanted;
    const { claim, card, tenant } = await readHoldings(documents, table)(applicationId, wanted);
    const released = card && release(card, applicationId);
    const writes: Write[] = [];
    if (intent) writes.push(giveUpWrite(table, intent, claim, applicationId));
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
