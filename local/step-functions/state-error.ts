/** The error names that Step Functions itself reports and that a JSONata machine can meet. */
export const REPORTED_ERRORS = [
  'States.DataLimitExceeded',
  'States.ExceedToleratedFailureThreshold',
  'States.HeartbeatTimeout',
  'States.ItemReaderFailed',
  'States.NoChoiceMatched',
  'States.QueryEvaluationError',
  'States.ResultWriterFailed',
  'States.Runtime',
  'States.Timeout',
] as const;

type ReportedError = (typeof REPORTED_ERRORS)[number];

/** A failure as Step Functions knows it: a name that `ErrorEquals` matches, and a cause to read. */
export class StateError extends Error {
  override readonly name = 'StateError';
  readonly error: string;
  override readonly cause: string | undefined;

  constructor(error: string, cause?: string) {
    super(cause === undefined ? error : `${error}: ${cause}`);
    this.error = error;
    this.cause = cause;
  }
}

/** The same, for the names that are AWS's own. */
export const stateError = (error: ReportedError, cause?: string): StateError =>
  new StateError(error, cause);

/** What was thrown, as a StateError; anything unforeseen is `States.Runtime`, as on AWS. */
export function asStateError(thrown: unknown): StateError {
  if (thrown instanceof StateError) return thrown;
  return stateError('States.Runtime', thrown instanceof Error ? thrown.message : String(thrown));
}

const isTimeout = (error: string): boolean =>
  error === 'States.Timeout' || error === 'States.HeartbeatTimeout';

/**
 * Whether an `ErrorEquals` list matches. `States.Runtime` is never matched; `States.DataLimitExceeded`
 * only by its own name; `States.TaskFailed` is every error but a timeout; a missed heartbeat is a
 * timeout too. Source: Step Functions Developer Guide, "Handling errors", error names.
 */
export function matchesError(errorEquals: readonly string[], error: string): boolean {
  if (error === 'States.Runtime') return false;
  if (errorEquals.includes(error)) return true;
  if (error === 'States.DataLimitExceeded') return false;
  return errorEquals.some(
    (name) =>
      name === 'States.ALL' ||
      (name === 'States.TaskFailed' && !isTimeout(error)) ||
      (name === 'States.Timeout' && isTimeout(error)),
  );
}
