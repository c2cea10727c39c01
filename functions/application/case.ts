import * as z from 'zod';
import { Instant } from '../shared/calendar.ts';
import { CaseId } from '../shared/ids.ts';

export const CaseDecision = z.object({
  outcome: z.enum(['REGISTER', 'RETURN', 'REFUSE']),
  /** told to the applicant as it stands (条例 art. 20: with reasons) */
  reason: z.string().min(1).max(2000),
  by: z.string(),
  at: Instant,
  /** until then it can be withdrawn */
  effectiveAt: Instant,
});
export type CaseDecision = z.infer<typeof CaseDecision>;

/** A referred attempt before a person. One for each attempt; every write carries the version that it read. */
export const Case = z.object({
  schemaVersion: z.literal(1),
  id: CaseId,
  state: z.enum(['OPEN', 'DECIDED', 'CLOSED']),
  version: z.int().min(1),
  /** division of the registrar whose officials may see it; `000000` where the form names none that exists */
  registrar: z.string(),
  /** why it came: findings of the review, a name or place lost twice, or a technical failure of ours */
  reason: z.enum(['REVIEW', 'LOST_TWICE', 'TECHNICAL']),
  openedAt: Instant,
  /** the execution that waits for the decision */
  openedBy: z.string(),
  /** end of the statutory clock (实施细则 art. 18), or of the last escalation */
  due: Instant,
  escalations: z.int().min(0),
  /** the official who holds it, and until when; only people hold leases */
  holder: z.string().optional(),
  leaseUntil: Instant.optional(),
  taskToken: z.string().optional(),
  decision: CaseDecision.optional(),
  /** what became of a decision that could not be carried out */
  lost: z.boolean().optional(),
});
export type Case = z.infer<typeof Case>;

export const CASE_PART = '#CASE';

/** The case in an attempt's stored parts, where there is one. */
export const caseIn = (parts: ReadonlyMap<string, unknown>): Case | undefined => {
  const kept = parts.get(CASE_PART);
  return kept === undefined ? undefined : Case.parse(kept);
};
