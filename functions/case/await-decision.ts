import * as z from 'zod';
import type { Case } from '../application/case.ts';
import { AttemptTask } from '../shared/ids.ts';
import { secondsUntil } from './case-clock.ts';

export const AwaitDecisionTask = AttemptTask.extend({ taskToken: z.string() });
export const AwaitDecisionResult = z.object({ outcome: z.enum(['WAITING', 'AWAKE']) });

/** What wakes the machine: how long the decision is still held. The decision itself stays in the case. */
export const Woken = z.object({ outcome: z.literal('DECIDED'), holdSeconds: z.int().min(0) });
export type Woken = z.infer<typeof Woken>;

export interface AwaitDecisionPorts {
  /** keeps the token in the case and returns the case as it then is */
  keepToken(task: AttemptTask, taskToken: string): Promise<Case>;
  wake(taskToken: string, woken: Woken): Promise<void>;
  now(): number;
}

/**
 * Keeps the machine's token in the case. A decision that came before the token, or whose waking
 * was lost, wakes the machine now.
 */
export const awaitDecision =
  (ports: AwaitDecisionPorts) =>
  async ({
    taskToken,
    ...task
  }: z.infer<typeof AwaitDecisionTask>): Promise<z.infer<typeof AwaitDecisionResult>> => {
    const kept = await ports.keepToken(task, taskToken);
    if (kept.state === 'OPEN') return { outcome: 'WAITING' };
    await ports.wake(taskToken, wokenBy(kept, ports.now()));
    return { outcome: 'AWAKE' };
  };

/** A decision takes effect when its hold is over; a case that was closed meanwhile, at once. */
export const wokenBy = ({ decision, state }: Case, now: number): Woken => ({
  outcome: 'DECIDED',
  holdSeconds:
    state === 'DECIDED' && decision && Date.parse(decision.effectiveAt) > now
      ? secondsUntil(decision.effectiveAt, now)
      : 0,
});
