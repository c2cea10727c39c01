import { RANKS, type Rank } from '../registrar/favour-policy.ts';
import { reviewQualityOn } from '../registrar/review-quality.ts';
import { type Histogram, percentile, timesIn } from './histogram.ts';
import { daysOf } from './periods.ts';
import { type Cell, mergedCells, mergedTallies, mergedTimes, type Tally } from './tally.ts';

/** What is told of some decisions; shares from 0 to 1, of what stands beside them. */
export interface Figures {
  /** attempts that the machine decided, each once */
  readonly decided: number;
  /** of these: approved by the machine alone, returned by it, referred to a person */
  readonly automatic: number;
  readonly returned: number;
  readonly referred: number;
  /** cases that officials decided, and in which of those with a proposal of the machine's they decided otherwise */
  readonly byPersons: number;
  readonly overridden?: number;
  /** second readings of approvals, and how many agreed */
  readonly secondReadings: number;
  readonly agreed?: number;
  readonly times: readonly Times[];
  /** how many stood in the queue before or behind others, for whitelist, referral or credit class */
  readonly ranks?: Readonly<Partial<Record<Rank, number>>>;
}

/** Seconds from submission to the decision of the machine, or to when an official's took effect. */
export interface Times {
  readonly lane: string;
  readonly by: string;
  readonly count: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
}

export interface WeekTold {
  readonly week: string;
  readonly from: string;
  readonly to: string;
  /** it is not over: told as a whole only, so that no single decision shows by what it changes */
  readonly running?: true;
  /** absent where too few were decided */
  readonly all?: Figures;
  /** by bundle; several together where one alone stands for too few */
  readonly bundles: readonly (Figures & { readonly bundles: readonly string[] })[];
}

/** By bundle and lane. */
type Cells = Tally['cells'];

/**
 * A week as anybody may read it. A row that stands for fewer decisions than the policy of the week
 * allows is told together with the next smallest ones, because a share of one is somebody's decision,
 * and one row alone left out would follow from the sum.
 */
export function weekTold(week: string, tallies: Iterable<Tally>, running: boolean): WeekTold {
  const { from, to } = daysOf(week);
  const { fewest } = reviewQualityOn(from);
  const { cells } = mergedTallies(tallies);
  const all = told(Object.entries(cells), fewest);
  const period = { week, from, to, ...(running && { running }) } as const;
  if (all.decided < fewest) return { ...period, bundles: [] };
  const ranks = ranksIn(Object.values(cells), fewest);
  return {
    ...period,
    all: { ...all, ...(Object.keys(ranks).length > 0 && { ranks }) },
    bundles: running ? [] : rows(cells, fewest),
  };
}

function rows(cells: Cells, fewest: number): WeekTold['bundles'] {
  const byBundle = Map.groupBy(Object.entries(cells), ([name]) => name.split(' ')[0] ?? '');
  const ascending = [...byBundle]
    .map(([bundle, of]) => ({ bundles: [bundle], of, decided: told(of, fewest).decided }))
    .toSorted((a, b) => a.decided - b.decided || (String(a.bundles) < String(b.bundles) ? -1 : 1));
  const pooled = { bundles: [] as string[], of: [] as [string, Cell][], decided: 0 };
  const alone: typeof ascending = [];
  for (const row of ascending) {
    const isFew = row.decided < fewest || (pooled.bundles.length > 0 && pooled.decided < fewest);
    if (!isFew) {
      alone.push(row);
      continue;
    }
    pooled.bundles.push(...row.bundles);
    pooled.of.push(...row.of);
    pooled.decided += row.decided;
  }
  return [...alone.toReversed(), ...(pooled.decided >= fewest ? [pooled] : [])].map(
    ({ bundles, of }) => ({ bundles: bundles.toSorted(), ...told(of, fewest) }),
  );
}

function told(cells: readonly (readonly [string, Cell])[], fewest: number): Figures {
  const { counts } = cells.map(([, cell]) => cell).reduce(mergedCells, { counts: {}, times: {} });
  const of = (name: string): number => counts[name] ?? 0;
  // an approval that was lost in the race was decided anew
  const approved = of('APPROVE') - of('LOST');
  const decided = approved + of('RETURN') + of('REFER');
  const proposed = of('PROPOSED');
  const sampled = of('SAMPLED');
  return {
    decided,
    automatic: share(approved, decided),
    returned: share(of('RETURN'), decided),
    referred: share(of('REFER'), decided),
    byPersons: of('PERSON'),
    ...(proposed >= fewest && { overridden: share(of('OVERRIDDEN'), proposed) }),
    secondReadings: sampled,
    ...(sampled >= fewest && { agreed: share(of('AGREED'), sampled) }),
    times: timesTold(cells, fewest),
  };
}

function timesTold(cells: readonly (readonly [string, Cell])[], fewest: number): Times[] {
  const found = new Map<string, Histogram>();
  for (const [name, { times }] of cells) {
    const lane = name.split(' ')[1] ?? '';
    for (const [by, histogram] of Object.entries(times)) {
      const key = `${lane} ${by}`;
      found.set(key, mergedTimes(found.get(key) ?? {}, histogram));
    }
  }
  return [...found]
    .filter(([, histogram]) => timesIn(histogram) >= fewest)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, histogram]) => {
      const [lane = '', by = ''] = key.split(' ');
      const seconds = (of: number) => rounded((percentile(histogram, of) ?? 0) / 1000);
      const count = timesIn(histogram);
      return { lane, by, count, p50: seconds(0.5), p90: seconds(0.9), p99: seconds(0.99) };
    });
}

const ranksIn = (cells: readonly Cell[], fewest: number): Partial<Record<Rank, number>> =>
  Object.fromEntries(
    RANKS.map(
      (rank) => [rank, cells.reduce((all, { counts }) => all + (counts[rank] ?? 0), 0)] as const,
    ).filter(([, count]) => count >= fewest),
  );

const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;

/** To three significant digits: the buckets know no more. */
const rounded = (seconds: number): number => Number(seconds.toPrecision(3));
