import { endOfLegalDate, legalDateOf } from '../shared/calendar.ts';
import { workingDaysLater } from '../shared/working-days.ts';

/** Working days from receipt to decision (实施细则 art. 18). The clock does not pause and never decides by itself. */
const DECIDED_WITHIN = 3;

const DAY_MS = 86_400_000;

const endAfter = (moment: number | string, days: number): string =>
  new Date(endOfLegalDate(workingDaysLater(legalDateOf(moment), days).date)).toISOString();

/** When the statutory clock of an attempt that was submitted at a moment runs out. */
export const dueOf = (submittedAt: string): string => endAfter(submittedAt, DECIDED_WITHIN);

/**
 * When a case that is overdue now is told one level higher again: at the end of the first working
 * day that has not ended, so on every working day.
 */
export const nextEscalation = (now: string): string => endAfter(Date.parse(now) - DAY_MS, 1);

/** Whole seconds from now to a moment, at least one: what a waiting state takes. */
export const secondsUntil = (moment: string, now: number): number =>
  Math.max(1, Math.ceil((Date.parse(moment) - now) / 1000));
