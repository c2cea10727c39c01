import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '#functions/application/case.ts';
import { queueOrder } from '#functions/application/queue-order.ts';
import { RANKS, type Rank } from '#functions/registrar/favour-policy.ts';

type Queued = Pick<Case, 'due' | 'escalations' | 'favour' | 'openedAt'>;

const due = (day: number) => `2026-12-${String(day).padStart(2, '0')}T16:00:00.000Z`;
const aCase = (day: number, rank?: Rank, more: Partial<Queued> = {}): Queued => ({
  due: due(day),
  escalations: 0,
  openedAt: '2026-11-30T02:00:00.000Z',
  ...(rank && { favour: { rank, because: [] } }),
  ...more,
});
const sorted = (cases: readonly Queued[]) =>
  cases.toSorted((a, b) => (queueOrder(a) < queueOrder(b) ? -1 : 1));

describe('the order of a queue', () => {
  it('is that of the clocks, whoever is favoured', () => {
    const [soon, favoured] = [aCase(1), aCase(2, 'FAVOURED')];
    expect(sorted([favoured, soon])).toEqual([soon, favoured]);
  });

  it('puts the escalated first of those due the same day, then goes by rank, then as they came', () => {
    const escalated = aCase(1, 'CLASS_D', { escalations: 1 });
    const early = aCase(1, undefined, { openedAt: '2026-11-29T02:00:00.000Z' });
    const ranked = RANKS.map((rank) => aCase(1, rank));
    const [favoured, classA, ordinary, ...others] = ranked;
    expect(sorted([...ranked.toReversed(), early, escalated])).toEqual([
      escalated,
      favoured,
      classA,
      early,
      ordinary,
      ...others,
    ]);
  });

  it('holds an ordinary case that says nothing of favour as one of rank ORDINARY', () => {
    expect(queueOrder(aCase(1))).toBe(queueOrder(aCase(1, 'ORDINARY')));
  });
});

interface Coming {
  readonly came: number;
  readonly term: number;
  readonly rank: Rank;
}

/** Days on which each case is decided, by officials who decide so many a day and always the first in order. */
function decidedOn(
  comings: readonly Coming[],
  perDay: number,
  order: (it: Coming, at: number) => string,
): Map<Coming, number> {
  const done = new Map<Coming, number>();
  const waiting = comings.map((it, at) => ({ it, key: order(it, at) }));
  for (let day = 1; done.size < comings.length; day++) {
    const open = waiting.filter(({ it }) => it.came <= day && !done.has(it));
    open.sort((a, b) => (a.key < b.key ? -1 : 1));
    for (const { it } of open.slice(0, perDay)) done.set(it, day);
  }
  return done;
}

const key = (it: Coming, at: number, rank: Rank) =>
  queueOrder(
    aCase(it.came + it.term, rank, {
      openedAt: `2026-11-30T${String(at).padStart(2, '0')}:00:00.000Z`,
    }),
  );

describe('a favour', () => {
  const comings = fc.array(
    fc.record({
      came: fc.integer({ min: 1, max: 6 }),
      term: fc.integer({ min: 0, max: 3 }),
      rank: fc.constantFrom(...RANKS),
    }),
    { minLength: 1, maxLength: 20 },
  );

  it('makes no case late where none would be late without it, and never makes more of them late', () => {
    fc.assert(
      fc.property(comings, fc.integer({ min: 1, max: 4 }), (all, perDay) => {
        const late = (decided: Map<Coming, number>) =>
          [...decided].filter(([{ came, term }, day]) => day > came + term).length;
        const favoured = decidedOn(all, perDay, (it, at) => key(it, at, it.rank));
        const plain = decidedOn(all, perDay, (it, at) => key(it, at, 'ORDINARY'));
        expect(late(favoured)).toBe(late(plain));
      }),
      { numRuns: 500 },
    );
  });

  it('brings who has it no later than without, among equals that came the same day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 4 }),
        (others, perDay) => {
          const own: Coming = { came: 1, term: 3, rank: 'FAVOURED' };
          const all = [
            ...Array.from({ length: others }, (): Coming => ({ ...own, rank: 'ORDINARY' })),
            own,
          ];
          const first = decidedOn(all, perDay, (it, at) => key(it, at, it.rank)).get(own);
          expect(first).toBe(1);
        },
      ),
    );
  });
});
