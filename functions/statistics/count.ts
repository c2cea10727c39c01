import type { Decided } from './decided.ts';
import { consistsOf, type Level, type Period, periodsOf } from './periods.ts';
import { merged, NOTHING, type Tally, tallyOf } from './tally.ts';

/** Decisions counted by slice and registrar, while they are read. */
export interface Counting {
  add(decided: Decided): void;
  /** every slice that has any */
  readonly slices: ReadonlyMap<string, Counted>;
}

interface Counted {
  /** slice, hour, day and week */
  readonly periods: readonly [Period, Period, Period, Period];
  readonly registrars: Map<string, Tally>;
}

export function counting(): Counting {
  const slices = new Map<string, Counted>();
  return {
    slices,
    add({ at, measured }) {
      const periods = periodsOf(at);
      const slice = slices.get(periods[0].name) ?? { periods, registrars: new Map() };
      slices.set(periods[0].name, slice);
      const { registrar } = measured;
      const before = slice.registrars.get(registrar) ?? NOTHING;
      slice.registrars.set(registrar, merged(before, tallyOf(measured, at)));
    },
  };
}

export interface KeepPorts {
  tallies(
    week: string,
    level: Level,
    from?: string,
    to?: string,
  ): Promise<ReadonlyMap<string, Tally>>;
  keep(period: Period, registrar: string, tally: Tally, asOf: string): Promise<void>;
}

/**
 * Keeps what was counted: each slice as it was counted now, and then its hour, day and week, each made
 * anew of all that it consists of. Nothing is added to what is kept, so that counting twice counts once.
 */
export async function keepCounted(ports: KeepPorts, { slices }: Counting, asOf: string) {
  for (const { periods, registrars } of slices.values()) {
    for (const [registrar, tally] of registrars)
      await ports.keep(periods[0], registrar, tally, asOf);
  }
  for (const nth of [1, 2, 3] as const) {
    const touched = new Map<string, { period: Period; registrars: Set<string> }>();
    for (const { periods, registrars } of slices.values()) {
      const period = periods[nth];
      const there = touched.get(period.name) ?? { period, registrars: new Set() };
      touched.set(period.name, there);
      for (const registrar of registrars.keys()) there.registrars.add(registrar);
    }
    for (const { period, registrars } of touched.values()) {
      const { level, from, to } = consistsOf(period);
      const parts = await ports.tallies(period.week, level, from, to);
      for (const registrar of registrars)
        await ports.keep(period, registrar, parts.get(registrar) ?? NOTHING, asOf);
    }
  }
}
