import { RANKS } from '../registrar/favour-policy.ts';
import type { Case } from './case.ts';

/**
 * Where a case stands in its registrar's queue, as text that sorts: by the day on which its clock runs
 * out; of those that run out together the escalated first, then by rank (RC-02), then as they came.
 *
 * The clock is law and the favour is not: whatever has the same end may change places, and nothing
 * else. By every end of a clock as many cases are decided as without any favour, so none is late that
 * would not be late without (earliest due date first).
 */
export const queueOrder = ({
  due,
  escalations,
  favour,
  openedAt,
}: Pick<Case, 'due' | 'escalations' | 'favour' | 'openedAt'>): string =>
  [due, escalations > 0 ? 0 : 1 + RANKS.indexOf(favour?.rank ?? 'ORDINARY'), openedAt].join('#');
