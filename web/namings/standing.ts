import type { Output } from '../api/routes.ts';

export type Naming = Output<'POST /v1/namings'>['namings'][number];
export type Denial = Output<'POST /v1/namings/{id}/denials'>;

/**
 * What a person can do about what names her, or has done, or why nothing can be done.
 *
 * MAY_STOP, MAY_INQUIRE: what a denial leads to. STOPPED, INQUIRED: what hers has led to.
 */
export type Standing =
  | 'MAY_STOP'
  | 'MAY_INQUIRE'
  | 'STOPPED'
  | 'INQUIRED'
  | 'ANNULLED'
  | 'HANDED_OVER'
  | 'OVER';

const OPEN: readonly Naming['state'][] = ['DRAFT', 'SIGNING', 'SUBMITTED', 'RETURNED', 'REFERRED'];

export function standingOf({ state, denied, business, inquiry }: Naming): Standing {
  if (inquiry) return 'INQUIRED';
  if (state === 'REGISTERED') return business?.status === 'ANNULLED' ? 'ANNULLED' : 'MAY_INQUIRE';
  if (OPEN.includes(state)) return denied ? 'STOPPED' : 'MAY_STOP';
  return state === 'HANDED_OVER' ? state : 'OVER';
}

/** What names her, as it is since she denied it. */
export const afterDenial = (naming: Naming, denial: Denial): Naming => ({
  ...naming,
  denied: true,
  ...(denial.outcome === 'STOPPED' ? { state: denial.state } : { inquiry: denial.inquiry }),
});
