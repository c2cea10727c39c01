import type { LegalDate } from '../shared/calendar.ts';

/** How the automatic review is measured by persons, from a day on. No law sets these figures: [M]. */
export interface ReviewQuality {
  readonly from: LegalDate;
  /** last day; absent = until further notice */
  readonly until?: LegalDate;
  /** 0 to 1: of automatic approvals, how many a person reads again; an agent's class and favour change it */
  readonly share: number;
  /** of a release of the rules, so many first approvals are all read again */
  readonly firstOfRelease: number;
  /** whole weeks back that agreement is counted over, this one included */
  readonly weeks: number;
  /** approvals, as second readings find them; and each rule that returns or proposes refusal */
  readonly approvals: Target;
  readonly rules: Target;
  /** a row of the public statistics that stands on fewer decisions is told together with others */
  readonly fewest: number;
}

/** The lower bound of the 95 % interval of agreement must reach `share`, once so many were judged. */
export interface Target {
  readonly share: number;
  readonly atLeast: number;
}

/**
 * With full agreement the lower bound of `atLeast` cases lies above the target, so that nobody falls
 * under it for want of cases.
 */
const POLICIES: readonly ReviewQuality[] = [
  {
    from: '2025-04-28',
    share: 0.03,
    firstOfRelease: 200,
    weeks: 13,
    approvals: { share: 0.99, atLeast: 400 },
    rules: { share: 0.8, atLeast: 20 },
    fewest: 10,
  },
];

/** @throws {RangeError} for a day before the first policy: nothing was measured then */
export function reviewQualityOn(on: LegalDate, policies = POLICIES): ReviewQuality {
  const found = policies.find(({ from, until = '9999-12-31' }) => from <= on && on <= until);
  if (!found) throw new RangeError(`no policy of review quality on ${on}`);
  return found;
}
