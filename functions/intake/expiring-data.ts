import { type TrustList, trusted } from '../e-licence/trust-list.ts';
import type { LegalDate } from '../shared/calendar.ts';
import { legalDateOf } from '../shared/days.ts';
import { HOLIDAYS_KNOWN_UNTIL } from '../shared/working-days.ts';

const DAY_MS = 86_400_000;
const daysBetween = (from: LegalDate, to: LegalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
const dayAfter = (day: LegalDate): LegalDate => legalDateOf(Date.parse(day) + DAY_MS);

/** Whole days that dated data still lasts; its last day counts as 0. */
export interface DaysLeft {
  /** published holidays, on which the statutory clocks run; negative when they have ended */
  readonly holidayDaysLeft: number;
  /** the recognised issuer that ends first without an entry that follows it; absent where none ends */
  readonly trustDaysLeft?: number;
}

/**
 * How long the dated data lasts that this system decides by. Told at every sweep, so that an alarm
 * comes while there is time to publish more.
 */
export function daysLeft(
  trustList: TrustList,
  today: LegalDate,
  holidaysKnownUntil: LegalDate = HOLIDAYS_KNOWN_UNTIL,
): DaysLeft {
  const ends = trustList.flatMap(({ issuer, from, until }) =>
    until !== undefined &&
    from <= today &&
    today <= until &&
    !trusted(trustList, issuer, dayAfter(until))
      ? [daysBetween(today, until)]
      : [],
  );
  return {
    holidayDaysLeft: daysBetween(today, holidaysKnownUntil),
    ...(ends.length > 0 && { trustDaysLeft: Math.min(...ends) }),
  };
}
