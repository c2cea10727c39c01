import type { LegalDate } from '../shared/calendar.ts';
import { endOfLegalDate, legalDateOf, monthsLater } from '../shared/days.ts';

/**
 * What can be done against a refusal: administrative reconsideration (行政复议法 2023, art. 20: 60 days)
 * and suit (行政诉讼法, art. 46: six months), both from the day on which it became known. Articles and
 * terms are [M]: from memory, not read at a source.
 */
const RECONSIDERATION_DAYS = 60;
const SUIT_MONTHS = 6;

const DAY_MS = 86_400_000;

/** Last days of both, from the moment of service. The day of service does not count (民法典 art. 201). */
export const remediesUntil = (
  servedAt: string,
): { readonly reconsideration: LegalDate; readonly suit: LegalDate } => ({
  reconsideration: legalDateOf(
    endOfLegalDate(legalDateOf(servedAt)) - 1 + RECONSIDERATION_DAYS * DAY_MS,
  ),
  suit: monthsLater(legalDateOf(servedAt), SUIT_MONTHS),
});
