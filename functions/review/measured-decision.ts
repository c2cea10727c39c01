import type { Application } from '../application/application.ts';
import type { Decision } from '../application/decision.ts';
import { hitsOf, type Measured } from '../application/measured.ts';
import type { ReviewFacts } from './facts.ts';
import { favour } from './favour.ts';

/** Of no registrar: the form names none that exists. */
const NO_REGISTRAR = '000000';

/** What a decision of the machine is counted by, from the facts that it went by. */
export function measuredDecision(
  { row, createdAt, submittedAt = createdAt }: Application,
  facts: ReviewFacts,
  {
    verdict,
    round,
    findings,
    ruleSet,
  }: Pick<Decision, 'verdict' | 'round' | 'findings' | 'ruleSet'>,
): Measured {
  const { form, registrar, scope, standing } = facts;
  const { bundle } = scope;
  const { rank, sampling } = favour(form, facts, findings);
  const hits = hitsOf(findings);
  return {
    registrar: registrar?.division ?? NO_REGISTRAR,
    bundle: bundle ? (bundle.state === 'UNKNOWN' ? 'OTHER' : bundle.id) : 'NONE',
    lane: row ? 'BATCH' : 'SINGLE',
    source: form.mandate ? 'AGENT' : 'SELF',
    takenInAt: createdAt,
    submittedAt,
    verdict,
    ...(round > 1 && { round }),
    ...(hits.length > 0 && { hits }),
    ruleSet: ruleSet.hash,
    ...(standing?.class !== undefined && { agentClass: standing.class }),
    ...(rank !== 'ORDINARY' && { rank }),
    ...(sampling !== 1 && { sampling }),
  };
}
