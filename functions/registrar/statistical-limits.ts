import type { LegalDate } from '../shared/calendar.ts';

/**
 * Statistical: no law sets these figures, and nothing is ever returned or refused for them. They only
 * pick what a person looks at. By day of submission; an entry of a registrar's own goes before the general one.
 */
export interface StatisticalLimits {
  readonly from: LegalDate;
  /** last day; absent = until further notice */
  readonly until?: LegalDate;
  /** division of the registrar; absent = all */
  readonly registrar?: string;
  /** businesses that one person heads, beyond which a person looks */
  readonly businessesOfOneHead: number;
  /** applications of one agent's file with one head, from which on */
  readonly ofOneHeadInOneFile: number;
  /** applicants with one telephone number or e-mail address in 30 to 60 days, beyond which */
  readonly applicantsWithOneContact: number;
  /** applications at one address (99th percentile of addresses), beyond which, if also of late more than the second */
  readonly atOneAddress: number;
  readonly newAtOneAddress: number;
}

/** [M] until a registrar measures its own. */
export const STATISTICAL_LIMITS: readonly StatisticalLimits[] = [
  {
    from: '2022-03-01',
    businessesOfOneHead: 5,
    ofOneHeadInOneFile: 3,
    applicantsWithOneContact: 3,
    atOneAddress: 20,
    newAtOneAddress: 10,
  },
];

/** The figures in force at a registrar on a day. */
export function limitsOf(
  division: string | undefined,
  on: LegalDate,
  limits = STATISTICAL_LIMITS,
): StatisticalLimits | undefined {
  const inForce = limits.filter(({ from, until = '9999-12-31' }) => from <= on && on <= until);
  return (
    inForce.find(({ registrar }) => registrar !== undefined && registrar === division) ??
    inForce.find(({ registrar }) => registrar === undefined)
  );
}
