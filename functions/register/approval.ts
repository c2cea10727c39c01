import type { ApplicationRecord } from '../application/application.ts';
import { caseIn } from '../application/case.ts';
import { decisionsIn } from '../application/decision.ts';
import type { AttemptTask } from '../shared/ids.ts';

/** Who approved an attempt that may be registered now: the automatic review, or an official whose decision stands. */
export function approvalOf(
  { application, parts }: ApplicationRecord,
  { attempt }: AttemptTask,
): { readonly by: string } | undefined {
  if (application.attempt !== attempt) return undefined;
  if (application.state === 'SUBMITTED') {
    return decisionsIn(parts).at(-1)?.verdict === 'APPROVE'
      ? { by: 'automatic review' }
      : undefined;
  }
  const review = caseIn(parts);
  const decided =
    application.state === 'REFERRED' && review?.state === 'DECIDED' && review.decision;
  return decided && decided.outcome === 'REGISTER' ? { by: decided.by } : undefined;
}
