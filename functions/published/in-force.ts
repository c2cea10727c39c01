import type { StatisticalFigures } from '../registrar/statistical-figures.ts';
import { limitsOf, STATISTICAL_LIMITS } from '../registrar/statistical-limits.ts';
import type { LegalDate } from '../shared/calendar.ts';
import { confirmed, countingOn, isFor } from './counting-editions.ts';
import { type Edition, itemOf, type Lane } from './edition.ts';

/** Published figures that count at a registrar on a day; absent where those released with the system count. */
export function limitsPublished(
  editions: readonly Edition[],
  division: string | undefined,
  on: LegalDate,
): { readonly figures: StatisticalFigures; readonly edition: string } | undefined {
  const published = countingOn(editions, 'LIMITS', on).map(({ id, registrar, content }) => ({
    ...content.figures,
    ...(registrar !== undefined && { registrar }),
    from: on,
    edition: { id, figures: content.figures },
  }));
  const found = limitsOf(division, on, [...published, ...STATISTICAL_LIMITS]);
  const edition = published.find((it) => it === found)?.edition;
  return edition && { figures: edition.figures, edition: edition.id };
}

/** The words of rule RC-04 that count at a registrar on a day: its own and those for all. */
export const stopWordsOn = (
  editions: readonly Edition[],
  division: string | undefined,
  on: LegalDate,
) => countingOn(editions, 'STOP_LIST', on).filter((it) => isFor(it, division));

/** Rules and lanes that are off for a registrar, by the last word on each: off for all, or for this one. */
export function switchedOff(
  editions: readonly Edition[],
  division: string | undefined,
): { readonly rules: readonly string[]; readonly lanes: readonly Lane[] } {
  const acts = confirmed(editions, 'SWITCHES')
    .filter((it) => isFor(it, division))
    .toSorted((a, b) => ((a.confirmedAt ?? '') < (b.confirmedAt ?? '') ? -1 : 1));
  const off = [...new Map(acts.map((it) => [itemOf(it), it.content])).values()]
    .filter(({ on }) => !on)
    .map(({ of }) => of);
  return {
    rules: [...new Set(off.flatMap((it) => ('rule' in it ? it.rule : [])))].sort(),
    lanes: [...new Set(off.flatMap((it) => ('lane' in it ? it.lane : [])))].sort(),
  };
}
