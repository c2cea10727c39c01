import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Histogram,
  measuredTime,
  PRECISION,
  percentile,
  timesIn,
} from '#functions/statistics/histogram.ts';
import { wilsonInterval } from '#functions/statistics/interval.ts';
import { mergedTimes } from '#functions/statistics/tally.ts';

const NOTHING: Histogram = {};
const histogramOf = (times: readonly number[]): Histogram =>
  times.map(measuredTime).reduce(mergedTimes, NOTHING);
/** Nearest rank over the times themselves. */
const exactly = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(share * times.length - 1e-9) - 1] ?? Number.NaN;

const TEN_YEARS = 10 * 365 * 86_400_000;
const times = fc.array(fc.double({ min: 0, max: TEN_YEARS, noNaN: true }), {
  minLength: 1,
  maxLength: 200,
});

describe('a histogram of times', () => {
  it('tells every percentile within its precision', () => {
    fc.assert(
      fc.property(times, fc.constantFrom(0.01, 0.5, 0.9, 0.99, 1), (all, share) => {
        const truth = Math.max(1, exactly(all, share));
        const told = percentile(histogramOf(all), share) ?? Number.NaN;
        expect(Math.abs(told - truth) / truth).toBeLessThanOrEqual(PRECISION + 1e-9);
      }),
    );
  });

  it('is the same however what it counts is divided and put together', () => {
    fc.assert(
      fc.property(times, times, times, (a, b, c) => {
        const [ha, hb, hc] = [a, b, c].map(histogramOf) as [Histogram, Histogram, Histogram];
        expect(mergedTimes(mergedTimes(ha, hb), hc)).toEqual(histogramOf([...c, ...a, ...b]));
        expect(mergedTimes(ha, mergedTimes(hc, hb))).toEqual(histogramOf([...a, ...b, ...c]));
        expect(timesIn(mergedTimes(ha, hb))).toBe(a.length + b.length);
      }),
    );
  });

  it('takes a clock that went backwards for no time at all, and knows nothing of nothing', () => {
    expect(percentile(measuredTime(-5), 0.5)).toBe(1);
    expect(percentile(NOTHING, 0.5)).toBeUndefined();
  });
});

describe('the interval of a share', () => {
  it.each([
    [400, 400, 0.9905, 1],
    [399, 400, 0.986, 0.9996],
    [20, 20, 0.8389, 1],
    [0, 10, 0, 0.2775],
    [50, 100, 0.4038, 0.5962],
  ])('of %i in %i is as Wilson has it', (agreed, of, lower, upper) => {
    const interval = wilsonInterval(agreed, of);
    expect(interval.lower).toBeCloseTo(lower, 3);
    expect(interval.upper).toBeCloseTo(upper, 3);
  });

  it('holds the share, and is everything where nothing is known', () => {
    expect(wilsonInterval(0, 0)).toEqual({ lower: 0, upper: 1 });
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (agreed, more) => {
        fc.pre(agreed + more > 0);
        const { lower, upper } = wilsonInterval(agreed, agreed + more);
        const share = agreed / (agreed + more);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower - 1e-12).toBeLessThanOrEqual(share);
        expect(upper + 1e-12).toBeGreaterThanOrEqual(share);
      }),
    );
  });
});
