import { legalDateOf } from '../shared/days.ts';

/** Tallies are kept by slices of so many minutes, and of these by hours, days and weeks. */
const SLICE_MS = 5 * 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export type Level = 'SLICE' | 'HOUR' | 'DAY' | 'WEEK';

/** One period: its level, its name among those, and the legal week whose tallies stand together. */
export interface Period {
  readonly level: Level;
  /** `2026-11-23T04:05`, `2026-11-23T04` (UTC), `2026-11-23` (legal date) or `2026-W48` */
  readonly name: string;
  readonly week: string;
}

export const sliceStart = (moment: number): number => Math.floor(moment / SLICE_MS) * SLICE_MS;

/** The week by ISO 8601 (Monday to Sunday) of the legal date on which a moment falls. */
export function weekOf(moment: number | string): string {
  const day = Date.parse(legalDateOf(moment));
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  const thursday = new Date(day + (3 - weekday) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const nth = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1;
  return `${year}-W${String(nth).padStart(2, '0')}`;
}

/** The periods in which a moment lies, the smallest first. */
export function periodsOf(moment: string): readonly [Period, Period, Period, Period] {
  const week = weekOf(moment);
  const slice = new Date(sliceStart(Date.parse(moment))).toISOString().slice(0, 16);
  return [
    { level: 'SLICE', name: slice, week },
    { level: 'HOUR', name: slice.slice(0, 13), week },
    { level: 'DAY', name: legalDateOf(moment), week },
    { level: 'WEEK', name: week, week },
  ];
}

/** Names of the first and last periods, one level below, of which an hour, a day or a week consists. */
export function consistsOf({ level, name, week }: Period): {
  readonly level: Level;
  readonly from: string;
  readonly to: string;
} {
  if (level === 'WEEK') return { level: 'DAY', ...daysOf(week) };
  if (level === 'HOUR') return { level: 'SLICE', from: `${name}:00`, to: `${name}:59` };
  const midnight = Date.parse(`${name}T00:00:00.000+08:00`);
  const hour = (at: number) => new Date(at).toISOString().slice(0, 13);
  return { level: 'HOUR', from: hour(midnight), to: hour(midnight + DAY_MS - HOUR_MS) };
}

/** Whole weeks before a week, itself first: `2026-W48`, `2026-W47`, … */
export const weeksUntil = (moment: number, weeks: number): string[] =>
  Array.from({ length: weeks }, (_, back) => weekOf(moment - back * 7 * DAY_MS));

/** First and last legal date of a week. */
export function daysOf(week: string): { readonly from: string; readonly to: string } {
  const [year, nth] = week.split('-W').map(Number) as [number, number];
  const fourth = Date.UTC(year, 0, 4); // always in week 1
  const monday =
    fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS + (nth - 1) * 7 * DAY_MS;
  const date = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { from: date(monday), to: date(monday + 6 * DAY_MS) };
}
