import * as z from 'zod';
import { LegalDate } from './calendar.ts';
import holidays from './holidays.json' with { type: 'json' };

const Days = {
  holidays: z.array(
    z.strictObject({ name: z.string().min(1).max(40), from: LegalDate, until: LegalDate }),
  ),
  /** 调休上班: weekend days on which offices work */
  makeUpDays: z.array(LegalDate),
};

/** Which days are working days (工作日), and from when until when that is known. */
const Calendar = z.object({ knownFrom: LegalDate, knownUntil: LegalDate, ...Days });
export type Calendar = Readonly<z.infer<typeof Calendar>>;

/** The holidays of one year (国务院办公厅关于部分节假日安排的通知). */
export const HolidayYear = z.strictObject({ year: z.int().min(2025).max(2100), ...Days });
export type HolidayYear = z.infer<typeof HolidayYear>;

/** What was released with this system. */
export const CALENDAR: Calendar = Calendar.parse(holidays);

/** Last day of that calendar; the State Council publishes a year in the autumn before. */
export const HOLIDAYS_KNOWN_UNTIL = CALENDAR.knownUntil;

/**
 * The day on which a term of `n` working days (工作日) ends. The day it starts from does not count
 * (民法典 art. 201); `n` = 0 is that day itself.
 *
 * @returns `provisional` when a day on the way lies outside the published holidays: then only
 *   weekends and 1 January are known to be free, and the date may move later.
 * @throws {RangeError} when `n` is not a whole number from 0 up.
 */
export function workingDaysLater(
  date: LegalDate,
  n: number,
  calendar: Calendar = CALENDAR,
): { date: LegalDate; provisional: boolean } {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  let day = date;
  for (let left = n; left > 0; ) {
    day = dayAfter(day);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return {
    date: day,
    provisional: n > 0 && (dayAfter(date) < calendar.knownFrom || day > calendar.knownUntil),
  };
}

function isWorkingDay(day: LegalDate, calendar: Calendar): boolean {
  if (calendar.makeUpDays.includes(day)) return true;
  if (calendar.holidays.some(({ from, until }) => from <= day && day <= until)) return false;
  if (day.endsWith('-01-01')) return false;
  return new Date(day).getUTCDay() % 6 !== 0;
}

const dayAfter = (day: LegalDate): LegalDate =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
