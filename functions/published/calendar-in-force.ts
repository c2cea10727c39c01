import type { LegalDate } from '../shared/calendar.ts';
import { CALENDAR, type Calendar, type HolidayYear } from '../shared/working-days.ts';
import { countingOn } from './counting-editions.ts';
import type { Edition } from './edition.ts';

/**
 * The calendar by which a term is counted that is set on a day: a year that was published replaces
 * the one that was released, and prolongs what is known where it follows.
 */
export function calendarOn(editions: readonly Edition[], on: LegalDate): Calendar {
  const years = countingOn(editions, 'CALENDAR', on).map(({ content }) => content.calendar);
  return years.toSorted((a, b) => a.year - b.year).reduce(withYear, CALENDAR);
}

function withYear(known: Calendar, { year, holidays, makeUpDays }: HolidayYear): Calendar {
  const others = (day: LegalDate) => !day.startsWith(`${year}-`);
  const follows = Number(known.knownUntil.slice(0, 4)) + 1 === year;
  return {
    ...known,
    ...(follows && { knownUntil: `${year}-12-31` }),
    holidays: [...known.holidays.filter(({ until }) => others(until)), ...holidays],
    makeUpDays: [...known.makeUpDays.filter(others), ...makeUpDays],
  };
}
