import type { Timers } from '#local/step-functions/timers.ts';

/** A clock that leaps to the next timer as soon as no function is being called. */
export interface FastClock extends Timers {
  now(): number;
  /** Holds the time still until the work is done. */
  during<T>(work: Promise<T>): Promise<T>;
}

export function fastClock(start: number): FastClock {
  const timers = new Set<{ readonly time: number; readonly call: () => void }>();
  let now = start;
  let calls = 0;
  let planned = false;

  const plan = (): void => {
    if (planned) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      const [next] = [...timers].sort((one, other) => one.time - other.time);
      if (calls > 0 || next === undefined) return;
      timers.delete(next);
      now = Math.max(now, next.time);
      next.call();
      plan();
    });
  };

  return {
    now: () => now,
    at(time, call) {
      const timer = { time, call };
      timers.add(timer);
      plan();
      return () => timers.delete(timer);
    },
    async during(work) {
      calls += 1;
      try {
        return await work;
      } finally {
        calls -= 1;
        plan();
      }
    },
  };
}
