import * as z from 'zod';
import type { Instant } from '../shared/calendar.ts';
import type { ApplicationId } from '../shared/ids.ts';

/** One holder of a 字号 within one industry. */
export interface Holding {
  /** RESERVED for an application, LIVE as a registered business */
  readonly kind: 'RESERVED' | 'LIVE';
  /** application id while RESERVED, unified social credit code when LIVE */
  readonly holder: string;
  /** RESERVED: the moment it lapses. A date is a condition, never a TTL */
  readonly until?: string;
}

/**
 * All that is known of one 字号 at one registrar: industry → holder. The key `*` is a name without
 * industry, which conflicts with every industry (企业名称登记管理规定 art. 17).
 */
export interface NameCard {
  readonly version: number;
  readonly holdings: Readonly<Record<string, Holding>>;
}

/** A card as it is kept. */
export const Card = z.object({
  version: z.int(),
  holdings: z.record(
    z.string(),
    z.object({
      kind: z.enum(['RESERVED', 'LIVE']),
      holder: z.string(),
      until: z.string().exactOptional(),
    }),
  ),
});

/** Why a name cannot be had: who holds it, in which industry. */
export interface NameConflict {
  readonly industry: string;
  readonly kind: Holding['kind'];
}

/** A name is held by no one twice, so the answer is the new card or every conflict. */
export type CardAnswer =
  | { readonly card: NameCard }
  | { readonly conflicts: readonly [NameConflict, ...NameConflict[]] };

const ANY_INDUSTRY = '*';
const NO_CARD: NameCard = { version: 0, holdings: {} };

type Entry = readonly [industry: string, holding: Holding];

/**
 * Who holds the 字号 against `holder` in the same or no industry at the moment `now`. Its own
 * holdings and reservations that have lapsed stand against nobody.
 *
 * @param query.holder the application, or the code of the business that it has become.
 */
export const conflictsOn = (
  card: NameCard | undefined,
  query: { industry: string; holder: string; now: Instant },
): NameConflict[] => conflictsWith(card, query.industry, [query.holder], query.now);

/**
 * Reserves for an application; `until` is the moment at which the reservation lapses.
 *
 * Asked again, it keeps the first `until`, as long as that has not passed: reservations are not
 * extended (企业名称登记管理规定 art. 18). An application that now wants another industry gives the
 * earlier one back and keeps its `until`. Returns the same card where nothing changes.
 */
export function reserve(
  card: NameCard | undefined,
  wish: { industry: string; applicationId: ApplicationId; now: Instant; until: Instant },
): CardAnswer {
  const { industry, applicationId, now } = wish;
  const [first, ...more] = conflictsWith(card, industry, [applicationId], now);
  if (first) return { conflicts: [first, ...more] };

  const entries = liveEntries(card, now);
  const earlier = entries.find(([, it]) => isReservedFor(it, applicationId));
  if (card && earlier?.[0] === industry) return { card };
  const until = earlier?.[1].until ?? wish.until;
  const others = entries.filter((it) => it !== earlier);
  return {
    card: next(card, [...others, [industry, { kind: 'RESERVED', holder: applicationId, until }]]),
  };
}

/**
 * Makes the name that of a registered business; its application's reservation ends. A name that was
 * not reserved, or no longer, can be occupied as long as nobody else holds it. Returns the same card
 * where the business has the name already.
 */
export function occupy(
  card: NameCard | undefined,
  wish: { industry: string; applicationId: ApplicationId; uscc: string; now: Instant },
): CardAnswer {
  const { industry, applicationId, uscc, now } = wish;
  const [first, ...more] = conflictsWith(card, industry, [applicationId, uscc], now);
  if (first) return { conflicts: [first, ...more] };
  if (card?.holdings[industry]?.kind === 'LIVE') return { card };

  const others = liveEntries(card, now).filter(([, it]) => !isReservedFor(it, applicationId));
  return { card: next(card, [...others, [industry, { kind: 'LIVE', holder: uscc }]]) };
}

/** Gives an application's reservation back; the same card where it has none. Never touches a LIVE name. */
export function release(card: NameCard, applicationId: ApplicationId): NameCard {
  const entries = Object.entries(card.holdings);
  const others = entries.filter(([, it]) => !isReservedFor(it, applicationId));
  return others.length === entries.length ? card : next(card, others);
}

const conflictsWith = (
  card: NameCard | undefined,
  industry: string,
  own: readonly string[],
  now: Instant,
): NameConflict[] =>
  liveEntries(card, now)
    .filter(([held]) => held === industry || held === ANY_INDUSTRY || industry === ANY_INDUSTRY)
    .filter(([, { holder }]) => !own.includes(holder))
    .map(([held, { kind }]) => ({ industry: held, kind }));

const liveEntries = (card: NameCard = NO_CARD, now: Instant): readonly Entry[] =>
  Object.entries(card.holdings).filter(([, { until }]) => until === undefined || until > now);

const isReservedFor = (holding: Holding, applicationId: ApplicationId): boolean =>
  holding.kind === 'RESERVED' && holding.holder === applicationId;

const next = ({ version }: NameCard = NO_CARD, entries: readonly Entry[]): NameCard => ({
  version: version + 1,
  holdings: Object.fromEntries(entries),
});
