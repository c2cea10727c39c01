import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { TABLES } from '#functions/catalogue.ts';
import { RETENTION } from '#infra/retention.ts';
import { type DrillResult, reportOf, runDrills } from '#local/restore-drill.ts';

const folder = mkdtempSync(join(tmpdir(), 'restore-drill-'));
let results: readonly DrillResult[];
beforeAll(async () => {
  results = await runDrills(folder, () => {});
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const exported = (moment: string) =>
  readdirSync(join(folder, moment)).flatMap((file) =>
    readFileSync(join(folder, moment, file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => z.looseObject({ pk: z.string(), sk: z.string() }).parse(JSON.parse(line))),
  );
const kinds = (differences: DrillResult['found']) => new Set(differences.map(({ kind }) => kind));
const drill = (start: string) => {
  const found = results.find(({ title }) => title.startsWith(start));
  if (!found) throw new RangeError(start);
  return found;
};

describe('tables put back', () => {
  it('to the same second differ in nothing', () => {
    const { restored, found } = drill('register lost');
    expect(restored).toBe(exported('later').length);
    expect(found).toEqual([]);
  });

  it('with an older register have their businesses, names and places derived; licences are lost', () => {
    const { found, left } = drill('register put back');
    expect([...kinds(found)]).toEqual(
      expect.arrayContaining(['LOT_BEHIND', 'BUSINESS_MISSING', 'NAME_NOT_HELD']),
    );
    expect([...kinds(left)].filter((kind) => kind !== 'PLACE_UNKNOWN')).toEqual(
      expect.arrayContaining(['LICENCE_MISSING']),
    );
    expect(kinds(left)).not.toContain('LOT_BEHIND');
    expect(kinds(left)).not.toContain('NAME_NOT_HELD');
  });

  it('with older applications are moved on where they are there, and told where they are gone', () => {
    const { found, left } = drill('applications put back');
    expect(kinds(found)).toContain('APPLICATION_BEHIND');
    expect(kinds(left)).not.toContain('APPLICATION_BEHIND');
  });

  it('report each kind with what it means and what is left', () => {
    const [title = '', ...lines] = reportOf(drill('register put back'));
    expect(title).toMatch(/\d+ items restored, \d+ differences, \d+ left for a person$/);
    expect(lines.join('\n')).toMatch(
      /LICENCE_MISSING \(0 repaired, \d+ left\)[\s\S]*Cannot be derived/,
    );
  });
});

describe('every item of a whole run', () => {
  it('is of a kind whose retention is written down', () => {
    const patterns = TABLES.flatMap((table) => RETENTION[table].map(({ key }) => key)).map(
      (key) => {
        const [pk = '', sk = ''] = key.split(' · ').map((it) => it.replaceAll('…', '.+'));
        return new RegExp(`^${pk} · ${sk}$`);
      },
    );
    const items = exported('later').map(({ pk, sk }) => `${pk} · ${sk}`);
    expect(items.length).toBeGreaterThan(1500);
    expect(items.filter((it) => !patterns.some((pattern) => pattern.test(it)))).toEqual([]);
  });
});
