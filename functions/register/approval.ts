import type { ApplicationRecord } from '../application/application.ts';
import { caseIn } from '../application/case.ts';
import { decisionsIn } from '../application/decision.ts';
import { deniedBy } from '../application/denial.ts';
import type { Holdings } from '../application/holds.ts';
import type { AttemptTask } from '../shared/ids.ts';

/**
 * Who approved an attempt that may be registered now: the automatic review, with what it found held,
 * or an official whose decision stands. What a person named in it denies, only an official approves.
 */
export function approvalOf(
  { application, sent, parts }: ApplicationRecord,
  { attempt }: AttemptTask,
): { readonly by: string; readonly held?: Holdings } | undefined {
  if (application.attempt !== attempt) return undefined;
  if (application.state === 'SUBMITTED') {
    if (deniedBy(application, sent).length > 0) return undefined;
    const last = decisionsIn(parts).at(-1);
    if (last?.verdict !== 'APPROVE') return undefined;
    return { by: 'automatic review', ...(last.held && { held: last.held }) };
  }
  const review = caseIn(parts);
  const decided =
    application.state === 'REFERRED' && review?.state === 'DECIDED' && review.decision;
  return decided && decided.outcome === 'REGISTER' ? { by: decided.by } : undefined;
}
