import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { builtPages } from '#local/pages.ts';

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
);
type Manifest = z.infer<typeof Manifest>;

let folder: string;
let manifest: Manifest;
beforeAll(async () => {
  folder = await builtPages();
  manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
}, 60_000);

/** What a browser loads for these, with all that they import at once. */
function filesOf(...sources: readonly string[]): string[] {
  const files = new Set<string>();
  const take = (source: string): void => {
    const { file, imports = [] } = manifest[source] ?? {};
    if (file === undefined) throw new RangeError(`${source} is not in the build`);
    if (files.has(file)) return;
    files.add(file);
    for (const it of imports) take(it);
  };
  for (const source of sources) take(source);
  return [...files];
}
const gzipped = (files: readonly string[]): number =>
  files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
    0,
  ) / 1000;

const wordsOf = (...parts: readonly string[]) => parts.map((it) => `words/zh-hans/${it}.ts`);
const LANDING = ['index.html', 'words/zh-hans/landing.ts'];

describe('the built pages', () => {
  it('load at most 95 kB of script for the landing page', () => {
    expect(gzipped(filesOf(...LANDING))).toBeLessThan(95);
  });

  it('load at most 150 kB for any page that is there', () => {
    expect(
      gzipped(filesOf(...LANDING, 'inner.tsx', ...wordsOf('pages', 'applications', 'names'))),
    ).toBeLessThan(150);
  });

  it('load at most 180 kB for the form, of the 330 kB that it may have', () => {
    const words = wordsOf('pages', 'applications', 'names', 'form', 'trade', 'parties');
    const size = gzipped(filesOf(...LANDING, 'inner.tsx', ...words, 'form/form-page.tsx'));
    expect(size).toBeLessThan(180);
  });

  it('carry nothing of the server but what is meant for them', () => {
    const scripts = Object.values(manifest).map(({ file }) =>
      readFileSync(join(folder, file), 'utf8'),
    );
    for (const word of [
      'ZodObject',
      'strictObject',
      'machineReturns',
      'DynamoDB',
      '被人民法院列为',
    ])
      expect({ word, isThere: scripts.some((it) => it.includes(word)) }).toEqual({
        word,
        isThere: false,
      });
  });

  it('have neither script nor style in the page itself', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(page.match(/<script(?![^>]*\bsrc=)/g)).toBeNull();
    expect(page).not.toMatch(/<style|style=|\son\w+=/);
  });
});
