import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Instant, LegalDate } from '#functions/shared/calendar.ts';
import { endOfLegalDate, legalDateOf, monthsLater, yearsLater } from '#functions/shared/days.ts';

const moment = fc.integer({
  min: Date.parse('1990-01-01T00:00:00.000Z'),
  max: Date.parse('2090-01-01T00:00:00.000Z'),
});
const date = moment.map(legalDateOf);

it.each(['2026-11-23T16:00:00Z', '2026-11-23T16:00:00.0000Z', '2026-11-23'])(
  '%s is no moment: milliseconds are part of it',
  (text) => {
    expect(Instant.safeParse(text).success).toBe(false);
    expect(Instant.safeParse('2026-11-23T16:00:00.000Z').success).toBe(true);
  },
);

describe('a legal date', () => {
  it.each([
    ['2026-11-23T15:59:59.999Z', '2026-11-23'],
    ['2026-11-23T16:00:00.000Z', '2026-11-24'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
  ])('turns at midnight in Shanghai: %s is %s', (at, legal) => {
    expect(legalDateOf(at)).toBe(legal);
    expect(legalDateOf(Date.parse(at))).toBe(legal);
  });

  it('ends at the first moment of the next one', () => {
    expect(endOfLegalDate('2026-11-23')).toBe(Date.parse('2026-11-23T16:00:00.000Z'));
    fc.assert(
      fc.property(moment, (at) => {
        const end = endOfLegalDate(legalDateOf(at));
        expect(at).toBeLessThan(end);
        expect(at).toBeGreaterThanOrEqual(end - 86_400_000);
        expect(legalDateOf(end - 1)).toBe(legalDateOf(at));
        expect(legalDateOf(end)).not.toBe(legalDateOf(at));
      }),
    );
  });
});

describe('a term', () => {
  it.each([
    ['2026-11-23', 5, '2031-11-23'],
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2024-02-29', -1, '2023-02-28'],
  ])('of years from %s by %i ends on %s', (from, years, end) => {
    expect(yearsLater(from, years)).toBe(end);
  });

  it.each([
    ['2026-11-23', 2, '2027-01-23'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-01-15', -1, '2025-12-15'],
    ['0999-12-31', 2, '1000-02-28'],
    ['0998-10-01', 1, '0998-11-01'],
  ])('of months from %s by %i ends on %s', (from, months, end) => {
    expect(monthsLater(from, months)).toBe(end);
  });

  it('of years ends on the same day of the same month, and on 28 February where there is no 29th', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -30, max: 30 }), (from, years) => {
        const same = `${Number(from.slice(0, 4)) + years}${from.slice(4)}`;
        const end = LegalDate.safeParse(same).success ? same : same.replace('29', '28');
        expect(yearsLater(from, years)).toBe(end);
      }),
    );
  });

  it('ends on the same day of the month, or on the last one where that month is shorter', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 60 }), (from, months) => {
        const end = monthsLater(from, months);
        const [day, endDay] = [from, end].map((it) => Number(it.slice(8)));
        const next = new Date(Date.parse(`${end}T00:00:00Z`) + 86_400_000);
        expect(endDay === day || (Number(endDay) < Number(day) && next.getUTCDate() === 1)).toBe(
          true,
        );
      }),
    );
  });
});
