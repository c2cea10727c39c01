import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Card,
  type CardAnswer,
  conflictsOn,
  holdingOf,
  lapse,
  type NameCard,
  occupy,
  release,
  reserve,
} from '#functions/name/name-card.ts';

const NOW = '2026-11-23T04:00:00.000Z';
const UNTIL = '2027-01-23T15:59:59.999Z';
const AFTER = '2027-02-01T00:00:00.000Z';
const one = 'ap_01KANNNNNNNNNNNNNNNNNNNNN1';
const two = 'ap_01KANNNNNNNNNNNNNNNNNNNNN2';
const uscc = '91440115MAX0000153';

const cardOf = (answer: CardAnswer): NameCard => {
  if ('conflicts' in answer) throw new Error('the name is held');
  return answer.card;
};
const wish = (applicationId: string, industry = 'F52', now = NOW, until = UNTIL) => ({
  applicationId,
  industry,
  now,
  until,
});
const reserved = cardOf(reserve(undefined, wish(one)));
const live = cardOf(occupy(reserved, { ...wish(one), uscc }));

describe('a reservation', () => {
  it('makes the first version of a card', () => {
    expect(reserved).toEqual({
      version: 1,
      holdings: { F52: { kind: 'RESERVED', holder: one, until: UNTIL } },
    });
  });

  it('stands against others in its industry until it lapses', () => {
    expect(reserve(reserved, wish(two))).toEqual({
      conflicts: [{ industry: 'F52', kind: 'RESERVED' }],
    });
    expect(reserve(reserved, wish(two, 'F52', UNTIL, AFTER))).toEqual({
      card: { version: 2, holdings: { F52: { kind: 'RESERVED', holder: two, until: AFTER } } },
    });
  });

  it('stands beside one in another industry', () => {
    expect(cardOf(reserve(reserved, wish(two, 'I65'))).holdings).toHaveProperty('I65');
  });

  it('is not extended when asked for again', () => {
    expect(cardOf(reserve(reserved, wish(one, 'F52', '2026-12-01T00:00:00.000Z', AFTER)))).toBe(
      reserved,
    );
  });

  it('moves to another industry with its first end', () => {
    expect(cardOf(reserve(reserved, wish(one, 'I65', NOW, AFTER)))).toEqual({
      version: 2,
      holdings: { I65: { kind: 'RESERVED', holder: one, until: UNTIL } },
    });
  });

  it('that has lapsed is dropped by the next write', () => {
    expect(
      cardOf(reserve(reserved, wish(two, 'I65', AFTER, '2027-04-01T00:00:00.000Z'))).holdings,
    ).toEqual({
      I65: { kind: 'RESERVED', holder: two, until: '2027-04-01T00:00:00.000Z' },
    });
  });

  it('is given back by its own application only', () => {
    expect(release(reserved, one)).toEqual({ version: 2, holdings: {} });
    expect(release(reserved, two)).toBe(reserved);
  });
});

describe('a name without industry', () => {
  it('is refused where any industry is held, and refuses every industry', () => {
    const whole = cardOf(reserve(undefined, wish(one, '*')));
    expect(conflictsOn(reserved, { industry: '*', holder: two, now: NOW })).toHaveLength(1);
    expect(conflictsOn(whole, { industry: 'I65', holder: two, now: NOW })).toEqual([
      { industry: '*', kind: 'RESERVED' },
    ]);
  });
});

describe('a registered name', () => {
  it('replaces the reservation and never lapses', () => {
    expect(live).toEqual({ version: 2, holdings: { F52: { kind: 'LIVE', holder: uscc } } });
    expect(reserve(live, wish(two, 'F52', '2099-01-01T00:00:00.000Z'))).toEqual({
      conflicts: [{ industry: 'F52', kind: 'LIVE', holder: uscc }],
    });
  });

  it('is occupied once, however often it is asked for', () => {
    expect(cardOf(occupy(live, { ...wish(one), uscc }))).toBe(live);
  });

  it('is taken without a reservation where it is free, and not where another holds it', () => {
    expect(cardOf(occupy(undefined, { ...wish(two), uscc }))).toEqual({ ...live, version: 1 });
    expect(occupy(reserved, { ...wish(two), uscc })).toEqual({
      conflicts: [{ industry: 'F52', kind: 'RESERVED' }],
    });
  });

  it('is occupied in another industry beside the first', () => {
    expect(cardOf(occupy(live, { ...wish(one, 'I65'), uscc })).holdings).toEqual({
      F52: { kind: 'LIVE', holder: uscc },
      I65: { kind: 'LIVE', holder: uscc },
    });
  });

  it('is told with who holds it, and no end', () => {
    expect(conflictsOn(live, { industry: 'F52', holder: two, now: NOW })).toStrictEqual([
      { industry: 'F52', kind: 'LIVE', holder: uscc },
    ]);
  });

  it('stays when its application gives reservations back', () => {
    expect(release(live, one)).toBe(live);
    expect(release(live, uscc)).toBe(live);
  });

  it('does not stand against its own holder', () => {
    expect(conflictsOn(live, { industry: '*', holder: uscc, now: NOW })).toEqual([]);
  });
});

describe('the name of a business that is no more', () => {
  const former = lapse(live, uscc, UNTIL);

  it('stands against others until its moment, and says from when it is free', () => {
    expect(conflictsOn(former, { industry: 'F52', holder: two, now: NOW })).toEqual([
      { industry: 'F52', kind: 'LIVE', holder: uscc, until: UNTIL },
    ]);
    const before = new Date(Date.parse(UNTIL) - 1).toISOString();
    expect(conflictsOn(former, { industry: 'F52', holder: two, now: before })).toHaveLength(1);
    expect(conflictsOn(former, { industry: 'F52', holder: two, now: UNTIL })).toEqual([]);
  });

  it('is another’s after it, and not only by what stands on the card', () => {
    const other = '91440115MAX000023X';
    expect(cardOf(occupy(former, { ...wish(two, 'F52', AFTER), uscc: other })).holdings).toEqual({
      F52: { kind: 'LIVE', holder: other },
    });
  });

  it('is the same card for a business that has none', () => {
    expect(lapse(live, 'another', UNTIL)).toBe(live);
    expect(lapse(reserved, one, UNTIL)).toBe(reserved);
  });
});

describe('who is linked to the holder', () => {
  const linked = [uscc];
  const beside = cardOf(reserve(live, { ...wish(two), linked }));

  it('shares the industry with him, and with nobody else', () => {
    expect(beside.holdings).toEqual({
      F52: { kind: 'LIVE', holder: uscc },
      [`F52/${two}`]: { kind: 'RESERVED', holder: two, until: UNTIL },
    });
    expect(reserve(live, wish(two))).toHaveProperty('conflicts');
    expect(conflictsOn(beside, { industry: 'F52', holder: 'three', now: NOW })).toHaveLength(2);
  });

  it('keeps one place for himself, through registration', () => {
    expect(cardOf(reserve(beside, { ...wish(two), linked }))).toBe(beside);
    const code = '91440115MAX000023X';
    const both = cardOf(occupy(beside, { ...wish(two), uscc: code, linked }));
    expect(both.holdings).toEqual({
      F52: { kind: 'LIVE', holder: uscc },
      [`F52/${code}`]: { kind: 'LIVE', holder: code },
    });
    expect(cardOf(occupy(both, { ...wish(two), uscc: code, linked }))).toBe(both);
    expect(holdingOf(both, 'F52', code)).toEqual({ kind: 'LIVE', holder: code });
    expect(holdingOf(both, 'I65', code)).toBeUndefined();
    expect(holdingOf(undefined, 'F52', code)).toBeUndefined();
  });

  it('goes on where the other is no more', () => {
    expect(lapse(beside, uscc, UNTIL).holdings).toEqual({
      F52: { kind: 'LIVE', holder: uscc, until: UNTIL },
      [`F52/${two}`]: { kind: 'RESERVED', holder: two, until: UNTIL },
    });
  });

  it('gives back what he has beside him', () => {
    expect(release(beside, two).holdings).toEqual(live.holdings);
  });

  it('stands against a third in his industry, and in none', () => {
    expect(conflictsOn(beside, { industry: '*', holder: 'three', now: NOW })).toHaveLength(2);
    expect(conflictsOn(beside, { industry: 'I65', holder: 'three', now: NOW })).toEqual([]);
  });
});

describe('a reservation where an approval comes first', () => {
  it('is lengthened to its later end, and never shortened', () => {
    const longer = cardOf(reserve(reserved, { ...wish(one, 'F52', NOW, AFTER), lengthen: true }));
    expect(longer.holdings.F52?.until).toBe(AFTER);
    expect(cardOf(reserve(longer, { ...wish(one), lengthen: true }))).toBe(longer);
    expect(cardOf(reserve(longer, wish(one)))).toBe(longer);
  });
});

it('tells conflicts in one order, however a card comes from the database', () => {
  const holdings = {
    I65: { kind: 'LIVE', holder: uscc },
    F52: { kind: 'LIVE', holder: uscc },
  } as const;
  const industries = (its: NameCard['holdings']) =>
    conflictsOn({ version: 1, holdings: its }, { industry: '*', holder: one, now: NOW }).map(
      ({ industry }) => industry,
    );
  expect(industries(holdings)).toEqual(['F52', 'I65']);
  expect(industries({ F52: holdings.F52, I65: holdings.I65 })).toEqual(['F52', 'I65']);
});

describe('a card as it is kept', () => {
  it('is what was written', () => {
    expect(Card.parse(reserved)).toEqual(reserved);
    expect(Card.parse(live)).toEqual(live);
  });

  it.each([
    { version: 1.5 },
    { version: undefined },
    { holdings: undefined },
    { holdings: { F52: { kind: 'LOST', holder: one } } },
    { holdings: { F52: { kind: 'LIVE' } } },
    { holdings: { F52: { kind: 'LIVE', holder: uscc, until: 1 } } },
  ])('is none with %j', (change) => {
    expect(Card.safeParse({ ...live, ...change }).success).toBe(false);
  });
});

it('is free where there is no card', () => {
  expect(conflictsOn(undefined, { industry: '*', holder: one, now: NOW })).toEqual([]);
});

describe('any sequence of writes', () => {
  const at = (hour: number): string => new Date(Date.parse(NOW) + hour * 3_600_000).toISOString();
  const step = fc.record({
    act: fc.constantFrom('reserve', 'reserve', 'occupy', 'release'),
    app: fc.constantFrom('A', 'B', 'C'),
    industry: fc.constantFrom('F52', 'I65', '*'),
    pause: fc.nat(3),
    term: fc.integer({ min: 1, max: 8 }),
  });

  const write = (
    card: NameCard | undefined,
    it: typeof step extends fc.Arbitrary<infer T> ? T : never,
    hour: number,
  ) => {
    const asked = {
      applicationId: it.app,
      industry: it.industry,
      now: at(hour),
      until: at(hour + it.term),
    };
    if (it.act === 'release') return card && { card: release(card, it.app) };
    return it.act === 'reserve'
      ? reserve(card, asked)
      : occupy(card, { ...asked, uscc: `9${it.app}` });
  };

  it('never leaves two holders in conflict, loses no registered name, and counts each change', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let card: NameCard | undefined;
        let hour = 0;
        for (const it of steps) {
          hour += it.pause;
          const answer = write(card, it, hour);
          if (!answer || 'conflicts' in answer) continue;
          const before = card;
          card = answer.card;

          expect(card.version).toBe(card === before ? before.version : (before?.version ?? 0) + 1);
          const alive = Object.entries(card.holdings).filter(
            ([, held]) => held.until === undefined || held.until > at(hour),
          );
          for (const [industry, { holder }] of alive) {
            const against = alive.filter(
              ([other, held]) =>
                held.holder !== holder && (other === industry || other === '*' || industry === '*'),
            );
            expect(against).toEqual([]);
          }
          for (const [industry, held] of Object.entries(before?.holdings ?? {})) {
            if (held.kind === 'LIVE') expect(card.holdings[industry]).toEqual(held);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reserves when and only when nothing conflicts', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), step, (steps, last) => {
        let card: NameCard | undefined;
        for (const it of steps) {
          const answer = write(card, it, 0);
          if (answer && 'card' in answer) card = answer.card;
        }
        const free =
          conflictsOn(card, { industry: last.industry, holder: last.app, now: at(0) }).length === 0;
        expect('card' in (write(card, { ...last, act: 'reserve' }, 0) ?? {})).toBe(free);
      }),
    );
  });
});
