import * as z from 'zod';
import type { AgentStanding } from '../application/agent-standing.ts';
import type { Application, ApplicationRecord, SentAttempt } from '../application/application.ts';
import { decidingRegistrar } from '../application/deciding-registrar.ts';
import { type Decision, decisionsIn, Verdict } from '../application/decision.ts';
import { deniedBy } from '../application/denial.ts';
import type { ApplicationForm } from '../application/form.ts';
import {
  type Holdings,
  type HoldPorts,
  holdPlaceAt,
  holdsAll,
  type Wanted,
  wanted,
} from '../application/holds.ts';
import { keptLicencesIn, licencesIn, unsettledCompanies } from '../e-licence/kept-licences.ts';
import { nearSubject } from '../name/near-key.ts';
import type { WantedName } from '../name/wanted-name.ts';
import { custodyAsked, isSignedByHost } from '../party/custody.ts';
import { type IdentityCheck, notSpent } from '../party/identity-check.ts';
import type { Known, Trace } from '../party/known.ts';
import { periodOf } from '../party/traces.ts';
import type { Edition } from '../published/edition.ts';
import { DomainError } from '../shared/errors.ts';
import { AttemptTask } from '../shared/ids.ts';
import { type CompetingPorts, competingApplication } from './competing-application.ts';
import { listedIn, nameLeft, seenWith, subjectsOf, tracesLeft } from './cross-case.ts';
import type { ReviewFacts } from './facts.ts';
import { factsOf } from './gathered-facts.ts';
import { measuredDecision } from './measured-decision.ts';
import { nameStanding } from './name-standing.ts';
import { review } from './review.ts';
import { RULE_SET_IN_FORCE } from './rule-set-in-force.ts';
import { standingOfAgent } from './standing-of-agent.ts';

export const AutoReviewTask = AttemptTask.extend({
  round: z.int().min(1).max(2),
  /** the issuers of the e-licences shown were asked, whatever they said */
  licences: z.literal('ASKED').optional(),
});
export type AutoReviewTask = z.infer<typeof AutoReviewTask>;

/** So often the machine alone returns an application; what it finds after that, a person weighs (个人信息保护法 art. 24). */
const MACHINE_RETURNS = 2;

/** UNVERIFIED: a company showed an e-licence, and nobody has asked its issuer yet. ENDED: withdrawn or decided elsewhere meanwhile. */
export const AutoReviewResult = z.object({
  outcome: z.enum([...Verdict.options, 'UNVERIFIED', 'ENDED']),
});

export interface AutoReviewPorts extends HoldPorts, CompetingPorts {
  /** @throws {DomainError} AgentSystemUnavailable */
  standing(agent: string): Promise<AgentStanding>;
  /** what it holds, and what is known of whom and what it names */
  held(
    application: Application,
    wanted: Wanted,
    subjects: Iterable<string>,
    period: number,
  ): Promise<{ readonly holdings: Holdings; readonly known: ReadonlyMap<string, Known> }>;
  /** of the 字号 remembered as near, those of others than the holder */
  nearNames(
    wanted: WantedName,
    holder: string,
    now: string,
    remembered: Iterable<string>,
  ): Promise<readonly string[]>;
  /** every edition of dated data that officials have published */
  published(): Promise<readonly Edition[]>;
  identities(
    sent: SentAttempt,
    now: number,
    parts: ApplicationRecord['parts'],
  ): Promise<readonly IdentityCheck[]>;
  /** leaves what later applications are compared with; left twice it counts once */
  leave(traces: readonly Trace[], period: number): Promise<void>;
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
    if (task.round === 1 && !task.licences && isUnverified(record))
      return { outcome: 'UNVERIFIED' };

    const { decision, traces } = await decided(record, task.round, ports);
    const [outcome] = await Promise.all([
      ports.keep(application, decision),
      ports.leave(traces, periodOf(decision.decidedAt)),
    ]);
    if (outcome === 'COMMITTED') return { outcome: decision.verdict };
    throw new DomainError('ApplicationMoved', {
      applicationId: application.id,
      attempt: task.attempt,
    });
  };

async function decided(
  record: ApplicationRecord,
  round: number,
  ports: AutoReviewPorts,
): Promise<{ readonly decision: Decision; readonly traces: readonly Trace[] }> {
  const { application, sent, parts } = record;
  const now = ports.now();
  const at = new Date(now).toISOString();
  const submittedAt = application.submittedAt ?? at;
  const registrar = decidingRegistrar(application, sent.form);
  const want = wanted(sent, submittedAt, registrar);
  const subjects = subjectsOf(record);
  const near = want.name && nearSubject(want.name);
  const asking = [...subjects.values(), ...(near ? [near] : [])];
  const [{ holdings, known }, signed, standing, editions] = await Promise.all([
    ports.held(application, want, asking, periodOf(at)),
    ports.identities(sent, now, parts),
    standingOfAgent(ports.standing, record, at),
    ports.published(),
  ]);
  const { claim } = holdings;
  const identities = notSpent(signed, holdings.endedAt);
  const custody = await custodyAsked(sent.form, holdings.host);
  const byClient = signedByHead(sent.form, identities);
  const competing = await competingApplication(
    ports,
    application,
    want.intent,
    claim,
    byClient,
    at,
  );
  const asked = { application, scope: sent.form.scope, submittedAt, now: at, mayHold: !competing };
  const [name, nearNames, place] = await Promise.all([
    nameStanding(ports, want.name, holdings, asked),
    want.name && ports.nearNames(want.name, application.id, at, known.get(near ?? '')?.ever ?? []),
    placeStanding(ports, application.id, want, holdings, at),
  ]);
  const facts = factsOf(sent.form, {
    submittedAt,
    now: at,
    ...(registrar && { registrar }),
    ...name,
    ...(nearNames && { nearNames }),
    ...(holdings.host && { host: holdings.host }),
    place,
    ...(custody && { custodySigned: isSignedByHost(custody, parts) }),
    licences: licencesIn(parts),
    identities,
    attempt: application.attempt,
    sentBy: application.owner,
    ...(standing && { standing }),
    // nobody learns from a form that he sends what another's client has under way
    ...(competing && (byClient || competing.source === 'OWN') && { competing }),
    deniedBy: deniedBy(application, sent),
    listed: listedIn(subjects, known),
    seen: seenWith(record, known, standing),
    editions,
    lane: application.row ? 'BATCH' : 'ONLINE',
  });
  const reviewed = review(facts);
  const enough =
    reviewed.verdict === 'RETURN' && (application.machineReturns ?? 0) >= MACHINE_RETURNS;
  const decision: Decision = {
    schemaVersion: 1,
    round,
    decidedAt: at,
    ...reviewed,
    ...(enough && { verdict: 'REFER', insteadOfReturn: 'TWO_RETURNS' }),
    ruleSet: RULE_SET_IN_FORCE,
    facts,
    ...(reviewed.verdict === 'APPROVE' &&
      holdsAll(application.id, want, holdings) && { held: holdings }),
  };
  const measured = measuredDecision(application, facts, decision);
  return {
    decision: { ...decision, measured },
    traces: [
      ...tracesLeft(record, known, standing, decision.verdict),
      ...nameLeft(want.name, known),
    ],
  };
}

const isUnverified = ({ sent: { form }, parts }: ApplicationRecord): boolean =>
  unsettledCompanies(form, keptLicencesIn(parts)).length > 0;

/** Whether the client, who is the business's head, has verifiably signed. */
const signedByHead = (
  { roles = {} }: ApplicationForm,
  identities: readonly IdentityCheck[],
): boolean =>
  identities.some(
    ({ person, outcome }) =>
      outcome === 'VERIFIED' &&
      person === (roles.legalRepresentative ?? roles.owner ?? roles.operator),
  );

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
