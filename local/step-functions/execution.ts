export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** An execution; `input` and `output` are JSON texts, times are ms since 1970. */
export interface Execution {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: ExecutionStatus;
  readonly input: string;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly startDate: number;
  readonly stopDate?: number;
}

export type Ending = Pick<Execution, 'output' | 'error' | 'cause'> & {
  readonly status: Exclude<ExecutionStatus, 'RUNNING'>;
  readonly stopDate: number;
};

export type TaskOutcome =
  | { readonly output: string }
  | { readonly error: string; readonly cause?: string };

export interface TokenRecord {
  readonly outcome: TaskOutcome | undefined;
  readonly beatAt: number;
  readonly closed: boolean;
}
