import { endOfLegalDate, legalDateOf } from '../shared/calendar.ts';
import { workingDaysLater } from '../shared/working-days.ts';

/** Working days from receipt to decision (实施细则 art. 18). The clock does not pause and never decides by itself. */
const DECIDED_WITHIN = 3;

/** After the statutory clock ran out, every working day it is told one level higher. */
const ESCALATED_EVERY = 1;

const endAfter = (moment: string, days: number): string =>
  new Date(endOfLegalDate(workingDaysLater(legalDateOf(moment), days).date)).toISOString();

/** When the statutory clock of an attempt that was submitted at a moment runs out. */
export const dueOf = (submittedAt: string): string => endAfter(submittedAt, DECIDED_WITHIN);

/** When a case that is overdue now is escalated next. */
export const nextEscalation = (now: string): string => endAfter(now, ESCALATED_EVERY);

/** Whole seconds from now to a moment, at least one: what a waiting state takes. */
export const secondsUntil = (moment: string, now: number): number =>
  Math.max(1, Math.ceil((Date.parse(moment) - now) / 1000));
