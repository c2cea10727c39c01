import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { FUNCTIONS, type FunctionEntry } from '#functions/catalogue.ts';
import { besideOf, bundlingOf } from '#infra/constructs/task-function.ts';
import { PROD } from './templates.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const kilobytes = (bytes: number): number => bytes / 1000;
const entries = Object.entries<FunctionEntry>(FUNCTIONS).map(([name, entry]) => ({ name, entry }));
const written = entries.filter(({ entry }) => existsSync(root + entry.handler));

/** As CDK bundles it for deployment. */
async function bundle(entry: FunctionEntry): Promise<string> {
  const { format, target, mainFields, minify, charset, externalModules, banner } =
    bundlingOf(entry);
  const { outputFiles } = await build({
    entryPoints: [root + entry.handler],
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

/** What a deployer gives for what is unresolved in the template. */
const DEPLOYED: Readonly<Record<string, string>> = {
  AWS_REGION: 'cn-north-1',
  IDENTITY_PROVIDER: JSON.stringify({
    issuer: 'https://identity.example',
    audience: 'https://registrar.example',
    jwks: { keys: [{ kty: 'EC', crv: 'P-256', kid: '1', x: 'x', y: 'y' }] },
  }),
  SIGNING_PAGE: 'https://registrar.example/signing',
  AGENT_SYSTEM: JSON.stringify({
    url: 'https://agents.example',
    jwks: { keys: [{ kty: 'EC', crv: 'P-256', kid: '1', x: 'x', y: 'y' }] },
  }),
  TRUST_LIST: '[]',
  LICENCE_KEYS: JSON.stringify([{ id: 'key-1' }]),
  LICENCE_ISSUER: 'https://registrar.example',
  PROBLEM_BASE: 'https://registrar.example/problems',
};

const environmentOf = (name: string): Record<string, string> => {
  const [fn] = Object.values(
    PROD.findResources('AWS::Lambda::Function', { Metadata: { 'market-entry:function': name } }),
  );
  const variables = z
    .record(z.string(), z.unknown())
    .parse(fn?.Properties.Environment.Variables ?? {});
  const values = Object.entries(variables).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : (DEPLOYED[key] ?? `${key}-in-the-account`),
  ]);
  return { AWS_REGION: DEPLOYED.AWS_REGION ?? '', ...Object.fromEntries(values) };
};

describe('a bundle', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'market-entry-bundles-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('can be made of every line of the catalogue', () => {
    expect(entries.filter((line) => !written.includes(line)).map(({ name }) => name)).toEqual([]);
  });

  it.each(written)(
    'of $name is small, and loads with the environment that it is deployed with',
    { timeout: 30_000 },
    async ({ name, entry }) => {
      const text = await bundle(entry);
      const budget = entry.files || entry.releases ? 700 : 500;
      expect.soft(kilobytes(Buffer.byteLength(text))).toBeLessThanOrEqual(budget);

      const file = join(folder, `${name}.mjs`);
      await writeFile(file, text);
      for (const it of besideOf(entry)) await copyFile(root + it, join(folder, basename(it)));
      const script = `const { handler } = await import(${JSON.stringify(file)}); console.log(typeof handler);`;
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ['--input-type=module', '--eval', script],
        { env: environmentOf(name) },
      );
      expect(stdout.trim()).toBe('function');
    },
  );
});
