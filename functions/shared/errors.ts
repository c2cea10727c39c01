/** How the world outside reacts to a failure: may the same call be tried again, and what does HTTP say. */
interface FailureKind {
  readonly retryable: boolean;
  readonly status: 404 | 409 | 412 | 503;
}

/**
 * Every failure that code outside this process may react to.
 *
 * The key is the error's `name`: Lambda reports it as `errorType`, and the `ErrorEquals`
 * lists in `workflows/*.asl.json` match on it. A key is never renamed.
 */
export const FAILURES = {
  ApplicationNotFound: { retryable: false, status: 404 },
  ApplicationMoved: { retryable: true, status: 412 },
  /** the lifecycle does not have this move: asked too late or too early */
  NotInThisState: { retryable: false, status: 409 },
  CaseMoved: { retryable: true, status: 412 },
  /** another official holds the case, or the lease is over */
  CaseNotHeld: { retryable: false, status: 409 },
  BatchMoved: { retryable: true, status: 412 },
  RegisterContended: { retryable: true, status: 409 },
  AgentSystemUnavailable: { retryable: true, status: 503 },
  LicenceAuthorityUnavailable: { retryable: true, status: 503 },
  IdentityProviderUnavailable: { retryable: true, status: 503 },
} as const satisfies Record<string, FailureKind>;

export type FailureCode = keyof typeof FAILURES;

/** A failure the domain knows by name. Anything else that is thrown is a defect. */
export class DomainError extends Error {
  override readonly name: FailureCode;
  /** Ids and versions only: an error's text reaches logs. */
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: FailureCode, details: DomainError['details'] = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.name = code;
    this.details = details;
  }
}
