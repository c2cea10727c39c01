import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseProxy, startDatabaseProxy } from './database-proxy.ts';
import { runSample, wantSample } from './sample-run.ts';
import { startSystem } from './system.ts';

/** Every so many calls the database refuses one for its rate. */
const EVERY = Number(process.argv[2] ?? 5);

/** Runs the sample against a database that turns calls away, and says what became of its rows. */
const folder = mkdtempSync(join(tmpdir(), 'throttle-drill-'));
let proxy: DatabaseProxy | undefined;
let refused = 0;
wantSample(folder);
const system = await startSystem({
  dataDir: folder,
  port: 0,
  log: () => {},
  async inFront(service, endpoint) {
    if (service !== 'dynamodb') return endpoint;
    proxy = await startDatabaseProxy({ target: endpoint });
    proxy.inject(({ number }) => {
      if (number % EVERY > 0) return undefined;
      refused += 1;
      return 'THROTTLED';
    });
    return proxy.endpoint;
  },
});
try {
  const { sent, registered, returned, referred, lost, seconds, deviations } = await runSample(
    system,
    folder,
    () => {},
  );
  process.stdout.write(
    `every ${EVERY}th call refused, ${refused} in all: ${sent.length} rows in ${seconds} s: ${registered} registered, ${returned} returned, ${referred} referred, ${lost} lost\n`,
  );
  if (deviations.length > 0) process.exitCode = 1;
} finally {
  await system.stop();
  await proxy?.stop();
  rmSync(folder, { recursive: true, force: true });
}
