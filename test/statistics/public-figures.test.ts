import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measured } from '#functions/application/measured.ts';
import { reviewQualityOn } from '#functions/registrar/review-quality.ts';
import { wilsonInterval } from '#functions/statistics/interval.ts';
import {
  consistsOf,
  daysOf,
  periodsOf,
  weekOf,
  weeksUntil,
} from '#functions/statistics/periods.ts';
import { weekTold } from '#functions/statistics/public-figures.ts';
import { mergedTallies, type Tally, tallyOf } from '#functions/statistics/tally.ts';

const AT = '2026-11-24T02:00:10.000Z';
const measured = (change: Partial<Measured> = {}): Measured => ({
  registrar: '440115',
  bundle: 'B01',
  lane: 'SINGLE',
  source: 'SELF',
  takenInAt: '2026-11-24T02:00:00.000Z',
  submittedAt: '2026-11-24T02:00:00.000Z',
  verdict: 'APPROVE',
  ...change,
});
const many = (count: number, change: Partial<Measured> = {}): Tally =>
  mergedTallies(Array.from({ length: count }, () => tallyOf(measured(change), AT)));
const told = (...tallies: Tally[]) => weekTold('2026-W48', tallies, false);

describe('the figures of a week', () => {
  it('are shares of what was decided, and times within their precision', () => {
    const { all, bundles } = told(
      many(70),
      many(20, { verdict: 'RETURN' }),
      many(10, { verdict: 'REFER', lane: 'BATCH' }),
    );
    expect(all).toMatchObject({ decided: 100, automatic: 0.7, returned: 0.2, referred: 0.1 });
    expect(all?.times.map(({ lane, by, count }) => [lane, by, count])).toEqual([
      ['BATCH', 'MACHINE', 10],
      ['SINGLE', 'MACHINE', 90],
    ]);
    for (const { p50, p99 } of all?.times ?? []) {
      expect(Math.abs(p50 - 10) / 10).toBeLessThanOrEqual(0.055);
      expect(p99).toBe(p50);
    }
    expect(bundles).toEqual([{ bundles: ['B01'], ...all }]);
  });

  it('count an approval that was lost in the race by what it became', () => {
    const { all } = told(many(20), many(1, { verdict: 'RETURN', round: 2 }));
    expect(all).toMatchObject({ decided: 20, automatic: 0.95, returned: 0.05 });
  });

  it('tell what officials decided otherwise, of what the machine had proposed', () => {
    const decided = (outcome: 'REGISTER' | 'RETURN' | 'REFUSE' | 'HAND_OVER', hit?: string) =>
      tallyOf(
        measured({ verdict: 'REFER', outcome, effectiveAt: AT, ...(hit && { hits: [hit] }) }),
        AT,
      );
    const cases = [
      ...Array.from({ length: 9 }, () => decided('REFUSE', 'OG-05@1 PROPOSE_REFUSAL')),
      decided('RETURN', 'OG-05@1 PROPOSE_REFUSAL'),
      decided('REGISTER', 'NM-07@1 REFER'),
      decided('HAND_OVER', 'OG-05@1 PROPOSE_REFUSAL'),
    ];
    expect(told(many(20), ...cases).all).toMatchObject({ byPersons: 12, overridden: 0.1 });
    expect(told(many(20), ...cases.slice(1)).all).not.toHaveProperty('overridden');
  });

  it('tell of ranks in the queue only what many have', () => {
    const { all } = told(many(30, { rank: 'FAVOURED' }), many(3, { rank: 'CLASS_D' }));
    expect(all?.ranks).toEqual({ FAVOURED: 30 });
  });

  it('say nothing of a week of nine, and of a running week only the whole', () => {
    expect(told(many(9))).toEqual({
      week: '2026-W48',
      from: '2026-11-23',
      to: '2026-11-29',
      bundles: [],
    });
    const running = weekTold('2026-W48', [many(10)], true);
    expect(running).toMatchObject({ running: true, all: { decided: 10 }, bundles: [] });
  });

  it('never show fewer than ten, nor let them follow from the rest', () => {
    const counts = fc.array(fc.nat(25), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(counts, (numbers) => {
        const tallies = numbers.map((count, nth) => many(count, { bundle: `B0${nth}` }));
        const { all, bundles } = told(...tallies);
        const sum = numbers.reduce((one, other) => one + other, 0);
        expect(all?.decided).toBe(sum < 10 ? undefined : sum);
        for (const { decided } of bundles) expect(decided).toBeGreaterThanOrEqual(10);
        const shown = bundles.reduce((total, { decided }) => total + decided, 0);
        expect(shown).toBe(sum < 10 ? 0 : sum);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a period', () => {
  const moment = fc
    .integer({ min: Date.parse('2025-04-28'), max: Date.parse('2035-01-01') })
    .map((at) => new Date(at).toISOString());

  it('lies in the periods above it, and in no other of its level', () => {
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        const [mine, others] = [periodsOf(one), periodsOf(other)];
        for (const above of [1, 2, 3] as const) {
          const { from, to, level } = consistsOf(mine[above]);
          const below = above === 1 ? 0 : above === 2 ? 1 : 2;
          const isIn = (name: string) => from <= name && name <= `${to}~`;
          expect(level).toBe(mine[below].level);
          expect(isIn(mine[below].name)).toBe(true);
          const same = mine[above].name === others[above].name;
          expect(isIn(others[below].name)).toBe(same);
        }
      }),
    );
  });

  it.each([
    ['2026-11-22T15:59:59.999Z', '2026-W47'],
    ['2026-11-22T16:00:00.000Z', '2026-W48'],
    ['2026-12-31T16:00:00.000Z', '2026-W53'],
    ['2027-01-03T16:00:00.000Z', '2027-W01'],
    ['2024-12-30T00:00:00.000Z', '2025-W01'],
  ])('%s falls in week %s, by the legal date', (at, week) => {
    expect(weekOf(at)).toBe(week);
  });

  it('of a week is seven days from Monday, and goes back over a new year', () => {
    expect(daysOf('2026-W48')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(daysOf('2026-W53')).toEqual({ from: '2026-12-28', to: '2027-01-03' });
    expect(weeksUntil(Date.parse('2027-01-06T00:00:00.000Z'), 3)).toEqual([
      '2027-W01',
      '2026-W53',
      '2026-W52',
    ]);
  });
});

describe('the policy of review quality', () => {
  const policy = reviewQualityOn('2026-11-24');

  it('asks for no more cases than full agreement with them reaches its target', () => {
    for (const { share, atLeast } of [policy.approvals, policy.rules])
      expect(wilsonInterval(atLeast, atLeast).lower).toBeGreaterThanOrEqual(share);
  });

  it('is of a day, and none goes before the first', () => {
    expect(() => reviewQualityOn('2025-04-27')).toThrow(RangeError);
  });
});
