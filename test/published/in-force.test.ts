import { describe, expect, it } from 'vitest';
import { bundlesOf } from '#functions/published/bundles-in-force.ts';
import { calendarOn } from '#functions/published/calendar-in-force.ts';
import type { Edition } from '#functions/published/edition.ts';
import { limitsPublished, stopWordsOn, switchedOff } from '#functions/published/in-force.ts';
import { bundleInForce } from '#functions/scope/catalogue.ts';
import { workingDaysLater } from '#functions/shared/working-days.ts';
import { aBundle, anEdition, someFigures } from '#test/builders/an-edition.ts';

const limits = (businessesOfOneHead: number, change: Partial<Edition> = {}) =>
  anEdition({ kind: 'LIMITS', figures: someFigures({ businessesOfOneHead }) }, change);

describe('limits', () => {
  const heads = (editions: readonly Edition[], division = '440115', on = '2026-11-24') =>
    limitsPublished(editions, division, on)?.figures.businessesOfOneHead;

  it('count from their day on, until the next edition begins', () => {
    const editions = [limits(7, { from: '2026-12-01' }), limits(6)];
    expect(
      ['2026-11-23', '2026-11-24', '2026-11-30', '2026-12-01'].map((day) =>
        heads(editions, '440115', day),
      ),
    ).toEqual([undefined, 6, 6, 7]);
  });

  it('of a registrar’s own go before those for all, however old', () => {
    const editions = [limits(7, { registrar: '440115' }), limits(6, { from: '2026-12-01' })];
    expect(heads(editions, '440115', '2026-12-02')).toBe(7);
    expect(heads(editions, '440106', '2026-12-02')).toBe(6);
    expect(heads(editions, '440106')).toBeUndefined();
  });

  it.each(['PROPOSED', 'WITHDRAWN'] as const)('that are %s count never', (state) => {
    expect(heads([limits(7, { state })])).toBeUndefined();
  });
});

describe('bundles', () => {
  const published = (bundle: object, from = '2026-11-24') =>
    anEdition({ kind: 'BUNDLE', bundle: aBundle(bundle) }, { from });

  it('that are new are found from their day on', () => {
    const bundleOn = bundlesOf([published({})]);
    expect(bundleOn('B90', '2026-11-23')).toBeUndefined();
    expect(bundleOn('B90', '2026-11-24')).toMatchObject({ name: '示例打包', from: '2026-11-24' });
  });

  it('go before the one of the release, and leave the others as they are', () => {
    const bundleOn = bundlesOf([published({ id: 'B01' })]);
    expect(bundleOn('B01', '2026-11-23')).toEqual(bundleInForce('B01', '2026-11-23'));
    expect(bundleOn('B01', '2026-11-24')?.version).toBe('2026-12');
    expect(bundleOn('B02', '2026-11-24')).toEqual(bundleInForce('B02', '2026-11-24'));
  });

  it('that were ended are in force no more', () => {
    const end = anEdition({ kind: 'BUNDLE', bundle: { id: 'B01', ended: true } });
    expect(bundlesOf([end])('B01', '2026-11-24')).toBeUndefined();
    const again = published({ id: 'B01' }, '2026-12-01');
    expect(bundlesOf([end, again])('B01', '2026-12-01')?.version).toBe('2026-12');
  });
});

describe('stop words', () => {
  const list = (word: string, change: Partial<Edition> = {}) =>
    anEdition({ kind: 'STOP_LIST', words: [{ word, ground: 'PUBLIC_INTEREST' }] }, change);
  const words = (editions: readonly Edition[], division: string) =>
    stopWordsOn(editions, division, '2026-11-24').flatMap(({ content }) =>
      content.words.map(({ word }) => word),
    );

  it('of a registrar are added to those for all', () => {
    const editions = [list('甲甲'), list('乙乙', { registrar: '440115' })];
    expect(words(editions, '440115')).toEqual(['甲甲', '乙乙']);
    expect(words(editions, '440106')).toEqual(['甲甲']);
  });

  it('are replaced as a whole by the next list', () => {
    expect(words([list('甲甲', { from: '2026-11-01' }), list('丙丙')], '440106')).toEqual(['丙丙']);
  });
});

describe('switches', () => {
  const rule = (on: boolean, hour: number, change: Partial<Edition> = {}) =>
    anEdition(
      { kind: 'SWITCHES', of: { rule: 'BA-05' }, on },
      { confirmedAt: `2026-11-23T0${hour}:00:00.000Z`, ...change },
    );

  it('stand as they were switched last', () => {
    expect(switchedOff([rule(false, 1)], '440115').rules).toEqual(['BA-05']);
    expect(switchedOff([rule(true, 2), rule(false, 1)], '440115').rules).toEqual([]);
    expect(switchedOff([rule(true, 2), rule(false, 1), rule(false, 3)], '440115').rules).toEqual([
      'BA-05',
    ]);
  });

  it('of one registrar leave the others alone, and do not lift what is off for all', () => {
    const own = rule(false, 1, { registrar: '440115' });
    expect(switchedOff([own], '440115').rules).toEqual(['BA-05']);
    expect(switchedOff([own], '440106').rules).toEqual([]);
    const lifted = rule(true, 2, { registrar: '440115' });
    expect(switchedOff([rule(false, 1), own, lifted], '440115').rules).toEqual(['BA-05']);
  });

  it('are not turned on by a proposal', () => {
    const proposal = rule(true, 2, { state: 'PROPOSED', confirmedAt: undefined });
    expect(switchedOff([rule(false, 1), proposal], '440115').rules).toEqual(['BA-05']);
  });

  it('of lanes stand beside those of rules', () => {
    const lane = anEdition({ kind: 'SWITCHES', of: { lane: 'BATCH' }, on: false });
    expect(switchedOff([lane, rule(false, 1)], '440115')).toEqual({
      rules: ['BA-05'],
      lanes: ['BATCH'],
    });
  });
});

describe('the calendar', () => {
  const year2027 = anEdition({
    kind: 'CALENDAR',
    calendar: {
      year: 2027,
      holidays: [
        { name: '元旦', from: '2027-01-01', until: '2027-01-03' },
        { name: '春节', from: '2027-02-05', until: '2027-02-11' },
      ],
      makeUpDays: ['2027-02-14'],
    },
  });

  it('of a published year prolongs what is known', () => {
    const known = calendarOn([year2027], '2026-11-24');
    expect(known.knownUntil).toBe('2027-12-31');
    expect(workingDaysLater('2027-02-04', 1, known)).toEqual({
      date: '2027-02-12',
      provisional: false,
    });
    expect(workingDaysLater('2027-02-12', 1, known).date).toBe('2027-02-14');
    expect(workingDaysLater('2026-09-30', 1, known).date).toBe('2026-10-08');
  });

  it('counts on the days from its first on only', () => {
    const before = calendarOn([year2027], '2026-11-23');
    expect(workingDaysLater('2027-02-04', 1, before)).toEqual({
      date: '2027-02-05',
      provisional: true,
    });
  });

  it('of a year replaces that year alone', () => {
    const moved = anEdition({
      kind: 'CALENDAR',
      calendar: {
        year: 2026,
        holidays: [{ name: '元旦', from: '2026-01-01', until: '2026-01-01' }],
        makeUpDays: [],
      },
    });
    const known = calendarOn([moved], '2026-11-24');
    expect(workingDaysLater('2026-09-30', 1, known).date).toBe('2026-10-01');
    expect(workingDaysLater('2025-09-30', 1, known).date).toBe('2025-10-09');
    expect(known.knownUntil).toBe('2026-12-31');
  });

  it('has no gap: a year that does not follow prolongs nothing', () => {
    const { content } = year2027;
    if (content.kind !== 'CALENDAR') throw new TypeError('not a calendar');
    const later = { ...content.calendar, year: 2029 };
    const gap = anEdition({ kind: 'CALENDAR', calendar: later });
    expect(calendarOn([gap], '2026-11-24').knownUntil).toBe('2026-12-31');
  });
});
