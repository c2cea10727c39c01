import type { Decision } from '../application/decision.ts';
import type { ReviewFacts } from './facts.ts';
import { type Check, type Consequence, DEFECT, type Rule, SWITCHED_OFF } from './rule.ts';

/** One fault as it is kept with a decision: codes and parameters, no texts. */
export type Finding = Decision['findings'][number];

/** What the decision keeps of the rules' work. */
export type Review = Pick<Decision, 'verdict' | 'findings' | 'rules'>;

/** Every rule runs on whatever is there, so that all faults are told at once (一次性告知). */
export function reviewBy(facts: ReviewFacts, rules: readonly Rule[]): Review {
  const checked = rules.map((rule) => ({ rule, check: checkedBy(rule, facts) }));
  const findings = checked.flatMap(({ rule, check }) => findingsOf(rule, check));
  return {
    verdict: verdictOf(findings),
    findings,
    rules: checked.map(({ rule: { id, version }, check }) => ({
      id,
      version,
      result: typeof check === 'string' ? check : 'BREACHED',
    })),
  };
}

/** A rule that is switched off lets nothing pass: whether it would apply or not, a person looks. */
function checkedBy(rule: Rule, facts: ReviewFacts): Check {
  if (facts.published?.switchedOff?.includes(rule.id))
    return { faults: [{ pointer: '', says: SWITCHED_OFF, consequence: 'REFER' }] };
  try {
    return rule.check(facts);
  } catch {
    return { faults: [{ pointer: '', says: DEFECT, consequence: 'REFER' }] };
  }
}

const findingsOf = ({ id, version, onBreach }: Rule, check: Check): Finding[] =>
  typeof check === 'string'
    ? []
    : check.faults.map((fault) => ({ rule: id, version, consequence: onBreach, ...fault }));

/** Only a person refuses, and he sees everything; what can be mended goes back before a person looks. */
function verdictOf(findings: readonly Finding[]): Review['verdict'] {
  const has = (consequence: Consequence) => findings.some((it) => it.consequence === consequence);
  if (has('PROPOSE_REFUSAL')) return 'REFER';
  if (has('RETURN')) return 'RETURN';
  return has('REFER') ? 'REFER' : 'APPROVE';
}
