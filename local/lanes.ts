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
/** So long after the last of them, people count as being there still: who clicked once clicks again. */
const PEOPLE_STAY_MS = 2_000;

/**
 * Lets invocations in. Each function runs at most `concurrency` at once. The batch lane yields: with
 * nobody there all its functions together run at most `batchConcurrency`; with people about, one at a
 * time; and nothing of it starts while anything online waits or runs, but for a trickle, so that it
 * never stands still. So a batch never keeps a person waiting.
 *
 * Within the batch lane the function that was let in longest ago comes first: the few invocations
 * that open and close chunks do not queue behind the rows of every other batch.
 */
export function createLanes(batchConcurrency: number) {
  const running = new Map<string, number>();
  const inLane: Record<Lane, number> = { online: 0, batch: 0 };
  const waiting: Record<Lane, Waiting[]> = { online: [], batch: [] };

  const hasRoom = ({ name, concurrency }: Entrant) => (running.get(name) ?? 0) < concurrency;
  let trickleAt = 0;
  let lastOnline = Number.NEGATIVE_INFINITY;
  const lastStart = new Map<string, number>();
  let starts = 0;
  let trickle: NodeJS.Timeout | undefined;
  const batchHasRoom = () =>
    waiting.online.length === 0 &&
    (inLane.online === 0
      ? inLane.batch < (performance.now() - lastOnline > PEOPLE_STAY_MS ? batchConcurrency : 1)
      : inLane.batch === 0 && performance.now() >= trickleAt);

  const before = (one: Entrant, other: Entrant): boolean =>
    one.lane === 'batch' && (lastStart.get(one.name) ?? 0) < (lastStart.get(other.name) ?? 0);

  const startFirst = (lane: Lane): boolean => {
    const entrant = waiting[lane]
      .filter(hasRoom)
      .reduce<Waiting | undefined>(
        (first, it) => (first && !before(it, first) ? first : it),
        undefined,
      );
    if (!entrant) return false;
    waiting[lane].splice(waiting[lane].indexOf(entrant), 1);
    lastStart.set(entrant.name, ++starts);
    count(entrant, 1);
    if (lane === 'batch') trickleAt = performance.now() + TRICKLE_MS;
    entrant.start();
    return true;
  };
  const count = ({ name, lane }: Entrant, by: 1 | -1) => {
    running.set(name, (running.get(name) ?? 0) + by);
    inLane[lane] += by;
    if (lane === 'online') lastOnline = performance.now();
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
