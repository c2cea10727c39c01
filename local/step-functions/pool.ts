import { tiedTo } from './timers.ts';

/**
 * Does `count` pieces of work, `limit` at a time, and answers their results in order. The first
 * failure stops the others (by their signal) and is thrown when all have stopped.
 */
export async function pool<T>(
  count: number,
  limit: number,
  parent: AbortSignal,
  work: (index: number, signal: AbortSignal) => Promise<T>,
): Promise<T[]> {
  const { controller, release } = tiedTo(parent);
  const results: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count && !controller.signal.aborted) {
      const index = next;
      next += 1;
      results[index] = await work(index, controller.signal);
    }
  };
  const workers = Array.from({ length: Math.min(limit, count) }, worker);
  try {
    await Promise.all(workers);
  } catch (error) {
    controller.abort(error);
    await Promise.allSettled(workers);
    throw error;
  } finally {
    release();
  }
  parent.throwIfAborted();
  return results;
}
