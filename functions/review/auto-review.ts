import * as z from 'zod';
import type { Application, ApplicationRecord, SentAttempt } from '../application/application.ts';
import { type Decision, decisionsIn, Verdict } from '../application/decision.ts';
import {
  type Holdings,
  type HoldPorts,
  holdName,
  holdPlaceAt,
  holdsAll,
  type Wanted,
  wanted,
} from '../application/holds.ts';
import { licencesIn } from '../e-licence/kept-licences.ts';
import { conflictsOn, type NameConflict } from '../name/name-card.ts';
import type { IdentityCheck } from '../party/identity-check.ts';
import { DomainError } from '../shared/errors.ts';
import { AttemptTask } from '../shared/ids.ts';
import type { ReviewFacts } from './facts.ts';
import { factsOf } from './gathered-facts.ts';
import { review } from './review.ts';
import { RULE_SET, ruleSetHash } from './rule-set.ts';

export const AutoReviewTask = AttemptTask.extend({ round: z.int().min(1).max(2) });
export type AutoReviewTask = z.infer<typeof AutoReviewTask>;

/** ENDED: withdrawn or decided elsewhere meanwhile. */
export const AutoReviewResult = z.object({ outcome: z.enum([...Verdict.options, 'ENDED']) });

export interface AutoReviewPorts extends HoldPorts {
  record(task: AttemptTask): Promise<ApplicationRecord>;
  holdings(applicationId: string, wanted: Wanted): Promise<Holdings>;
  identities(sent: SentAttempt, now: number): Promise<readonly IdentityCheck[]>;
  /** Keeps the decision, and with RETURN the move, in one transaction; put if absent. */
  keep(application: Application, decision: Decision): Promise<'COMMITTED' | 'DECIDED' | 'MOVED'>;
  now(): number;
}

/**
 * One click: gather, decide, keep. A decision that is there already is followed, whoever made it.
 *
 * @throws {DomainError} ApplicationMoved when the application changed under our hands: worth another try.
 */
export const autoReview =
  (ports: AutoReviewPorts) =>
  async (task: AutoReviewTask): Promise<z.infer<typeof AutoReviewResult>> => {
    const record = await ports.record(task);
    const kept = decisionsIn(record.parts).find(({ round }) => round === task.round);
    if (kept) return { outcome: kept.verdict };
    const { application } = record;
    if (application.state !== 'SUBMITTED' || application.attempt !== task.attempt)
      return { outcome: 'ENDED' };

    const decision = await decided(record, task.round, ports);
    const outcome = await ports.keep(application, decision);
    if (outcome === 'COMMITTED') return { outcome: decision.verdict };
    throw new DomainError('ApplicationMoved', {
      applicationId: application.id,
      attempt: task.attempt,
    });
  };

async function decided(
  { application, sent, parts }: ApplicationRecord,
  round: number,
  ports: AutoReviewPorts,
): Promise<Decision> {
  const now = ports.now();
  const at = new Date(now).toISOString();
  const submittedAt = application.submittedAt ?? at;
  const want = wanted(sent.form, submittedAt);
  const [holdings, identities] = await Promise.all([
    ports.holdings(application.id, want),
    ports.identities(sent, now),
  ]);
  const [nameConflicts, place] = await Promise.all([
    nameStanding(ports, application.id, want, holdings, at),
    placeStanding(ports, application.id, want, holdings, at),
  ]);
  const facts = factsOf(sent.form, {
    submittedAt,
    now: at,
    nameConflicts,
    ...(holdings.host && { host: holdings.host }),
    place,
    licences: licencesIn(parts),
    identities,
  });
  const reviewed = review(facts);
  return {
    schemaVersion: 1,
    round,
    decidedAt: at,
    ...reviewed,
    ruleSet: { id: RULE_SET.id, hash: await ruleSetHash() },
    facts,
    ...(reviewed.verdict === 'APPROVE' &&
      holdsAll(application.id, want, holdings) && { held: holdings }),
  };
}

/** Who stands against the name. A reservation that was missed at submission is made up for here. */
async function nameStanding(
  ports: HoldPorts,
  applicationId: string,
  { name }: Wanted,
  { card }: Holdings,
  now: string,
): Promise<readonly NameConflict[]> {
  if (!name) return [];
  const conflicts = conflictsOn(card, { industry: name.industry, holder: applicationId, now });
  if (conflicts.length > 0 || card?.holdings[name.industry]?.holder === applicationId)
    return conflicts;
  return holdName(ports, applicationId, name, now);
}

async function placeStanding(
  ports: HoldPorts,
  applicationId: string,
  { place }: Wanted,
  { host, tenant }: Holdings,
  now: string,
): Promise<ReviewFacts['place']> {
  if (!place || !host || host.status !== 'ACTIVE') return 'NOT_NEEDED';
  if (tenant) return 'HELD';
  return holdPlaceAt(ports, applicationId, host, place.agreed, now);
}
