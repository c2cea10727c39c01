/**
 * The smallest value that at least this share of the values does not exceed (nearest rank).
 *
 * @param share from 0 to 1
 * @throws {RangeError} for no values
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('a percentile of no values');
  return value;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Three significant digits: more would claim what a shared machine cannot tell. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
