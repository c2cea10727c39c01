import type { Timers } from '#local/step-functions/timers.ts';

/** Timers that are nearer than this are leapt to; what waits longer waits for a person or for the law. */
const NEAR_MS = 3600_000;

/**
 * The process's clock, which leaps to the next timer as soon as nobody works. Everything in the
 * process reads it: `Date` is replaced, so that a hold, a lease or a retry passes at once for the
 * functions as well as for the machines.
 */
export interface VirtualTime extends Timers {
  now(): number;
  /** Time does not leap until the work is done. */
  during<T>(work: Promise<T>): Promise<T>;
  /** The opposite, within `during`: work that only waits for other work. */
  apart<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nobody works and no timer is near. */
  quiet(): Promise<void>;
  /** Lets so many milliseconds pass, with every timer in them. */
  pass(ms: number): Promise<void>;
  /** Back to the real time, without timers. */
  reset(): void;
}

const RealDate = globalThis.Date;
let offset = 0;
const now = (): number => RealDate.now() + offset;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, self) =>
    Reflect.construct(target, given.length ? given : [now()], self),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});

interface Timer {
  readonly time: number;
  readonly call: () => void;
}

export function virtualTime(): VirtualTime {
  const timers = new Set<Timer>();
  const waiters: (() => void)[] = [];
  let busy = 0;
  let planned = false;
  let until = 0;

  const next = (): Timer | undefined =>
    [...timers].reduce<Timer | undefined>(
      (first, it) => (first === undefined || it.time < first.time ? it : first),
      undefined,
    );
  const leapTo = (time: number): void => {
    offset += Math.max(0, Math.ceil(time) - now());
  };

  /** Twice around the loop: an answer that has arrived wakes its waiter in the turn between. */
  const plan = (): void => {
    if (planned) return;
    planned = true;
    setImmediate(() =>
      setImmediate(() => {
        planned = false;
        if (busy > 0) return;
        const first = next();
        if (first !== undefined && first.time <= Math.max(now() + NEAR_MS, until)) {
          timers.delete(first);
          leapTo(first.time);
          first.call();
          return plan();
        }
        for (const wake of waiters.splice(0)) wake();
      }),
    );
  };
  const counted = async <T>(change: number, work: Promise<T>): Promise<T> => {
    busy += change;
    plan();
    try {
      return await work;
    } finally {
      busy -= change;
      plan();
    }
  };
  const quiet = (): Promise<void> =>
    new Promise((resolve) => {
      waiters.push(resolve);
      plan();
    });

  return {
    now,
    at(time, call) {
      const timer = { time, call };
      timers.add(timer);
      plan();
      return () => timers.delete(timer);
    },
    during: (work) => counted(1, work),
    apart: (work) => counted(-1, work),
    quiet,
    async pass(ms) {
      await quiet();
      until = now() + ms;
      await quiet();
      leapTo(until);
      until = 0;
    },
    reset() {
      timers.clear();
      offset = 0;
      until = 0;
    },
  };
}
