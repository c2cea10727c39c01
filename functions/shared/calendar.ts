import * as z from 'zod';

/** A moment: UTC, ISO 8601 with milliseconds. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof Instant>;

/** A legal date (establishment, deadline, validity): a calendar date in Asia/Shanghai, `YYYY-MM-DD`. */
export const LegalDate = z.iso.date();
export type LegalDate = z.infer<typeof LegalDate>;

/** What time it is; passed in, so that no pure code reads the clock. Milliseconds since the epoch. */
export type Clock = () => number;

/** China has one zone, UTC+8, without summer time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The legal date on which a moment falls. */
export const legalDateOf = (moment: number | string): LegalDate =>
  new Date(new Date(moment).getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

/** The moment at which a legal date ends: midnight in Shanghai, in milliseconds since the epoch. */
export const endOfLegalDate = (date: LegalDate): number =>
  Date.parse(`${date}T00:00:00.000Z`) + 86_400_000 - SHANGHAI_OFFSET_MS;

/** A legal date some calendar years later; 29 February becomes 28 February (民法典 art. 202). */
export function yearsLater(date: LegalDate, years: number): LegalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return new Date(Date.UTC(year + years, month - 1, Math.min(day, lastOfMonth)))
    .toISOString()
    .slice(0, 10);
}

/** A legal date some calendar months later, by the same rule as years. */
export function monthsLater(date: LegalDate, months: number): LegalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth)))
    .toISOString()
    .slice(0, 10);
}
