import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type System, startSystem } from '#local/system.ts';

/** A journey goes through a whole system, which may share its machine with others. */
export const PATIENT = { timeout: 60_000 };

export interface RunningSystem extends System {
  readonly dataDir: string;
}

/** A system on a data folder of its own, which goes with it. */
export async function aRunningSystem(): Promise<RunningSystem> {
  const dataDir = mkdtempSync(join(tmpdir(), 'journey-'));
  const system = await startSystem({ dataDir, port: 0, log: () => {} });
  const stop = async () => {
    await system.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...system, dataDir, stop };
}

/** Looks again and again until what is there is as it must be; fails with the last of it in words. */
export async function eventually<T>(
  look: () => Promise<T> | T,
  isSo: (seen: T) => boolean,
  withinMs = 20_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (Date.now() > deadline)
      throw new Error(`not so after ${withinMs} ms: ${JSON.stringify(seen)?.slice(0, 500)}`);
    await sleep(100);
  }
}
