/** Numbers that look random and are the same for the same seed. */
export interface Seeded {
  /** an integer from `from` up to and including `to` */
  readonly between: (from: number, to: number) => number;
  readonly shuffled: <T>(list: readonly T[]) => T[];
}

/** Mulberry32: 32 bits of state are plenty for a sample, and nothing secret hangs on it. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const shuffled = <T>(list: readonly T[]) =>
    list
      .map((it) => ({ it, place: next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ it }) => it);
  return { between, shuffled };
}
