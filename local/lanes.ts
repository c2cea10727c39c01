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

/**
 * Lets invocations in. Each function runs at most `concurrency` at once. The batch lane yields: all
 * its functions together run at most `batchConcurrency`, one while anything of the online lane runs,
 * and nothing starts while anything online waits. So a batch never keeps a person waiting.
 */
export function createLanes(batchConcurrency: number) {
  const running = new Map<string, number>();
  const inLane: Record<Lane, number> = { online: 0, batch: 0 };
  const waiting: Record<Lane, Waiting[]> = { online: [], batch: [] };

  const hasRoom = ({ name, concurrency }: Entrant) => (running.get(name) ?? 0) < concurrency;
  const batchHasRoom = () =>
    waiting.online.length === 0 && inLane.batch < (inLane.online > 0 ? 1 : batchConcurrency);

  const startFirst = (lane: Lane): boolean => {
    const index = waiting[lane].findIndex(hasRoom);
    const [entrant] = index < 0 ? [] : waiting[lane].splice(index, 1);
    if (!entrant) return false;
    count(entrant, 1);
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
