import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem } from '../local/system.ts';
import { journeys } from '../test/api/journeys.ts';
import { steady } from './steady.ts';

/** Runs the journeys on a system of its own, and keeps what was said as the document's examples. */
const dataDir = mkdtempSync(join(tmpdir(), 'openapi-'));
const system = await startSystem({ dataDir, port: 0, log: () => {} });
try {
  const examples = steady(await journeys(system));
  writeFileSync(
    new URL('examples.json', import.meta.url),
    `${JSON.stringify(examples, null, 2)}\n`,
  );
} finally {
  await system.stop();
  rmSync(dataDir, { recursive: true });
}
