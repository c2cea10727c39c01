import type { Output } from '../../api/routes.ts';

export type Agreement = Output<'GET /v1/review-quality'>['agreement'][number];
export type Shadow = Output<'GET /v1/rule-sets/{hash}/shadow'>;

/** WEAK: it does not reach its target. FEW: too little was judged to say. UNMEASURED: no target is set. */
type Mark = 'WEAK' | 'FEW' | 'GOOD' | 'UNMEASURED';

export function markOf({ weak, target, of }: Agreement): Mark {
  if (weak) return 'WEAK';
  if (!target) return 'UNMEASURED';
  return of < target.atLeast ? 'FEW' : 'GOOD';
}

const ORDER: readonly Mark[] = ['WEAK', 'FEW', 'GOOD', 'UNMEASURED'];
const shareOf = ({ agreed, of }: Agreement): number => (of === 0 ? 1 : agreed / of);

/** Weak ones first, then what may become so; among them, those with whom persons agree least. */
export const worstFirst = (all: readonly Agreement[]): Agreement[] =>
  all.toSorted(
    (a, b) =>
      ORDER.indexOf(markOf(a)) - ORDER.indexOf(markOf(b)) || shareOf(a) - shareOf(b) || b.of - a.of,
  );

const sumOf = (changes: Shadow['changes']): number =>
  changes.reduce((sum, { count }) => sum + count, 0);

/** Rules by how many decisions they would change, the most first. */
export const mostFirst = (rules: Shadow['rules']): Shadow['rules'] =>
  rules.toSorted((a, b) => sumOf(b.changes) - sumOf(a.changes));
