import { randomUUID } from 'node:crypto';
import { ApiError, jsonText } from './api-error.ts';
import type { ExecutionStore } from './execution.store.ts';
import type { TaskOutcome } from './execution.ts';

/** The tokens of tasks that wait for a call-back. What comes back is kept before it is acted on. */
export interface TaskTokens {
  open(): string;
  /** Takes a closing back that a kill made void: the task had not yet moved on. */
  reopen(token: string): void;
  /** Settles with what was sent; at once when it came before this process began. */
  outcome(token: string): Promise<TaskOutcome>;
  /** Time of the last heartbeat, or of the opening; ms since 1970. */
  beatAt(token: string): number;
  close(token: string): void;
  success(token: string, output: string): void;
  failure(token: string, error: string, cause: string | undefined): void;
  heartbeat(token: string): void;
}

const FORM = /^[A-Za-z0-9_-]{48}$/;

export function createTaskTokens(store: ExecutionStore, now: () => number): TaskTokens {
  const waiting = new Map<string, (outcome: TaskOutcome) => void>();

  const checked = (token: string): void => {
    if (!FORM.test(token)) throw new ApiError('InvalidToken', 'Invalid Token');
    const known = store.findToken(token);
    if (known === undefined) throw new ApiError('TaskDoesNotExist', 'Task does not exist');
    if (known.closed || known.outcome !== undefined) {
      throw new ApiError('TaskTimedOut', 'Provided task does not exist anymore');
    }
  };
  const settle = (token: string, outcome: TaskOutcome): void => {
    checked(token);
    store.settle(token, outcome);
    waiting.get(token)?.(outcome);
  };

  return {
    open() {
      const token = Buffer.from(randomUUID()).toString('base64url');
      store.openToken(token, now());
      return token;
    },
    reopen: (token) => store.closeToken(token, false),
    outcome(token) {
      const known = store.findToken(token)?.outcome;
      if (known !== undefined) return Promise.resolve(known);
      return new Promise((resolve) => waiting.set(token, resolve));
    },
    beatAt: (token) => store.findToken(token)?.beatAt ?? now(),
    close(token) {
      waiting.delete(token);
      store.closeToken(token);
    },
    success: (token, output) => settle(token, { output: jsonText(output, 'InvalidOutput') }),
    failure: (token, error, cause) =>
      settle(token, { error, ...(cause !== undefined && { cause }) }),
    heartbeat(token) {
      checked(token);
      store.beat(token, now());
    },
  };
}
