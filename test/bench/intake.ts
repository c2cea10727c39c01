import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { createIdentityProvider } from '#local/demo/identity-provider.ts';
import { writeFileOfRows } from './intake-file.ts';
import type { Part } from './part.ts';

export const HEAP_MB = 256;

export const IntakeReport = z.object({
  rows: z.number(),
  ready: z.number(),
  seconds: z.number(),
  /** megabytes */
  peakHeap: z.number(),
  peakMemory: z.number(),
});

/** A file of real rows planned and taken in under a fixed heap; only the database is left out. */
export const intake: Part = async ({ quick, say }) => {
  const rows = quick ? 20_000 : 200_000;
  const folder = mkdtempSync(join(tmpdir(), 'market-entry-intake-'));
  try {
    const identity = await createIdentityProvider(join(folder, 'identity.jwk'));
    const file = join(folder, 'rows.ndjson');
    const bytes = await writeFileOfRows(file, rows, identity);
    say(`file of ${(bytes / 1e6).toFixed(0)} MB made`);
    const report = IntakeReport.parse(JSON.parse(await inChild(file)));
    return [
      {
        name: 'intake.rows',
        value: report.ready,
        unit: 'rows',
        atLeast: rows,
        note: `taken in under --max-old-space-size=${HEAP_MB}, ${(bytes / 1e6).toFixed(0)} MB`,
      },
      { name: 'intake.rowsPerSecond', value: report.rows / report.seconds, unit: 'rows/s' },
      { name: 'intake.peakHeap', value: report.peakHeap, unit: 'MB', atMost: HEAP_MB },
      {
        name: 'intake.peakMemory',
        value: report.peakMemory,
        unit: 'MB',
        note: 'resident, code included',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function inChild(file: string): Promise<string> {
  const program = fileURLToPath(new URL('./intake-child.ts', import.meta.url));
  const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MB}`, program, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`the intake ended with ${code}`)),
    );
  });
}
