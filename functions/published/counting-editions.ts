import type { LegalDate } from '../shared/calendar.ts';
import { type Content, type Edition, itemOf } from './edition.ts';

type Kind = Content['kind'];
export type Of<K extends Kind> = Edition & { readonly content: Extract<Content, { kind: K }> };

const isOf =
  <K extends Kind>(kind: K) =>
  (edition: Edition): edition is Of<K> =>
    edition.content.kind === kind;

/** The confirmed editions of a kind. */
export const confirmed = <K extends Kind>(editions: readonly Edition[], kind: K): Of<K>[] =>
  editions.filter(isOf(kind)).filter(({ state }) => state === 'CONFIRMED');

/** The editions of a kind that count on a day: of each item the last one that has begun. */
export function countingOn<K extends Kind>(
  editions: readonly Edition[],
  kind: K,
  on: LegalDate,
): readonly Of<K>[] {
  const begun = confirmed(editions, kind)
    .filter(({ from = '9999-12-31' }) => from <= on)
    .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return [...new Map(begun.map((it) => [itemOf(it), it])).values()];
}

/** Whether an edition is for a registrar: its own, or for all. */
export const isFor = ({ registrar }: Edition, division: string | undefined): boolean =>
  registrar === undefined || registrar === division;
