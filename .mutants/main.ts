import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';

/** Which tests must find the mutants of a folder: its own. */
const vitest = {
  testRunner: 'vitest',
  vitest: { configFile: '.mutants/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
} as const;

const FOLDERS = {
  shared: { mutate: 'functions/shared/*.ts', ...vitest },
  name: { mutate: 'functions/name/*.ts', ...vitest },
  scope: { mutate: 'functions/scope/*.ts', ...vitest },
  rules: { mutate: 'functions/review/rules/*.ts', testRunner: 'rows', coverageAnalysis: 'off' },
} as const;

/** What a sandbox needs of the project. */
const NEEDED = [
  ...['.mutants', '.rules', 'functions', 'infra', 'test/builders'],
  ...['test/name', 'test/review', 'test/scope', 'test/shared'],
];

const asked = process.argv.slice(2);
for (const [name, { mutate, ...runner }] of Object.entries(FOLDERS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const tempDirName = mkdtempSync(join(tmpdir(), 'market-entry-mutants-'));
  process.env.MUTATED = name;
  try {
    await new Stryker({
      ...runner,
      mutate: [mutate, '!functions/**/*.store.ts'],
      plugins: [
        import.meta.resolve('@stryker-mutator/vitest-runner'),
        new URL('./row-runner.ts', import.meta.url).href,
        new URL('./words.ts', import.meta.url).href,
      ],
      ignorers: ['words'],
      concurrency: 1,
      timeoutMS: 10_000,
      disableTypeChecks: false,
      tsconfigFile: '',
      tempDirName,
      ignorePatterns: ['*', ...NEEDED.map((folder) => `!${folder}/**`), '!package.json'],
      reporters: ['clear-text', 'html'],
      htmlReporter: { fileName: `coverage/mutants-${name}.html` },
      clearTextReporter: { reportTests: false, logTests: false },
      thresholds: { high: 90, low: 85, break: 85 },
    }).runMutationTest();
  } finally {
    rmSync(tempDirName, { recursive: true, force: true });
  }
}
