import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HOLIDAYS_KNOWN_UNTIL,
  HolidayYear,
  workingDaysLater,
} from '#functions/shared/working-days.ts';

describe('three working days', () => {
  it.each([
    ['2026-11-23', '2026-11-26', 'in an ordinary week'],
    ['2026-11-26', '2026-12-01', 'over a weekend'],
    ['2026-09-30', '2026-10-10', 'over National Day, the make-up Saturday counting'],
    ['2026-09-24', '2026-09-30', 'over Mid-Autumn'],
    ['2026-02-13', '2026-02-25', 'over Spring Festival with both its edges'],
    ['2026-02-26', '2026-03-02', 'over the make-up Saturday after Spring Festival'],
    ['2025-12-31', '2026-01-06', 'over the new year with its make-up Sunday'],
    ['2025-01-25', '2025-02-05', 'from a Saturday'],
  ])('from %s end on %s: %s', (from, end) => {
    expect(workingDaysLater(from, 3)).toEqual({ date: end, provisional: false });
  });

  it('that go beyond the published holidays are provisional, 1 January still free', () => {
    expect(HOLIDAYS_KNOWN_UNTIL).toBe('2026-12-31');
    expect(workingDaysLater('2026-12-28', 3)).toEqual({ date: '2026-12-31', provisional: false });
    expect(workingDaysLater('2026-12-29', 3)).toEqual({ date: '2027-01-04', provisional: true });
  });

  it('before the table are provisional', () => {
    expect(workingDaysLater('2024-12-30', 1)).toEqual({ date: '2024-12-31', provisional: true });
    expect(workingDaysLater('2024-12-31', 1)).toEqual({ date: '2025-01-02', provisional: false });
  });
});

it('no working day is the day itself, however far off', () => {
  expect(workingDaysLater('2030-01-01', 0)).toEqual({ date: '2030-01-01', provisional: false });
});

describe('the holidays of a year', () => {
  const year = {
    year: 2027,
    holidays: [{ name: '元旦', from: '2027-01-01', until: '2027-01-03' }],
    makeUpDays: ['2027-01-09'],
  };

  it('are days with their names, and days to make up for them', () => {
    expect(HolidayYear.parse(year)).toEqual(year);
    expect(HolidayYear.parse({ ...year, year: 2100 })).toHaveProperty('year', 2100);
  });

  it.each([
    { year: 2024 },
    { year: 2101 },
    { makeUpDays: ['2027-02-30'] },
    { holidays: [{ name: '', from: '2027-01-01', until: '2027-01-03' }] },
    { holidays: [{ name: '元'.repeat(41), from: '2027-01-01', until: '2027-01-03' }] },
    { holidays: [{ from: '2027-01-01', until: '2027-01-03' }] },
    { more: 1 },
  ])('are none with %j', (change) => {
    expect(HolidayYear.safeParse({ ...year, ...change }).success).toBe(false);
  });
});

it('a term of n days is n terms of one day', () => {
  const start = fc
    .date({ min: new Date('2025-01-01'), max: new Date('2027-06-30'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(start, fc.nat(15), (date, n) => {
      let day = date;
      for (let i = 0; i < n; i += 1) day = workingDaysLater(day, 1).date;
      expect(workingDaysLater(date, n).date).toBe(day);
    }),
  );
});

it.each([-1, 1.5])('%d is no number of working days', (n) => {
  expect(() => workingDaysLater('2026-11-23', n)).toThrow(RangeError);
});
