import { endOfLegalDate, legalDateOf } from '../shared/calendar.ts';
import { workingDaysLater } from '../shared/working-days.ts';

/** Working days from receipt to decision (实施细则 art. 18). The clock does not pause and never decides by itself. */
const DECIDED_WITHIN = 3;
/** Working days more, once, where the registrar's head approves it (same article). */
const EXTENDED_BY = 3;

const DAY_MS = 86_400_000;

/** When a clock runs out. Provisional: it lies past the published holidays and may move later. */
export interface Deadline {
  readonly due: string;
  readonly provisional?: true;
}

function endAfter(moment: number | string, days: number): Deadline {
  const { date, provisional } = workingDaysLater(legalDateOf(moment), days);
  const due = new Date(endOfLegalDate(date)).toISOString();
  return { due, ...(provisional && { provisional }) };
}

/** When the statutory clock of an attempt that was submitted at a moment runs out. */
export const deadlineOf = (submittedAt: string): Deadline => endAfter(submittedAt, DECIDED_WITHIN);

/** The same, extended: counted on from the last day of the first term, which ends with `due`. */
export const extendedFrom = (due: string): Deadline => endAfter(Date.parse(due) - 1, EXTENDED_BY);

/**
 * When a case that is overdue now is told one level higher again: at the end of the first working
 * day that has not ended, so on every working day.
 */
export const nextEscalation = (now: string): Deadline => endAfter(Date.parse(now) - DAY_MS, 1);

/** Whole seconds from now to a moment, at least one: what a waiting state takes. */
export const secondsUntil = (moment: string, now: number): number =>
  Math.max(1, Math.ceil((Date.parse(moment) - now) / 1000));
