import type { LegalDate } from '../shared/calendar.ts';

/** Of what a case stands in a registrar's queue by, among those whose clock runs out the same day. */
export const RANKS = ['FAVOURED', 'CLASS_A', 'ORDINARY', 'CLASS_C', 'CLASS_D'] as const;
export type Rank = (typeof RANKS)[number];

/**
 * By what the share of automatic approvals that a person re-reads is multiplied (信用分级分类监管). No law
 * sets these figures: [M].
 */
interface FavourPolicy {
  readonly from: LegalDate;
  readonly until?: LegalDate;
  readonly sampling: Readonly<Record<Rank, number>>;
  /** of an agent whose work comes back often (BA-08) */
  readonly oftenReturned: number;
}

/** From the day of the municipal opinion, parts 三(四)6 and 三(七)9. */
const POLICIES: readonly FavourPolicy[] = [
  {
    from: '2025-04-28',
    sampling: { FAVOURED: 0.5, CLASS_A: 0.5, ORDINARY: 1, CLASS_C: 2, CLASS_D: 3 },
    oftenReturned: 2,
  },
];

const NO_FAVOUR: Omit<FavourPolicy, 'from'> = {
  sampling: { FAVOURED: 1, CLASS_A: 1, ORDINARY: 1, CLASS_C: 1, CLASS_D: 1 },
  oftenReturned: 1,
};

/** What holds on a day; before the first policy, everybody is treated alike. */
export const favourPolicyOn = (on: LegalDate): Omit<FavourPolicy, 'from'> =>
  POLICIES.find(({ from, until = '9999-12-31' }) => from <= on && on <= until) ?? NO_FAVOUR;
