const LONGEST = 2 ** 31 - 1;

/** Calls back at a time (ms since 1970); the answer takes the call back. */
export interface Timers {
  at(time: number, call: () => void): () => void;
}

/** Timers of the process; one timer of Node reaches 24.8 days, so a later time is reached in steps. */
export const systemTimers = (now: () => number): Timers => ({
  at(time, call) {
    let handle: NodeJS.Timeout;
    const arm = (): void => {
      const left = time - now();
      handle = setTimeout(left <= LONGEST ? call : arm, Math.min(Math.max(left, 0), LONGEST));
    };
    arm();
    return () => clearTimeout(handle);
  },
});

/** The work's end, unless the signal is aborted first: then its reason is thrown. */
export function orAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Sleeps until a time (ms since 1970). */
export async function sleepUntil(timers: Timers, time: number, signal: AbortSignal): Promise<void> {
  let cancel = (): void => {};
  const slept = new Promise<void>((resolve) => {
    cancel = timers.at(time, resolve);
  });
  return orAborted(signal, slept).finally(() => cancel());
}

/** A controller that is aborted with its parent; `release` unties it. */
export function tiedTo(parent: AbortSignal): {
  readonly controller: AbortController;
  release(): void;
} {
  const controller = new AbortController();
  const pass = (): void => controller.abort(parent.reason);
  if (parent.aborted) pass();
  parent.addEventListener('abort', pass, { once: true });
  return { controller, release: () => parent.removeEventListener('abort', pass) };
}
