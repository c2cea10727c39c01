/** Counts the lines of states at work, so that one can wait until there is none. */
export interface Activity {
  /** Counts 1 until the work ends. */
  working<T>(work: Promise<T>): Promise<T>;
  /** Takes 1 off until the work ends, because its line only waits meanwhile; `work` must settle. */
  parked<T>(work: Promise<T>): Promise<T>;
  idle(): Promise<void>;
}

export function countActivity(): Activity {
  const idlers: (() => void)[] = [];
  let busy = 0;

  // A line that ends often wakes another in the same turn: only the next turn tells.
  const count = (change: number): void => {
    busy += change;
    if (busy > 0 || idlers.length === 0) return;
    setImmediate(() => {
      if (busy === 0) for (const wake of idlers.splice(0)) wake();
    });
  };
  async function counted<T>(change: number, work: Promise<T>): Promise<T> {
    count(change);
    try {
      return await work;
    } finally {
      count(-change);
    }
  }

  return {
    working: (work) => counted(1, work),
    parked: (work) => counted(-1, work),
    idle: () =>
      new Promise((resolve) => {
        idlers.push(resolve);
        count(0);
      }),
  };
}
