import type { LegalDate } from './calendar.ts';

/** China has one zone, UTC+8, without summer time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The legal date on which a moment falls. */
export const legalDateOf = (moment: number | string): LegalDate =>
  new Date(new Date(moment).getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

/** The moment at which a legal date ends: midnight in Shanghai, in milliseconds since the epoch. */
export const endOfLegalDate = (date: LegalDate): number =>
  Date.parse(`${date}T00:00:00.000Z`) + 86_400_000 - SHANGHAI_OFFSET_MS;

/** A legal date some calendar years later; 29 February becomes 28 February (民法典 art. 202). */
export const yearsLater = (date: LegalDate, years: number): LegalDate =>
  monthsLater(date, 12 * years);

/** A legal date some calendar months later, by the same rule as years. */
export function monthsLater(date: LegalDate, months: number): LegalDate {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, ofYear] = [Math.floor(month / 12), (month % 12) + 1];
  const day = Number(date.slice(8));
  const last = day > 28 ? new Date(Date.UTC(year, ofYear, 0)).getUTCDate() : 28;
  return `${padded(year, 4)}-${padded(ofYear, 2)}-${padded(Math.min(day, last), 2)}`;
}

const padded = (number: number, digits: number): string => String(number).padStart(digits, '0');
