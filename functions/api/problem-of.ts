import { DomainError, type FailureCode } from '../shared/errors.ts';
import { Problem, type ProblemSlug } from './problems.ts';

/** What a failure of the domain is to a caller. Whatever else is thrown is a defect of ours: 500. */
const PROBLEM_OF: Record<FailureCode, ProblemSlug> = {
  ApplicationNotFound: 'not-found',
  ApplicationMoved: 'version-stale',
  CaseMoved: 'version-stale',
  BatchMoved: 'version-stale',
  CaseNotHeld: 'case-not-held',
  NotInThisState: 'not-in-this-state',
  RegisterContended: 'contended',
  AgentSystemUnavailable: 'unavailable',
  LicenceAuthorityUnavailable: 'unavailable',
  IdentityProviderUnavailable: 'identity-provider-silent',
};

/** The problem by which a caller is told of an error; undefined for a defect. */
export function problemOf(error: unknown): Pick<Problem, 'slug' | 'errors'> | undefined {
  if (error instanceof Problem) return error;
  return error instanceof DomainError ? { slug: PROBLEM_OF[error.name], errors: [] } : undefined;
}
