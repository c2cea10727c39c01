import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { FUNCTIONS, type FunctionEntry } from '#functions/catalogue.ts';
import { besideOf, bundlingOf } from '#infra/constructs/task-function.ts';
import { startBenchSystem } from './bench-system.ts';
import type { Figure } from './figure.ts';
import type { Part } from './part.ts';
import { median } from './statistics.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What is deployed of each function: its size, and how long a fresh process takes to load it. */
export const bundles: Part = async ({ quick }) => {
  const folder = mkdtempSync(join(tmpdir(), 'market-entry-bundles-'));
  const bench = await startBenchSystem();
  const { functions } = bench.system.deployment;
  await bench.stop();
  try {
    const figures: Figure[] = [];
    for (const [name, entry] of Object.entries<FunctionEntry>(FUNCTIONS)) {
      const file = join(folder, `${name}.mjs`);
      const text = await bundled(entry);
      writeFileSync(file, text);
      for (const it of besideOf(entry)) copyFileSync(join(ROOT, it), join(folder, basename(it)));
      const environment =
        functions.find(({ handler }) => handler === entry.handler)?.environment ?? {};
      const times: number[] = [];
      for (let run = 0; run < (quick ? 5 : 15); run++)
        times.push(await importTime(file, environment));
      figures.push(
        {
          name: `bundle.${name}`,
          value: Buffer.byteLength(text) / 1000,
          unit: 'kB',
          atMost: entry.files || entry.releases ? 700 : 500,
        },
        { name: `bundle.${name}.coldImport`, value: median(times), unit: 'ms' },
      );
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

async function bundled(entry: FunctionEntry): Promise<string> {
  const { format, target, mainFields, minify, charset, externalModules, banner } =
    bundlingOf(entry);
  const { outputFiles } = await build({
    entryPoints: [ROOT + entry.handler],
    bundle: true,
    write: false,
    platform: 'node',
    format,
    target,
    mainFields: [...mainFields],
    minify,
    charset,
    external: [...externalModules],
    banner: { js: banner },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** Milliseconds of the import alone, without the start of the process. */
async function importTime(file: string, environment: Record<string, string>): Promise<number> {
  const script = `const before = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - before); process.exit()`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', script],
    { env: { AWS_REGION: 'ap-east-1', ...environment } },
  );
  return Number(stdout.trim().split('\n').at(-1));
}
