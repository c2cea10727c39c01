import * as z from 'zod';
import type { Measured } from '../application/measured.ts';
import { Histogram, measuredTime } from './histogram.ts';

const Counts = z.record(z.string(), z.int());

/** What one bundle and lane came to. All of it are sums, so that two are merged by adding. */
const Cell = z.object({
  /**
   * APPROVE, RETURN, REFER: verdicts of the machine; LOST: approvals of these that were undone in the
   * race; PERSON: decisions of officials, of which PROPOSED went with or against a proposal of the
   * machine and OVERRIDDEN against it; SAMPLED: second readings, of which AGREED with the machine;
   * FAVOURED, CLASS_…: of the machine's decisions, those of that rank
   */
  counts: Counts,
  /** MACHINE: from submission to its decision; PERSON: to when an official's took effect */
  times: z.record(z.string(), Histogram),
});
export type Cell = z.infer<typeof Cell>;

/** How often persons agreed, `[agreed, of]`, with approvals as a whole and with each rule that was breached. */
const Agreement = z.record(z.string(), z.tuple([z.int(), z.int()]));
export type Agreement = z.infer<typeof Agreement>;

/** Decisions of one registrar in one period. */
export const Tally = z.object({ cells: z.record(z.string(), Cell), agreement: Agreement });
export type Tally = z.infer<typeof Tally>;

export const NOTHING: Tally = { cells: {}, agreement: {} };

/** In `agreement`: approvals, as second readings found them. */
export const APPROVALS = 'APPROVALS';

const cellName = ({ bundle, lane }: Pick<Measured, 'bundle' | 'lane'>): string =>
  `${bundle} ${lane}`;

/** One decision as a tally of its own. @param at when it was made or took effect */
export function tallyOf(measured: Measured, at: string): Tally {
  const { sample, outcome } = measured;
  const agreement = agreementOf(measured);
  const cell = (counts: Cell['counts'], by?: string): Tally => ({
    cells: {
      [cellName(measured)]: {
        counts,
        times: by ? { [by]: measuredTime(Date.parse(at) - Date.parse(measured.submittedAt)) } : {},
      },
    },
    agreement,
  });
  if (sample) return cell({ SAMPLED: 1, ...(outcome === 'REGISTER' && { AGREED: 1 }) });
  if (outcome === undefined) {
    const { verdict = 'REFER', round = 1, rank } = measured;
    return cell(
      { [verdict]: 1, ...(round > 1 && { LOST: 1 }), ...(rank && { [rank]: 1 }) },
      'MACHINE',
    );
  }
  const proposal = outcome === 'HAND_OVER' ? undefined : proposalOf(measured);
  return cell(
    {
      PERSON: 1,
      ...(proposal && { PROPOSED: 1 }),
      ...(proposal && proposal !== outcome && { OVERRIDDEN: 1 }),
    },
    'PERSON',
  );
}

/** What the machine would have done, as far as it said so; a mere referral proposes nothing. */
function proposalOf({ verdict, hits = [] }: Measured): Measured['outcome'] {
  if (verdict === 'APPROVE') return 'REGISTER';
  const has = (consequence: string) => hits.some((hit) => hit.endsWith(` ${consequence}`));
  if (has('PROPOSE_REFUSAL')) return 'REFUSE';
  return has('RETURN') ? 'RETURN' : undefined;
}

/**
 * A second reading agrees where the person would have registered too. A rule that was breached is
 * agreed with where he did not register: which of several faults moved him, nobody says. A hand-over
 * judges no rule, and a warning wants no judgement.
 */
function agreementOf({ sample, outcome, hits = [] }: Measured): Agreement {
  if (outcome === undefined) return {};
  if (sample) return { [APPROVALS]: [outcome === 'REGISTER' ? 1 : 0, 1] };
  if (outcome === 'HAND_OVER') return {};
  const agreed = outcome === 'REGISTER' ? 0 : 1;
  const judged = hits.filter((hit) => !hit.endsWith(' WARN'));
  return Object.fromEntries(judged.map((hit): [string, [number, number]] => [hit, [agreed, 1]]));
}

/** Two tallies together. */
export const merged = (a: Tally, b: Tally): Tally => ({
  cells: joined(a.cells, b.cells, mergedCells),
  agreement: mergedAgreement(a.agreement, b.agreement),
});

export const mergedTallies = (tallies: Iterable<Tally>): Tally =>
  [...tallies].reduce(merged, NOTHING);

export const mergedAgreement = (a: Agreement, b: Agreement): Agreement =>
  joined(a, b, ([agreed, of], [more, ofMore]) => [agreed + more, of + ofMore]);

export const mergedCells = (a: Cell, b: Cell): Cell => ({
  counts: joined(a.counts, b.counts, sum),
  times: joined(a.times, b.times, mergedTimes),
});

const sum = (a: number, b: number): number => a + b;
export const mergedTimes = (a: Histogram, b: Histogram): Histogram => joined(a, b, sum);

/** Both records, with what stands in both put together. */
function joined<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  together: (one: T, other: T) => T,
): Record<string, T> {
  const all = new Map(Object.entries(a));
  for (const [name, it] of Object.entries(b)) {
    const there = all.get(name);
    all.set(name, there === undefined ? it : together(there, it));
  }
  return Object.fromEntries(all);
}
