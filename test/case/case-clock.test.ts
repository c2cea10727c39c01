import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseClock, RELEASED_CLOCK, secondsUntil } from '#functions/case/case-clock.ts';
import { calendarOn } from '#functions/published/calendar-in-force.ts';
import { endOfLegalDate, legalDateOf } from '#functions/shared/days.ts';
import { HOLIDAYS_KNOWN_UNTIL, workingDaysLater } from '#functions/shared/working-days.ts';
import { anEdition } from '#test/builders/an-edition.ts';

const { deadlineOf, extendedFrom, nextEscalation } = RELEASED_CLOCK;

describe('the statutory clock', () => {
  it('runs by holidays that officials have published, from the day on which these count', () => {
    const holidays = [
      { name: '元旦', from: '2027-01-01', until: '2027-01-03' },
      { name: '春节', from: '2027-02-05', until: '2027-02-11' },
    ];
    const edition = anEdition(
      { kind: 'CALENDAR', calendar: { year: 2027, holidays, makeUpDays: [] } },
      { from: '2026-12-31' },
    );
    const clock = caseClock((day) => calendarOn([edition], day));
    expect(clock.deadlineOf('2027-02-03T04:00:00.000Z')).toEqual({
      due: '2027-02-15T16:00:00.000Z',
    });
    expect(clock.deadlineOf('2026-12-31T04:00:00.000Z').provisional).toBeUndefined();
    expect(clock.deadlineOf('2026-12-30T04:00:00.000Z')).toEqual(
      deadlineOf('2026-12-30T04:00:00.000Z'),
    );
    expect(deadlineOf('2026-12-30T04:00:00.000Z').provisional).toBe(true);
  });

  it.each([
    ['on a Monday', '2026-11-23T04:00:00.000Z', '2026-11-26T16:00:00.000Z'],
    ['on a Friday', '2026-11-27T04:00:00.000Z', '2026-12-02T16:00:00.000Z'],
    [
      'late on Monday in UTC, which is Tuesday in Guangzhou',
      '2026-11-23T16:00:00.000Z',
      '2026-11-27T16:00:00.000Z',
    ],
    ['before the national holiday', '2026-09-30T04:00:00.000Z', '2026-10-10T16:00:00.000Z'],
    ['during the national holiday', '2026-10-03T04:00:00.000Z', '2026-10-10T16:00:00.000Z'],
    [
      'before the spring festival and its make-up day',
      '2026-02-13T04:00:00.000Z',
      '2026-02-25T16:00:00.000Z',
    ],
  ])('of an attempt submitted %s runs to the end of the third working day', (_, sent, due) => {
    expect(deadlineOf(sent)).toEqual({ due });
  });

  it.each([
    ['a second after it ran out', '2026-11-26T16:00:01.000Z', '2026-11-27T16:00:00.000Z'],
    ['in the evening of a working day', '2026-11-27T12:00:00.000Z', '2026-11-27T16:00:00.000Z'],
    ['as a Friday ends', '2026-11-27T16:00:00.000Z', '2026-11-30T16:00:00.000Z'],
    ['as the national holiday begins', '2026-09-30T16:00:00.000Z', '2026-10-08T16:00:00.000Z'],
  ])('is told higher again, %s, at the end of the working day that comes', (_, now, next) => {
    expect(nextEscalation(now)).toEqual({ due: next });
  });

  it('counts weekends and New Year’s Day where the holidays are not published yet', () => {
    const { due, provisional } = deadlineOf('2026-12-30T04:00:00.000Z');
    expect({ due, provisional }).toEqual({ due: '2027-01-05T16:00:00.000Z', provisional: true });
    expect(legalDateOf(due) > HOLIDAYS_KNOWN_UNTIL).toBe(true);
  });

  it.each([
    ['over a weekend', '2026-11-26T16:00:00.000Z', '2026-12-01T16:00:00.000Z'],
    ['over the national holiday', '2026-09-30T16:00:00.000Z', '2026-10-10T16:00:00.000Z'],
  ])('extended %s ends three working days after the end that it had', (_, due, extended) => {
    expect(extendedFrom(due)).toEqual({ due: extended });
  });

  it('extended is six working days from the receipt, whatever holidays lie between', () => {
    const moment = fc.date({
      min: new Date('2026-01-01T00:00:00.000Z'),
      max: new Date('2026-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, (at) => {
        const { due } = extendedFrom(deadlineOf(at.toISOString()).due);
        const six = workingDaysLater(legalDateOf(at.getTime()), 6).date;
        expect(due).toBe(new Date(endOfLegalDate(six)).toISOString());
      }),
    );
  });

  it('is never less than a second for a machine that waits', () => {
    const now = Date.parse('2026-11-26T16:00:00.000Z');
    expect(secondsUntil('2026-11-26T16:00:10.000Z', now)).toBe(10);
    expect(secondsUntil('2026-11-26T16:00:10.001Z', now)).toBe(11);
    expect(secondsUntil('2026-11-26T16:00:00.000Z', now)).toBe(1);
    expect(secondsUntil('2026-11-20T16:00:00.000Z', now)).toBe(1);
  });
});
