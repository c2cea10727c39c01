import type { LegalDate } from '../shared/calendar.ts';
import { endOfLegalDate, legalDateOf } from '../shared/days.ts';
import { CALENDAR, type Calendar, workingDaysLater } from '../shared/working-days.ts';

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

export interface CaseClock {
  /** when the statutory clock of an attempt that was submitted at a moment runs out */
  deadlineOf(submittedAt: string): Deadline;
  /** the same, extended: counted on from the last day of the first term, which ends with `due` */
  extendedFrom(due: string): Deadline;
  /**
   * when a case that is overdue now is told one level higher again: at the end of the first working
   * day that has not ended, so on every working day
   */
  nextEscalation(now: string): Deadline;
}

/** @param calendarOn the calendar by which a term is counted that begins on a day */
export function caseClock(calendarOn: (day: LegalDate) => Calendar): CaseClock {
  const endAfter = (moment: number | string, days: number): Deadline => {
    const from = legalDateOf(moment);
    const { date, provisional } = workingDaysLater(from, days, calendarOn(from));
    const due = new Date(endOfLegalDate(date)).toISOString();
    return { due, ...(provisional && { provisional }) };
  };
  return {
    deadlineOf: (submittedAt) => endAfter(submittedAt, DECIDED_WITHIN),
    extendedFrom: (due) => endAfter(Date.parse(due) - 1, EXTENDED_BY),
    nextEscalation: (now) => endAfter(Date.parse(now) - DAY_MS, 1),
  };
}

/** The clock by the holidays that were released with this system. */
export const RELEASED_CLOCK: CaseClock = caseClock(() => CALENDAR);

/** Whole seconds from now to a moment, at least one: what a waiting state takes. */
export const secondsUntil = (moment: string, now: number): number =>
  Math.max(1, Math.ceil((Date.parse(moment) - now) / 1000));
