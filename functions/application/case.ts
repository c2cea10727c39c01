import * as z from 'zod';
import { Instant } from '../shared/calendar.ts';
import { ApplicationId, CaseId } from '../shared/ids.ts';
import { Favour } from './favour.ts';
import { Measured, OUTCOMES } from './measured.ts';

export const CaseDecision = z.object({
  outcome: z.enum(OUTCOMES),
  /** told to the applicant as it stands (条例 art. 20: with reasons) */
  reason: z.string().min(1).max(2000),
  by: z.string(),
  at: Instant,
  /** until then it can be withdrawn */
  effectiveAt: Instant,
  /** HAND_OVER: division of the registrar that it goes to, and the application that it becomes there */
  to: z.string().optional(),
  handedOverTo: ApplicationId.optional(),
  /** the supervisor who confirmed it, where it goes against a bar in law; see case/confirm.ts */
  confirmedBy: z.string().exactOptional(),
});
export type CaseDecision = z.infer<typeof CaseDecision>;

/** A decision that waits for a second official: until then the case is open and its clock runs. */
export const Proposal = CaseDecision.pick({ outcome: true, reason: true, by: true, at: true });

/** That a supervisor took a case from the official who held it. */
export const TakeOver = z.object({
  from: z.string(),
  by: z.string(),
  at: Instant,
  reason: z.string(),
});

/** What became of a second reading: the machine's approval stood, or was looked into after the event. */
export const Sample = z.object({
  agreed: z.boolean().exactOptional(),
  /** what followed from a disagreement */
  led: z.enum(['POST_CHECK', 'INQUIRY']).exactOptional(),
});
export type Sample = z.infer<typeof Sample>;

/** A referred attempt before a person. One for each attempt; every write carries the version that it read. */
export const Case = z.object({
  schemaVersion: z.literal(1),
  id: CaseId,
  state: z.enum(['OPEN', 'DECIDED', 'CLOSED']),
  version: z.int().min(1),
  /** division of the registrar whose officials may see it; `000000` where the form names none that exists */
  registrar: z.string(),
  /**
   * why it came: findings of the review, a name or place lost twice, a technical failure of ours, the
   * applicant asked for a person, the machine would have returned it a third time, or a person named in it denies it
   */
  reason: z.enum(['REVIEW', 'LOST_TWICE', 'TECHNICAL', 'ASKED', 'TWO_RETURNS', 'NOT_ME']),
  openedAt: Instant,
  /** the execution that waits for the decision; `NO_EXECUTION` until the first one is there */
  openedBy: z.string(),
  /** end of the statutory clock (实施细则 art. 18), or of the last escalation */
  due: Instant,
  /** the end lies past the published holidays and may move later */
  provisional: z.boolean().optional(),
  /** one extension by the registrar's head */
  extension: z.object({ by: z.string(), at: Instant, reason: z.string() }).optional(),
  escalations: z.int().min(0),
  /** what its place in the queue and its named officer follow from; absent = an ordinary one */
  favour: Favour.exactOptional(),
  /** rules by which the review found something that stands against it; absent where it was opened before they were kept, or has none */
  rules: z.array(z.string()).readonly().exactOptional(),
  /** the official who holds it, and until when; only people hold leases */
  holder: z.string().optional(),
  leaseUntil: Instant.optional(),
  taskToken: z.string().optional(),
  /** the last ones, oldest first */
  takeOvers: z.array(TakeOver).readonly().exactOptional(),
  proposal: Proposal.exactOptional(),
  decision: CaseDecision.optional(),
  /** what became of a decision that could not be carried out */
  lost: z.boolean().optional(),
  /** when its decision was carried out; absent where it was closed by a withdrawal */
  carriedOutAt: Instant.exactOptional(),
  /** what it is counted by, as it was when it was opened; with what it came to, once that took effect */
  measured: Measured.exactOptional(),
  /** a second reading of what the machine had registered: its decision has no effect by itself; see case/sample.ts */
  sample: Sample.exactOptional(),
});
export type Case = z.infer<typeof Case>;

/** A case after its decision was carried out. */
export const carriedOut = (decided: Case, at: string): Case => ({
  ...decided,
  state: 'CLOSED',
  carriedOutAt: at,
  version: decided.version + 1,
});

/** Of a case that an applicant opened: the first execution that comes takes it over. */
export const NO_EXECUTION = 'none yet';

export const CASE_PART = '#CASE';
/** of a second reading, beside which the attempt has no case */
export const SAMPLE_PART = '#SAMPLE';

/** The second reading in an attempt's stored parts, where there is one. */
export const sampleIn = (parts: ReadonlyMap<string, unknown>): Case | undefined => {
  const kept = parts.get(SAMPLE_PART);
  return kept === undefined ? undefined : Case.parse(kept);
};

export const casePart = ({ sample }: Pick<Case, 'sample'>): string =>
  sample ? SAMPLE_PART : CASE_PART;

/** The case in an attempt's stored parts, where there is one. */
export const caseIn = (parts: ReadonlyMap<string, unknown>): Case | undefined => {
  const kept = parts.get(CASE_PART);
  return kept === undefined ? undefined : Case.parse(kept);
};
