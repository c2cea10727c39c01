import * as z from 'zod';
import { Instant, type LegalDate } from '../shared/calendar.ts';
import { endOfLegalDate, legalDateOf } from '../shared/days.ts';
import { ListEntryId } from '../shared/ids.ts';
import { ListEntry } from './list-entry.ts';
import { type List, SUBJECT_KINDS } from './lists.ts';

/** The record of an entry: who entered and who ended it, and why. The entry itself stands with its subject, where reviews find it. */
export const Listing = z.object({
  schemaVersion: z.literal(1),
  id: ListEntryId,
  version: z.int().min(1),
  /** keyed hash of a person or an address, or an id that is public; see listed-subject.ts */
  subject: z.string(),
  about: z.enum(SUBJECT_KINDS),
  entry: ListEntry,
  enteredBy: z.string(),
  enteredAt: Instant,
  reason: z.string().min(1).max(2000),
  endedBy: z.string().optional(),
  endedAt: Instant.optional(),
  endedBecause: z.string().min(1).max(2000).optional(),
});
export type Listing = z.infer<typeof Listing>;

/** Lists whose numbers anybody may know: classes of credit, whitelist, key enterprises. */
export const COUNTED = ['CREDIT', 'FAVOURED'] as const satisfies List[];

export const isCounted = ({ list }: Pick<ListEntry, 'list'>): boolean =>
  COUNTED.some((it) => it === list);

const dayAfter = (day: LegalDate): LegalDate => legalDateOf(endOfLegalDate(day));

/** On which days the number of entries that hold changes by one. */
function changesOf({ from, until }: ListEntry): readonly (readonly [LegalDate, 1 | -1])[] {
  if (until === undefined) return [[from, 1]];
  const free = dayAfter(until);
  return [
    [from, 1],
    [free > from ? free : from, -1],
  ];
}

/**
 * By how much the number of entries that hold changes on which day when an entry takes the place of
 * another, or is new: a number that ends by its date needs nobody to count it down.
 */
export function countChanges(after: ListEntry, before?: ListEntry): ReadonlyMap<LegalDate, number> {
  const changes = [
    ...changesOf(after),
    ...(before ? changesOf(before) : []).map(([day, by]) => [day, -by] as const),
  ];
  const sums = new Map<LegalDate, number>();
  for (const [day, by] of changes) sums.set(day, (sums.get(day) ?? 0) + by);
  return new Map([...sums].filter(([, by]) => by !== 0));
}
