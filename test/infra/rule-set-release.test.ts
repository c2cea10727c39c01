import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Release } from '#functions/review/release.ts';
import { RULES } from '#functions/review/rule-set.ts';
import { ROOT, ruleSetRelease } from '#infra/rule-set-release.ts';

const copy = mkdtempSync(join(tmpdir(), 'release-'));
cpSync(join(ROOT, 'functions'), join(copy, 'functions'), { recursive: true });
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const here = ruleSetRelease(copy);
const release = Release.parse(JSON.parse(here.text));
/** The release after a file of the copy was changed, which is then put back. */
function hashWith(file: string, from: string, to: string): string {
  const path = join(copy, 'functions', file);
  const before = readFileSync(path, 'utf8');
  expect(before).toContain(from);
  writeFileSync(path, before.replace(from, to));
  try {
    return ruleSetRelease(copy).hash;
  } finally {
    writeFileSync(path, before);
  }
}

describe('a release of the rule set', { timeout: 30_000 }, () => {
  it('is the same bytes wherever it is made', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'a-longer-name-of-a-folder-'));
    cpSync(join(copy, 'functions'), join(elsewhere, 'functions'), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(elsewhere, 'node_modules'));
    expect(ruleSetRelease(elsewhere)).toEqual(here);
    rmSync(elsewhere, { recursive: true });
  });

  it('has the texts of every rule, and no digest of itself', () => {
    expect(release.texts.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
    expect(release.code).not.toMatch(/[0-9a-f]{64}/);
  });

  it('is another when a rule, its data or a version of it changes', () => {
    const rule = 'review/rules/shareholders-one-to-fifty.ts';
    const hashes = [
      hashWith(rule, '> 50', '> 49'),
      hashWith(rule, 'version: 1', 'version: 2'),
      hashWith('scope/scope-items.json', '国内贸易代理', '国内贸易代办'),
      hashWith('review/rule-set.ts', "id: '2026-11'", "id: '2026-12'"),
      here.hash,
    ];
    expect(new Set(hashes).size).toBe(5);
  });

  it('is the same when a comment changes', () => {
    expect(hashWith('review/review.ts', '/** ', '/** so to speak: ')).toBe(here.hash);
  });
});
