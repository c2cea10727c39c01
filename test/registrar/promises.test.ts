import { describe, expect, it } from 'vitest';
import { PROMISE_RELEASES, promisesInForce, promisesTaken } from '#functions/registrar/promises.ts';
import { daysLater } from '#local/sample/invention.ts';

describe('the texts of promises', () => {
  it('follow one another without a gap or an overlap', () => {
    for (const [index, { until }] of PROMISE_RELEASES.entries()) {
      const next = PROMISE_RELEASES[index + 1];
      expect(next?.from).toBe(until && daysLater(until, 1));
    }
    expect(new Set(PROMISE_RELEASES.map((it) => it.version)).size).toBe(PROMISE_RELEASES.length);
  });

  it.each(PROMISE_RELEASES)('of $version are one for each promise of the form', ({ texts }) => {
    expect(texts.map(({ pointer }) => pointer)).toEqual([
      '/promises/address',
      '/promises/noPremisesBoundActivity',
      '/promises/similarName',
      '/beneficialOwners/exemptionPromise',
    ]);
    for (const { zh, en } of texts) expect([zh.length > 10, en.length > 10]).toEqual([true, true]);
  });

  it('are shown by the day', () => {
    expect(promisesInForce('2026-04-30')?.version).toBe('2024-04');
    expect(promisesInForce('2026-05-01')?.version).toBe('2026-05');
    expect(promisesInForce('2021-12-31')).toBeUndefined();
  });
});

describe('a promise', () => {
  it.each([
    ['2026-05', '2026-05-01', true],
    ['2026-05', '2026-04-30', false],
    ['2024-04', '2026-04-30', true],
    ['2024-04', '2026-05-30', true],
    ['2024-04', '2026-05-31', false],
    ['1999', '2026-11-23', false],
  ])('by the text of %s counts in what is submitted on %s: %s', (version, on, taken) => {
    expect(promisesTaken(version, on)).toBe(taken);
  });
});
