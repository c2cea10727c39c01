import * as z from 'zod';
import type { Instant } from '../shared/calendar.ts';
import type { ApplicationId } from '../shared/ids.ts';

/** One holder of a 字号 within one industry. */
export interface Holding {
  /** RESERVED for an application, LIVE as a registered business */
  readonly kind: 'RESERVED' | 'LIVE';
  /** application id while RESERVED, unified social credit code when LIVE */
  readonly holder: string;
  /** the moment it lapses: of a reservation, or of the name of a business that is no more. A date is a condition, never a TTL */
  readonly until?: string;
}

/**
 * All that is known of one 字号 at one registrar: industry → holder. The key `*` is a name without
 * industry, which conflicts with every industry (企业名称登记管理规定 art. 17). Who shares an industry with
 * a business that he is linked to stands beside it, under `industry/holder`.
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
  /** of a LIVE name: the code of its business */
  readonly holder?: string;
  /** of the name of a business that is no more: the moment from which it is free */
  readonly until?: string;
}

/** A name is held by no one twice, so the answer is the new card or every conflict. */
export type CardAnswer =
  | { readonly card: NameCard }
  | { readonly conflicts: readonly [NameConflict, ...NameConflict[]] };

const ANY_INDUSTRY = '*';
const BESIDE = '/';
const NO_CARD: NameCard = { version: 0, holdings: {} };

type Entry = readonly [slot: string, holding: Holding];

/** Whose name does not stand against one's own: the codes of businesses that one is linked to by investment. */
type Linked = readonly string[];

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
 * extended (企业名称登记管理规定 art. 18), but for `lengthen`: where an approval must come first, the later
 * `until` counts. An application that now wants another industry gives the earlier one back and keeps
 * its `until`. Returns the same card where nothing changes.
 */
export function reserve(
  card: NameCard | undefined,
  wish: {
    industry: string;
    applicationId: ApplicationId;
    now: Instant;
    until: Instant;
    linked?: Linked | undefined;
    lengthen?: boolean | undefined;
  },
): CardAnswer {
  const { industry, applicationId, now, linked = [], lengthen = false } = wish;
  const [first, ...more] = conflictsWith(card, industry, [applicationId, ...linked], now);
  if (first) return { conflicts: [first, ...more] };

  const entries = liveEntries(card, now);
  const earlier = entries.find(([, it]) => isReservedFor(it, applicationId));
  const kept = earlier?.[1].until ?? wish.until;
  const until = lengthen && kept < wish.until ? wish.until : kept;
  if (card && earlier && industryOf(earlier[0]) === industry && earlier[1].until === until)
    return { card };
  const others = entries.filter((it) => it !== earlier);
  const holding = { kind: 'RESERVED', holder: applicationId, until } as const;
  return { card: next(card, [...others, [slotFor(others, industry, applicationId), holding]]) };
}

/**
 * Makes the name that of a registered business; its application's reservation ends. A name that was
 * not reserved, or no longer, can be occupied as long as nobody else holds it. Returns the same card
 * where the business has the name already.
 */
export function occupy(
  card: NameCard | undefined,
  wish: {
    industry: string;
    applicationId: ApplicationId;
    uscc: string;
    now: Instant;
    linked?: Linked | undefined;
  },
): CardAnswer {
  const { industry, applicationId, uscc, now, linked = [] } = wish;
  const [first, ...more] = conflictsWith(card, industry, [applicationId, uscc, ...linked], now);
  if (first) return { conflicts: [first, ...more] };
  const live = liveEntries(card, now);
  if (card && live.some(([slot, it]) => industryOf(slot) === industry && it.holder === uscc))
    return { card };

  const others = live.filter(([, it]) => !isReservedFor(it, applicationId));
  const holding = { kind: 'LIVE', holder: uscc } as const;
  return { card: next(card, [...others, [slotFor(others, industry, uscc), holding]]) };
}

/** What a holder has on a card in an industry; a reservation also after it has lapsed. */
export const holdingOf = (
  card: Pick<NameCard, 'holdings'> | undefined,
  industry: string,
  holder: string,
): Holding | undefined =>
  Object.entries(card?.holdings ?? {}).find(
    ([slot, it]) => industryOf(slot) === industry && it.holder === holder,
  )?.[1];

/** Where an application stands that shares an industry with one whom it is linked to. */
export const slotBeside = (industry: string, holder: string): string =>
  `${industry}${BESIDE}${holder}`;

/** Gives an application's reservation back; the same card where it has none. Never touches a LIVE name. */
export function release(card: NameCard, applicationId: ApplicationId): NameCard {
  const entries = Object.entries(card.holdings);
  const others = entries.filter(([, it]) => !isReservedFor(it, applicationId));
  return others.length === entries.length ? card : next(card, others);
}

/** The names of a business that is no more stand against others until a moment; the same card where it has none. */
export function lapse(card: NameCard, uscc: string, until: Instant): NameCard {
  const isIts = ({ kind, holder }: Holding) => kind === 'LIVE' && holder === uscc;
  const entries = Object.entries(card.holdings);
  if (!entries.some(([, it]) => isIts(it))) return card;
  return next(
    card,
    entries.map(([industry, it]) => [industry, isIts(it) ? { ...it, until } : it]),
  );
}

const conflictsWith = (
  card: NameCard | undefined,
  industry: string,
  own: readonly string[],
  now: Instant,
): NameConflict[] =>
  liveEntries(card, now)
    // a map comes from the database in any order, and a decision tells conflicts in one
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([slot, holding]) => ({ held: industryOf(slot), ...holding }))
    .filter(({ held }) => held === industry || held === ANY_INDUSTRY || industry === ANY_INDUSTRY)
    .filter(({ holder }) => !own.includes(holder))
    .map(({ held, kind, holder, until }) => ({
      industry: held,
      kind,
      ...(kind === 'LIVE' && { holder, ...(until !== undefined && { until }) }),
    }));

const industryOf = (slot: string): string => slot.split(BESIDE, 1)[0] ?? slot;

const slotFor = (others: readonly Entry[], industry: string, holder: string): string =>
  others.some(([slot]) => slot === industry) ? slotBeside(industry, holder) : industry;

const liveEntries = (card: NameCard = NO_CARD, now: Instant): readonly Entry[] =>
  Object.entries(card.holdings).filter(([, { until }]) => until === undefined || until > now);

const isReservedFor = (holding: Holding, applicationId: ApplicationId): boolean =>
  holding.kind === 'RESERVED' && holding.holder === applicationId;

const next = ({ version }: NameCard = NO_CARD, entries: readonly Entry[]): NameCard => ({
  version: version + 1,
  holdings: Object.fromEntries(entries),
});
