import type { LegalDate } from '../shared/calendar.ts';
import type { StatisticalFigures } from './statistical-figures.ts';

/** The figures by day of submission; an entry of a registrar's own goes before the general one. */
export interface StatisticalLimits extends Readonly<StatisticalFigures> {
  readonly from: LegalDate;
  /** last day; absent = until further notice */
  readonly until?: LegalDate;
  /** division of the registrar; absent = all */
  readonly registrar?: string;
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
    alikeInOneFile: 5,
    oneLookedAtOfAlike: 10,
    returnedOfAgent: 40,
    decidedOfAgent: 20,
  },
];

/** The figures in force at a registrar on a day: of several entries, the first. */
export function limitsOf(
  division: string | undefined,
  on: LegalDate,
  limits: readonly StatisticalLimits[] = STATISTICAL_LIMITS,
): StatisticalLimits | undefined {
  const inForce = limits.filter(({ from, until = '9999-12-31' }) => from <= on && on <= until);
  return (
    inForce.find(({ registrar }) => registrar !== undefined && registrar === division) ??
    inForce.find(({ registrar }) => registrar === undefined)
  );
}
