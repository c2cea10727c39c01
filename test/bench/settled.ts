import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchSystem } from './bench-system.ts';

const QUIET_MS = 400;

/** Waits until nothing has gone to the database for a while: functions are loaded, what was started has ended. */
export async function settled({ system, proxy }: BenchSystem): Promise<void> {
  await system.lambda.warm();
  const requests = () =>
    Object.values(proxy.meter().requests).reduce((total, count) => total + count, 0);
  for (let before = -1; before !== requests(); ) {
    before = requests();
    await sleep(QUIET_MS);
  }
}
