import { describe, expect, it } from 'vitest';
import type { Case } from '#functions/application/case.ts';
import { inTurn, type QueuedCase, queueCounts } from '#functions/case/queue.ts';

/** Noon of a Monday in Guangzhou. */
const NOW = Date.parse('2026-11-23T04:00:00.000Z');
const TODAY = '2026-11-23T16:00:00.000Z';
const LATER = '2026-11-26T16:00:00.000Z';
const heldBy = (holder: string, leaseUntil = '2026-11-23T04:10:00.000Z') => ({
  holder,
  leaseUntil,
});

const queued = (change: Partial<QueuedCase> = {}): QueuedCase => ({
  task: { applicationId: 'ap_01KARZ3QB0ZZZZZZZZZZZZZZZZ', attempt: 1 },
  due: LATER,
  escalations: 0,
  order: LATER,
  ...change,
});

describe('the counts of a queue', () => {
  it('tell what waits, who holds, and what is due', () => {
    const cases = [
      queued(),
      queued({ due: TODAY, ...heldBy('official-1') }),
      queued({ due: TODAY, ...heldBy('official-2') }),
      queued({ ...heldBy('official-1', '2026-11-23T03:59:59.000Z') }),
      queued({ due: '2026-11-22T16:00:00.000Z' }),
      queued({ due: TODAY, escalations: 1 }),
    ];
    expect(queueCounts(cases, 'official-1', NOW)).toEqual({
      waiting: 4,
      held: 2,
      mine: 1,
      dueToday: 2,
      overdue: 2,
    });
  });

  it('are nothing of an empty one', () => {
    const none = { waiting: 0, held: 0, mine: 0, dueToday: 0, overdue: 0 };
    expect(queueCounts([], 'official-1', NOW)).toEqual(none);
  });
});

const aCase = (nth: number, change: Partial<Case> = {}): Case => ({
  schemaVersion: 1,
  id: `ca_01KARZ3QB0ZZZZZZZZZZZZZZZZ-${nth}`,
  state: 'OPEN',
  version: 1,
  registrar: '440115',
  reason: 'REVIEW',
  openedAt: '2026-11-23T03:00:00.000Z',
  openedBy: 'execution-1',
  due: LATER,
  escalations: 0,
  ...change,
});
const favoured = (officer: string) =>
  ({
    favour: { rank: 'FAVOURED', because: [], officer },
  }) as const;
const turns = (...cases: readonly Case[]) =>
  inTurn(cases, 'official-1', NOW).map(({ id }) => Number(id.split('-')[1]));

describe('whose turn it is', () => {
  it('is as the queue has it, but of those due together his favoured ones come first', () => {
    expect(turns(aCase(1), aCase(2), aCase(3, favoured('official-1')))).toEqual([3, 1, 2]);
    expect(turns(aCase(1), aCase(2, favoured('official-2')))).toEqual([1, 2]);
  });

  it('never puts a favour before the clock', () => {
    const sooner = aCase(1, { due: TODAY });
    expect(turns(sooner, aCase(2, favoured('official-1')))).toEqual([1, 2]);
    const late = aCase(1, { escalations: 1 });
    expect(turns(late, aCase(2, favoured('official-1')))).toEqual([1, 2]);
  });

  it('is of nothing that is held, decided, or waits for a second official', () => {
    const proposal = { outcome: 'REGISTER', reason: '理由', by: 'official-2', at: LATER } as const;
    expect(
      turns(aCase(1, heldBy('official-2')), aCase(2, { state: 'DECIDED' }), aCase(3, { proposal })),
    ).toEqual([]);
  });
});
