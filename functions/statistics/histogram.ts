import * as z from 'zod';

/**
 * How often lengths of time were measured, by buckets that grow by a tenth each: sparse, and two are
 * merged by adding. Bucket `i` holds times above 1.1^(i-1) up to 1.1^i milliseconds; up to one millisecond is 0.
 */
export const Histogram = z.record(z.string().regex(/^\d+$/), z.int().min(1));
export type Histogram = z.infer<typeof Histogram>;

const GROWTH = 1.1;
const LOG_GROWTH = Math.log(GROWTH);

/** How far a time that is told lies from the one that was measured, at most: 5 %. */
export const PRECISION = 0.05;

const bucketOf = (ms: number): number =>
  ms <= 1 ? 0 : Math.ceil(Math.log(ms) / LOG_GROWTH - 1e-9);

/** What stands for all times of a bucket: as far from its lower end as from its upper one. */
const middleOf = (bucket: number): number =>
  bucket === 0 ? 1 : (2 * GROWTH ** bucket) / (GROWTH + 1);

/** @param ms from 0 up; a clock that went backwards counts as 0 */
export const measuredTime = (ms: number): Histogram => ({ [bucketOf(ms)]: 1 });

export const timesIn = (histogram: Histogram): number =>
  Object.values(histogram).reduce((all, count) => all + count, 0);

/**
 * The time that this share of all did not exceed (nearest rank), in milliseconds, within PRECISION
 * above one millisecond; undefined where nothing was measured.
 *
 * @param share above 0, up to 1
 */
export function percentile(histogram: Histogram, share: number): number | undefined {
  const buckets = Object.entries(histogram)
    .map(([bucket, count]) => [Number(bucket), count] as const)
    .sort(([a], [b]) => a - b);
  let left = Math.ceil(share * timesIn(histogram) - 1e-9);
  for (const [bucket, count] of buckets) {
    left -= count;
    if (left <= 0) return middleOf(bucket);
  }
  return undefined;
}
