import type { ReviewQuality, Target } from '../registrar/review-quality.ts';
import { type Interval, wilsonInterval } from './interval.ts';
import { type Agreement, APPROVALS, mergedAgreement } from './tally.ts';

/** Agreement of one week, over all registrars. */
export interface WeekOfAgreement {
  readonly week: string;
  readonly agreement: Agreement;
}

/** How persons agreed with one version of a rule in what it asked for, or with approvals as a whole. */
export interface Judged {
  /** `NM-05@2 RETURN`, or APPROVALS */
  readonly name: string;
  readonly agreed: number;
  readonly of: number;
  readonly interval: Interval;
  /** absent where no share is asked for: a referral only asks for a person */
  readonly target?: Target;
  /** enough were judged, and the lower bound does not reach the target */
  readonly weak: boolean;
}

/** What a rule is called in tallies: the rule, its version and what it asked for. */
export function ruleIn(
  name: string,
): { rule: string; version: number; consequence: string } | undefined {
  const [, rule, version, consequence] = /^(.+)@(\d+) ([A-Z_]+)$/.exec(name) ?? [];
  return rule === undefined || consequence === undefined
    ? undefined
    : { rule, version: Number(version), consequence };
}

/** Rules that decide what becomes of an application; the others call a person anyway. */
const DECIDES: readonly string[] = ['RETURN', 'PROPOSE_REFUSAL'];

/**
 * Agreement over some weeks, by name.
 *
 * @param offSince the last week in which a version of a rule was switched off for it: what was judged
 *   up to then is settled, and people who switch it on again begin anew
 */
export function judged(
  weeks: readonly WeekOfAgreement[],
  policy: Pick<ReviewQuality, 'approvals' | 'rules'>,
  offSince: ReadonlyMap<string, string> = new Map(),
): Judged[] {
  const open = weeks.map(({ week, agreement }) =>
    Object.fromEntries(
      Object.entries(agreement).filter(([name]) => (offSince.get(name) ?? '') < week),
    ),
  );
  const all = open.reduce(mergedAgreement, {});
  return Object.entries(all)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, [agreed, of]]) => {
      const target = targetOf(name, policy);
      const interval = wilsonInterval(agreed, of);
      const weak = target !== undefined && of >= target.atLeast && interval.lower < target.share;
      return { name, agreed, of, interval, ...(target && { target }), weak };
    });
}

function targetOf(
  name: string,
  { approvals, rules }: Pick<ReviewQuality, 'approvals' | 'rules'>,
): Target | undefined {
  if (name === APPROVALS) return approvals;
  return DECIDES.includes(ruleIn(name)?.consequence ?? '') ? rules : undefined;
}
