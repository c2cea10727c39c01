import * as z from 'zod';
import { LegalDate } from './calendar.ts';
import holidays from './holidays.json' with { type: 'json' };

const { knownFrom, knownUntil, ...calendar } = z
  .object({
    knownFrom: LegalDate,
    knownUntil: LegalDate,
    holidays: z.array(z.object({ name: z.string(), from: LegalDate, until: LegalDate })),
    /** 调休上班: weekend days on which offices work */
    makeUpDays: z.array(LegalDate),
  })
  .parse(holidays);

/** Last day of the published holiday calendar; the State Council publishes a year in the autumn before. */
export const HOLIDAYS_KNOWN_UNTIL = knownUntil;

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
): { date: LegalDate; provisional: boolean } {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  let day = date;
  for (let left = n; left > 0; ) {
    day = dayAfter(day);
    if (isWorkingDay(day)) left -= 1;
  }
  return { date: day, provisional: n > 0 && (dayAfter(date) < knownFrom || day > knownUntil) };
}

function isWorkingDay(day: LegalDate): boolean {
  if (calendar.makeUpDays.includes(day)) return true;
  if (calendar.holidays.some(({ from, until }) => from <= day && day <= until)) return false;
  if (day.endsWith('-01-01')) return false;
  return new Date(day).getUTCDay() % 6 !== 0;
}

const dayAfter = (day: LegalDate): LegalDate =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
