import { describe, expect, it } from 'vitest';
import { legalDateOf, yearsLater } from '#functions/shared/days.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { steady } from '#openapi/steady.ts';

const DAY = 86_400_000;
/** 2026-11-23, noon in Guangzhou */
const FIRST = Date.parse('2026-11-23T04:00:00.000Z');

const said = (body: object): Exchange => ({
  example: 'one',
  operation: 'readPublished',
  request: {},
  answer: { status: 200, body: JSON.parse(JSON.stringify(body)) },
});

/** What journeys say whose days are counted from the day of the run. */
const ranOn = (moment: number): Exchange[] => {
  const in_ = (days: number) => legalDateOf(moment + days * DAY);
  return [
    said({ from: in_(2), digest: String(moment % 10).repeat(64), kind: 'LIMITS' }),
    said({ entries: [{ from: in_(0), until: in_(365) }, { until: in_(0) }] }),
    said({ validUntil: yearsLater(in_(0), 2), on: in_(0) }),
    said({ weeks: [{ week: '2031-W02', from: in_(-3), to: in_(3) }] }),
  ];
};

describe('the exchanges of a run', () => {
  it('are written the same on every day, over a leap year, and where midnight falls before their end', () => {
    const first = steady(ranOn(FIRST), FIRST);
    for (let day = 1; day < 900; day += 1) {
      const moment = FIRST + day * DAY;
      expect(steady(ranOn(moment), moment), legalDateOf(moment)).toEqual(first);
    }
    const late = Date.parse('2026-11-24T15:59:59.000Z');
    expect(steady(ranOn(late), late + 2000)).toEqual(first);
  });

  it('keep the days and digests that no run counted', () => {
    const fixed = [said({ from: '2026-11-01', until: '2099-12-31', digest: 'ab'.repeat(32) })];
    expect(steady(fixed, FIRST)).toEqual(fixed);
  });
});
