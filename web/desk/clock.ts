import { legalDateOf } from '#functions/shared/days.ts';
import holidays from '#functions/shared/holidays.json' with { type: 'json' };

/** How a case's clock stands. OVERDUE: its statutory time is over, whatever it was put off to since. */
type Due =
  | { readonly tone: 'OVERDUE' | 'TODAY' }
  | { readonly tone: 'LATER'; readonly workingDays: number };

const DAY_MS = 86_400_000;
const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

/** The last day of a clock, which runs out when that day ends in Guangzhou: YYYY-MM-DD. */
export const lastDayOf = (due: string): string => legalDateOf(Date.parse(due) - 1);

/** @param now milliseconds since the epoch */
export function dueIn(
  { due, escalations }: { readonly due: string; readonly escalations: number },
  now: number,
): Due {
  if (escalations > 0 || Date.parse(due) <= now) return { tone: 'OVERDUE' };
  const [today, last] = [legalDateOf(now), lastDayOf(due)];
  if (today === last) return { tone: 'TODAY' };
  let workingDays = 0;
  for (let day = dayAfter(today); day <= last; day = dayAfter(day))
    if (isWorkingDay(day)) workingDays += 1;
  return { tone: 'LATER', workingDays };
}

/** By the holidays that were released; the case says itself whether its last day lies past them. */
function isWorkingDay(day: string): boolean {
  if (holidays.makeUpDays.includes(day)) return true;
  if (holidays.holidays.some(({ from, until }) => from <= day && day <= until)) return false;
  return new Date(day).getUTCDay() % 6 !== 0;
}

/** Whole seconds until a moment, none below zero. */
export const secondsUntil = (moment: number, now: number): number =>
  Math.max(0, Math.ceil((moment - now) / 1000));
