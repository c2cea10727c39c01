import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, percentile, rounded } from './statistics.ts';

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 50 });

describe('a percentile', () => {
  it('is the nearest rank', () => {
    const list = [50, 15, 40, 20, 35];
    expect([0.05, 0.3, 0.4, 0.5, 1].map((share) => percentile(list, share))).toEqual([
      15, 20, 20, 35, 50,
    ]);
  });

  it('is one of the values, and enough of them do not exceed it', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const value = percentile(list, share);
        expect(list).toContain(value);
        expect(list.filter((it) => it <= value).length).toBeGreaterThanOrEqual(share * list.length);
      }),
    );
  });

  it('of nothing is none', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

it('figures have three digits', () => {
  expect([0.0123456, 1.0049, 98_765, 0].map(rounded)).toEqual([0.0123, 1, 98_800, 0]);
});
