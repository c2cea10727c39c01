/** Standard deviations of a two-sided interval of 95 %. */
const Z = 1.959964;

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** The 95 % interval of a share by Wilson's score (1927), which holds for few and for extreme shares; nothing known: 0 to 1. */
export function wilsonInterval(agreed: number, of: number): Interval {
  if (of === 0) return { lower: 0, upper: 1 };
  const share = agreed / of;
  const z2 = (Z * Z) / of;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = (Z * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of))) / (1 + z2);
  return { lower: Math.max(0, middle - half), upper: Math.min(1, middle + half) };
}
