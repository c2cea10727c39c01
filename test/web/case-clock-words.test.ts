import { describe, expect, it } from 'vitest';
import { dueIn, lastDayOf, secondsUntil } from '#web/desk/clock.ts';

/** Moments in Guangzhou. */
const at = (text: string): number => Date.parse(`${text}:00+08:00`);
/** A clock that runs out when this day ends. */
const until = (day: string, escalations = 0) => ({
  due: new Date(at(`${day}T00:00`) + 86_400_000).toISOString(),
  escalations,
});

describe('a case’s clock', () => {
  it('ends with its last day in Guangzhou', () => {
    expect(lastDayOf(until('2026-11-25').due)).toBe('2026-11-25');
  });

  it.each([
    ['of a plain week', '2026-11-23T09:00', '2026-11-26', 3],
    ['over a weekend', '2026-11-20T09:00', '2026-11-24', 2],
    ['from a Saturday', '2026-11-21T09:00', '2026-11-23', 1],
    [
      'over the National Day, with the Saturday that is worked',
      '2026-09-30T09:00',
      '2026-10-10',
      3,
    ],
  ])('has working days left: %s', (_, now, day, workingDays) => {
    expect(dueIn(until(day), at(now))).toEqual({ tone: 'LATER', workingDays });
  });

  it('is due today until midnight in Guangzhou, whatever day it is elsewhere', () => {
    for (const now of ['2026-11-25T00:00', '2026-11-25T07:59', '2026-11-25T23:59'])
      expect(dueIn(until('2026-11-25'), at(now))).toEqual({ tone: 'TODAY' });
    expect(dueIn(until('2026-11-25'), at('2026-11-26T00:00'))).toEqual({ tone: 'OVERDUE' });
  });

  it('stays overdue when it was escalated and put off', () => {
    expect(dueIn(until('2026-11-27', 1), at('2026-11-25T09:00'))).toEqual({ tone: 'OVERDUE' });
  });
});

describe('seconds that are left', () => {
  it('are whole, the last one counts, and none is below zero', () => {
    expect([1, 999, 1000, 1001, 60_000, 0, -5].map((ms) => secondsUntil(ms, 0))).toEqual([
      1, 1, 1, 2, 60, 0, 0,
    ]);
  });
});
