import type { Lane } from '#functions/catalogue.ts';

/** What is about to run: which function, in which lane, and how many of it may run at once. */
export interface Entrant {
  readonly name: string;
  readonly lane: Lane;
  readonly concurrency: number;
}

interface Waiting extends Entrant {
  readonly start: () => void;
}

/** While people keep the online lane busy, one invocation of the batch lane starts in so many milliseconds. */
const TRICKLE_MS = 1_000;

/**
 * Lets invocations in. Each function runs at most `concurrency` at once. The batch lane yields: all
 * its functions together run at most `batchConcurrency`, and nothing of it starts while anything
 * online waits or runs, but for a trickle, so that it never stands still. So a batch never keeps a
 * person waiting.
 */
export function createLanes(batchConcurrency: number) {
  const running = new Map<string, number>();
  const inLane: Record<Lane, number> = { online: 0, batch: 0 };
  const waiting: Record<Lane, Waiting[]> = { online: [], batch: [] };

  const hasRoom = ({ name, concurrency }: Entrant) => (running.get(name) ?? 0) < concurrency;
  let trickleAt = 0;
  let trickle: NodeJS.Timeout | undefined;
  const batchHasRoom = () =>
    waiting.online.length === 0 &&
    (inLane.online === 0
      ? inLane.batch < batchConcurrency
      : inLane.batch === 0 && performance.now() >= trickleAt);

  const startFirst = (lane: Lane): boolean => {
    const index = waiting[lane].findIndex(hasRoom);
    const [entrant] = index < 0 ? [] : waiting[lane].splice(index, 1);
    if (!entrant) return false;
    count(entrant, 1);
    if (lane === 'batch') trickleAt = performance.now() + TRICKLE_MS;
    entrant.start();
    return true;
  };
  const count = ({ name, lane }: Entrant, by: 1 | -1) => {
    running.set(name, (running.get(name) ?? 0) + by);
    inLane[lane] += by;
  };
  const letIn = () => {
    while (startFirst('online'));
    while (batchHasRoom() && startFirst('batch'));
    if (waiting.batch.length === 0 || trickle) return;
    trickle = setTimeout(() => {
      trickle = undefined;
      letIn();
    }, TRICKLE_MS).unref();
  };

  /** Runs the work when its turn has come. */
  return async <Result>(entrant: Entrant, work: () => Promise<Result>): Promise<Result> => {
    await new Promise<void>((start) => {
      waiting[entrant.lane].push({ ...entrant, start });
      letIn();
    });
    try {
      return await work();
    } finally {
      count(entrant, -1);
      letIn();
    }
  };
}
