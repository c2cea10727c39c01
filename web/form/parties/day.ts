/** Legal days are those of Guangzhou, which has no summer time. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The legal day of a moment, YYYY-MM-DD; as `functions/shared/calendar.ts`, which would bring its schemas along. */
export const dayOf = (moment: number): string =>
  new Date(moment + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

/** The same day some years later; 29 February becomes 28 February (Civil Code, art. 202). */
export function yearsAfter(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  const later = `${year}${day.slice(4)}`;
  return new Date(`${later}T00:00:00Z`).toISOString().startsWith(later) ? later : `${year}-02-28`;
}
