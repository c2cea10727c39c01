import { ofWhat } from '#functions/published/item.ts';
import type { Edition } from './an-edition.ts';

export type Standing = 'PROPOSED' | 'COMING' | 'COUNTS' | 'REPLACED' | 'WITHDRAWN';

/** When an edition begins, as text that sorts by time; a switch, when it is confirmed. */
const beginOf = ({ from, confirmedAt = '' }: Edition): string => from ?? confirmedAt;

/**
 * How an edition stands on a day among the others of its kind: of each item the last that has begun
 * counts, for each registrar apart.
 *
 * @param today YYYY-MM-DD
 */
export function standingOf(edition: Edition, all: readonly Edition[], today: string): Standing {
  if (edition.state !== 'CONFIRMED') return edition.state;
  const begun = (it: Edition) => it.from === undefined || it.from <= today;
  if (!begun(edition)) return 'COMING';
  const isReplaced = all.some(
    (it) =>
      it.id !== edition.id &&
      it.state === 'CONFIRMED' &&
      begun(it) &&
      it.registrar === edition.registrar &&
      ofWhat(it.content) === ofWhat(edition.content) &&
      beginOf(it) > beginOf(edition),
  );
  return isReplaced ? 'REPLACED' : 'COUNTS';
}
