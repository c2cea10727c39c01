import { defineConfig } from 'vitest/config';

/** Whose mutants these tests must find; main.ts sets it. */
const folder = process.env.MUTATED;

/** A folder's own fast tests: none that starts a database. */
export default defineConfig({
  test: {
    include: [`test/${folder}/**/*.test.ts`],
    exclude: ['test/**/*.store.test.ts'],
    setupFiles: ['.mutants/few-runs.ts'],
    isolate: false,
    testTimeout: 60_000,
  },
});
