import type { Measured } from '../application/measured.ts';
import type { AttemptTask } from '../shared/ids.ts';

/** One decision as the index shows it: of which attempt, when it was made or took effect, and what it is counted by. */
export interface Decided {
  readonly task: AttemptTask;
  readonly at: string;
  readonly measured: Measured;
}
