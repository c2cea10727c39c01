import { Case } from '#functions/application/case.ts';
import { Decision } from '#functions/application/decision.ts';
import { Measured } from '#functions/application/measured.ts';
import { Tally } from '#functions/statistics/tally.ts';
import type { Item, LeftItems, Must } from './left-items.ts';

/** What a decision is counted as, beside how long it took. */
const COUNTED = ['APPROVE', 'RETURN', 'REFER', 'LOST', 'PERSON', 'SAMPLED', 'AGREED'] as const;
type Counted = (typeof COUNTED)[number];

/** registrar, bundle, lane and what → how often */
type Counts = Map<string, number>;

/** Every decision is counted once, whichever way the counts are added up. @param now ms since 1970 */
export function checkCounts(must: Must, left: LeftItems, now: number): void {
  const made: Counts = new Map();
  const counted = (it: Item, what: readonly (Counted | false)[]) => {
    const { registrar, bundle, lane } = Measured.parse(it.measured);
    for (const name of what) if (name) add(made, `${registrar} ${bundle} ${lane} ${name}`, 1);
  };
  for (const it of left.matching(/#DECISION#\d$/)) {
    const { verdict, round } = Decision.parse(it);
    counted(it, [verdict, round > 1 && 'LOST']);
  }
  for (const it of left.matching(/#CASE$/)) {
    const { decision, carriedOutAt } = Case.parse(it);
    if (decision && carriedOutAt) counted(it, ['PERSON']);
  }
  for (const it of left.matching(/#SAMPLE$/)) {
    const { decision } = Case.parse(it);
    if (decision && Date.parse(decision.effectiveAt) <= now)
      counted(it, ['SAMPLED', decision.outcome === 'REGISTER' && 'AGREED']);
  }
  for (const level of ['SLICE', 'HOUR', 'DAY', 'WEEK']) {
    const told = toldIn(left.matching(new RegExp(`^STATISTICS#.*\\|${level}#`)));
    for (const name of new Set([...made.keys(), ...told.keys()])) {
      const [is, says] = [made.get(name) ?? 0, told.get(name) ?? 0];
      must(is === says, `${level}s count ${says} ${name} where there are ${is}`);
    }
  }
}

function toldIn(items: readonly Item[]): Counts {
  const told: Counts = new Map();
  for (const { sk, tally } of items) {
    const registrar = sk.slice(sk.lastIndexOf('#') + 1);
    const { cells } = Tally.parse(JSON.parse(String(tally)));
    for (const [cell, { counts }] of Object.entries(cells))
      for (const name of COUNTED)
        if (counts[name]) add(told, `${registrar} ${cell} ${name}`, counts[name]);
  }
  return told;
}

const add = (to: Counts, name: string, by: number): unknown =>
  to.set(name, (to.get(name) ?? 0) + by);
