import type { Retrier } from './asl.ts';
import { matchesError } from './state-error.ts';

/**
 * The delay in milliseconds before a failed state runs again, or `undefined` when it shall not.
 * Counts the attempt in `used`, which holds the attempts spent by each retrier since the state was
 * entered. Source: Step Functions Developer Guide, "Retrying after an error".
 */
export function nextRetry(
  retriers: readonly Retrier[],
  error: string,
  used: number[],
  random: () => number,
): number | undefined {
  const at = retriers.findIndex(({ ErrorEquals }) => matchesError(ErrorEquals, error));
  const retrier = retriers[at];
  if (retrier === undefined) return undefined;
  const attempts = used[at] ?? 0;
  if (attempts >= (retrier.MaxAttempts ?? 3)) return undefined;
  for (let index = 0; index <= at; index += 1) used[index] ??= 0;
  used[at] = attempts + 1;
  const grown = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** attempts;
  const delay = Math.min(grown, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY) * 1000;
  return retrier.JitterStrategy === 'FULL' ? random() * delay : delay;
}
