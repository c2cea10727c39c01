import type { LegalDate } from '../shared/calendar.ts';
import type { ProblemError } from '../shared/request-faults.ts';
import type { HolidayYear } from '../shared/working-days.ts';

const isWeekend = (day: LegalDate): boolean => new Date(day).getUTCDay() % 6 === 0;

/** A year's first holiday and the days worked for it may lie in the last days of the year before. */
const belongsTo = (day: LegalDate, year: number): boolean =>
  `${year - 1}-12-20` <= day && day <= `${year}-12-31`;

/** What cannot be so in a year's notice of holidays. */
export function holidayFaults({ year, holidays, makeUpDays }: HolidayYear): ProblemError[] {
  const at = (pointer: string, detail: string) => ({
    pointer: `/content/calendar${pointer}`,
    detail,
  });
  const isHoliday = (day: LegalDate) =>
    holidays.some(({ from, until }) => from <= day && day <= until);
  return [
    ...(isHoliday(`${year}-01-01`) ? [] : [at('/holidays', 'WITHOUT_NEW_YEAR')]),
    ...holidays.flatMap(({ from, until }, index) => [
      ...(from > until ? [at(`/holidays/${index}/until`, 'BEFORE_IT_BEGINS')] : []),
      ...(belongsTo(from, year) && belongsTo(until, year)
        ? []
        : [at(`/holidays/${index}/from`, 'OUTSIDE_THE_YEAR')]),
      ...(holidays.slice(0, index).some((it) => it.from <= until && from <= it.until)
        ? [at(`/holidays/${index}/from`, 'OVERLAPS')]
        : []),
    ]),
    ...makeUpDays.flatMap((day, index) => [
      ...(belongsTo(day, year) ? [] : [at(`/makeUpDays/${index}`, 'OUTSIDE_THE_YEAR')]),
      ...(isWeekend(day) ? [] : [at(`/makeUpDays/${index}`, 'NO_WEEKEND')]),
      ...(isHoliday(day) ? [at(`/makeUpDays/${index}`, 'IS_A_HOLIDAY')] : []),
      ...(makeUpDays.indexOf(day) < index ? [at(`/makeUpDays/${index}`, 'TWICE')] : []),
    ]),
  ];
}
