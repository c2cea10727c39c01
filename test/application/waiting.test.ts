import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lapsesAt, nextLook, remindersDue } from '#functions/application/waiting.ts';

const since = '2026-11-23T04:00:00.000Z';
const daysOn = (days: number) => new Date(Date.parse(since) + days * 86_400_000).toISOString();
const signing = (reminders?: number, updatedAt = daysOn(2)) =>
  ({ state: 'SIGNING', updatedAt, signingSince: since, reminders }) as const;

describe('what waits for signatures', () => {
  it.each([
    [undefined, 'REMIND', 3],
    [1, 'REMIND', 7],
    [2, 'LAPSE', 30],
    [9, 'LAPSE', 30],
  ] as const)('after %s reminders: %s on day %i, whatever came meanwhile', (sent, act, day) => {
    expect(nextLook(signing(sent))).toEqual({ act, at: daysOn(day) });
    expect(lapsesAt(signing(sent))).toBe(daysOn(30));
  });

  it('counts from its last change where an older record does not say since when it waits', () => {
    expect(nextLook({ state: 'SIGNING', updatedAt: since })).toEqual({
      act: 'REMIND',
      at: daysOn(3),
    });
  });

  it('is reminded once for all that an outage missed', () => {
    expect([2, 3, 6, 7, 40].map((day) => remindersDue(signing(), daysOn(day)))).toEqual([
      0, 1, 1, 2, 2,
    ]);
  });

  it('has one clock that only goes forward, and ends by lapsing', () => {
    fc.assert(
      fc.property(fc.nat(5), (reminders) => {
        const [now, next] = [nextLook(signing(reminders)), nextLook(signing(reminders + 1))];
        return now !== undefined && next !== undefined && now.at <= next.at;
      }),
    );
  });
});

describe('what nobody goes on with', () => {
  it('lapses 90 days after a draft’s last edit, 30 after a return', () => {
    expect(nextLook({ state: 'DRAFT', updatedAt: since })).toEqual({
      act: 'LAPSE',
      at: daysOn(90),
    });
    expect(nextLook({ state: 'RETURNED', updatedAt: since })).toEqual({
      act: 'LAPSE',
      at: daysOn(30),
    });
  });

  it.each(['SUBMITTED', 'REFERRED', 'REGISTERED', 'WITHDRAWN', 'LAPSED'] as const)(
    'has no such clock while it is %s',
    (state) => {
      expect(nextLook({ state, updatedAt: since })).toBeUndefined();
      expect(lapsesAt({ state, updatedAt: since })).toBeUndefined();
    },
  );
});
