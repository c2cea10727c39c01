import * as z from 'zod';
import type { BatchId } from '../shared/ids.ts';
import type { Batch } from './batch.ts';

export const SweepBatchesResult = z.object({ restarted: z.int() });

/**
 * After so long without progress a batch's machine is taken for dead. A living one gives a sign at
 * least as often: opening may take ten minutes and is tried seven times, a chunk takes five at most.
 */
const STANDSTILL_MS = 2 * 3_600_000;

export interface SweepBatchesPorts {
  /** batches under way that have not got on since a moment */
  standingStill(before: string): AsyncIterable<Batch>;
  write(next: Batch, read: Batch): Promise<'WRITTEN' | 'MOVED'>;
  /** starts a machine under a name, once */
  start(id: BatchId, name: string): Promise<void>;
  now(): number;
}

/**
 * Starts another machine for a batch whose own has died for good. Its name carries the generation,
 * because names are taken for ever; opening, chunks and closing may all run twice, so that a machine
 * that was not dead does no harm.
 */
export const sweepBatches =
  (ports: SweepBatchesPorts) => async (): Promise<z.infer<typeof SweepBatchesResult>> => {
    const before = new Date(ports.now() - STANDSTILL_MS).toISOString();
    let restarted = 0;
    for await (const batch of ports.standingStill(before)) {
      const generation = (batch.generation ?? 1) + 1;
      const next = { ...batch, generation, version: batch.version + 1 };
      if ((await ports.write(next, batch)) === 'MOVED') continue;
      await ports.start(batch.id, `${batch.id}-${generation}`);
      restarted += 1;
    }
    return { restarted };
  };
