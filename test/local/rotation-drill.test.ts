import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rotate, type Step } from '#local/rotation-drill.ts';

const folder = mkdtempSync(join(tmpdir(), 'rotation-'));
let steps: readonly Step[];
beforeAll(async () => {
  steps = await rotate(folder);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a rotation of the licence key', () => {
  it('publishes the new key before it signs, and the old one after', () => {
    const [before, announced, signs, withdrawn] = steps.map(({ published }) => published);
    const [old] = before ?? [];
    const next = announced?.[1];
    expect(old).not.toBe(next);
    expect([before, announced, signs, withdrawn]).toEqual([
      [old],
      [old, next],
      [next, old],
      [next],
    ]);
  });

  it('signs licences and status lists by the one key that signs, which is published first', () => {
    for (const { published, licenceBy, statusListBy } of steps)
      expect([licenceBy, statusListBy]).toEqual([published[0], published[0]]);
  });

  it('leaves every licence in force, until a key is withdrawn', () => {
    expect(steps.map(({ licences }) => licences)).toEqual([
      ['VALID'],
      ['VALID', 'VALID'],
      ['VALID', 'VALID', 'VALID'],
      ['KEY_UNKNOWN', 'KEY_UNKNOWN', 'VALID', 'VALID'],
    ]);
  });
});
