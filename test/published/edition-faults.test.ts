import { describe, expect, it } from 'vitest';
import type { Content, Edition, Proposal } from '#functions/published/edition.ts';
import { editionFaults } from '#functions/published/edition-faults.ts';
import { BUNDLES } from '#functions/scope/catalogue.ts';
import { aBundle, anEdition, someFigures } from '#test/builders/an-edition.ts';

/** 10 o’clock in Guangzhou. */
const NOW = Date.parse('2026-11-23T02:00:00.000Z');
const RULES = new Set(['BA-05']);

const faults = (
  content: Content,
  change: Partial<Proposal> = {},
  { editions = [], now = NOW }: { editions?: readonly Edition[]; now?: number } = {},
) =>
  editionFaults(
    { content, ...(content.kind !== 'SWITCHES' && { from: '2026-11-24' }), reason: 'x', ...change },
    { editions, rules: RULES, now },
  ).map(({ pointer, detail }) => `${pointer} ${detail}`);

const limits: Content = { kind: 'LIMITS', figures: someFigures() };
const bundle = (change: object = {}): Content => ({ kind: 'BUNDLE', bundle: aBundle(change) });
const holidays = (
  change: Partial<Extract<Content, { kind: 'CALENDAR' }>['calendar']> = {},
): Content => ({
  kind: 'CALENDAR',
  calendar: {
    year: 2027,
    holidays: [{ name: '元旦', from: '2026-12-31', until: '2027-01-02' }],
    makeUpDays: ['2026-12-26'],
    ...change,
  },
});
const off: Content = { kind: 'SWITCHES', of: { rule: 'BA-05' }, on: false };
const on: Content = { ...off, on: true };

describe('an edition', () => {
  it.each([
    ['limits', limits],
    ['a bundle', bundle()],
    ['the end of a bundle', { kind: 'BUNDLE', bundle: { id: 'B01', ended: true } }],
    ['a year of holidays', holidays()],
    ['a stop list', { kind: 'STOP_LIST', words: [{ word: '甲甲', ground: 'STATE_SECURITY' }] }],
    ['a switch', off],
    ['a switch of a lane', { kind: 'SWITCHES', of: { lane: 'BATCH' }, on: false }],
  ] satisfies [string, Content][])('of %s that is in order has no fault', (_, content) => {
    expect(faults(content)).toEqual([]);
  });

  it.each([
    ['in the past', '2026-11-22'],
    ['today', '2026-11-23'],
  ])('may not begin %s', (_, from) => {
    expect(faults(limits, { from })).toEqual(['/from BEGINS_TOO_SOON']);
  });

  it('is closed a minute before midnight, so that every process knows it when it begins', () => {
    const at = (time: string) => faults(limits, {}, { now: Date.parse(time) });
    expect(at('2026-11-23T15:59:00.000Z')).toEqual([]);
    expect(at('2026-11-23T15:59:00.001Z')).toEqual(['/from BEGINS_TOO_SOON']);
  });

  it('says when it begins', () => {
    expect(faults(limits, { from: undefined })).toEqual(['/from MISSING']);
  });

  it('may not begin on the day on which another of the same item does', () => {
    const other = anEdition(limits);
    expect(faults(limits, {}, { editions: [other] })).toEqual(['/from OVERLAPS']);
    expect(faults(limits, {}, { editions: [{ ...other, state: 'PROPOSED' }] })).toEqual([
      '/from OVERLAPS',
    ]);
    expect(faults(limits, {}, { editions: [{ ...other, state: 'WITHDRAWN' }] })).toEqual([]);
    expect(faults(limits, { registrar: '440115' }, { editions: [other] })).toEqual([]);
    expect(faults(limits, { from: '2026-11-25' }, { editions: [other] })).toEqual([]);
  });

  it('is for a registrar that there is, where registrars differ at all', () => {
    expect(faults(limits, { registrar: '440199' })).toEqual(['/registrar UNKNOWN_REGISTRAR']);
    expect(faults(bundle(), { registrar: '440115' })).toEqual([
      '/registrar SAME_FOR_ALL_REGISTRARS',
    ]);
  });

  it('is told every fault at once', () => {
    expect(
      faults(bundle({ core: ['销售'], version: '2026-11', id: 'B01', types: [] }), {
        from: '2026-11-01',
        registrar: '440199',
      }),
    ).toEqual([
      '/registrar UNKNOWN_REGISTRAR',
      '/registrar SAME_FOR_ALL_REGISTRARS',
      '/from BEGINS_TOO_SOON',
      '/content/bundle/version VERSION_USED',
      '/content/bundle/types EMPTY',
      '/content/bundle/core/0 UNKNOWN_WORDING',
    ]);
  });
});

describe('a bundle', () => {
  it.each([
    [{ core: [] }, '/core EMPTY'],
    [{ core: ['国内贸易代理', '国内贸易代理'] }, '/core/0 TWICE + /core/1 TWICE'],
    [{ options: ['国内贸易代理'] }, '/core/0 TWICE + /options/0 TWICE'],
    [{ core: ['危险化学品经营'] }, '/core/0 NEEDS_A_PERMIT'],
    [{ options: ['危险化学品经营'] }, ''],
    [{ core: ['通信设备销售'] }, '/core/0 UNKNOWN_WORDING'],
    [{ types: ['LIMITED_COMPANY', 'LIMITED_COMPANY'] }, '/types TWICE'],
  ])('of %j is told %s', (change, told) => {
    expect(faults(bundle(change)).join(' + ').replaceAll('/content/bundle', '')).toBe(told);
  });

  it('takes one of two wordings that exclude each other', () => {
    const pair = ['食品销售（仅销售预包装食品）', '食品互联网销售（仅销售预包装食品）'];
    expect(faults(bundle({ core: pair }))).toEqual([]);
    expect(faults(bundle({ core: [...pair, '食品销售'] }))).toContainEqual(
      expect.stringContaining('NEEDS_A_PERMIT'),
    );
  });

  it('has a version that was never used', () => {
    const used = anEdition(bundle(), { from: '2026-11-30' });
    expect(faults(bundle(), {}, { editions: [used] })).toEqual([
      '/content/bundle/version VERSION_USED',
    ]);
  });

  it('can be ended where there is one', () => {
    const end = { kind: 'BUNDLE', bundle: { id: 'B90', ended: true } } as const;
    expect(faults(end)).toEqual(['/content/bundle/id UNKNOWN_BUNDLE']);
    const published = anEdition(bundle(), { from: '2026-11-01' });
    expect(faults(end, {}, { editions: [published] })).toEqual([]);
  });

  it('of the release would be in order under another version', () => {
    const told = BUNDLES.flatMap(({ from: _from, until: _until, ...it }) =>
      faults({ kind: 'BUNDLE', bundle: { ...it, version: 'next' } }),
    );
    expect(told).toEqual([]);
  });
});

describe('a year of holidays', () => {
  const eve = { name: '元旦', from: '2027-01-01', until: '2027-01-01' };
  it.each([
    [{ holidays: [] }, '/holidays WITHOUT_NEW_YEAR'],
    [
      { holidays: [eve, { name: '春节', from: '2027-02-11', until: '2027-02-05' }] },
      '/holidays/1/until BEFORE_IT_BEGINS',
    ],
    [
      { holidays: [eve, { name: '春节', from: '2028-02-05', until: '2028-02-11' }] },
      '/holidays/1/from OUTSIDE_THE_YEAR',
    ],
    [
      { holidays: [eve, { name: '元旦', from: '2026-12-31', until: '2027-01-01' }] },
      '/holidays/1/from OVERLAPS',
    ],
    [{ makeUpDays: ['2027-02-01'] }, '/makeUpDays/0 NO_WEEKEND'],
    [
      { holidays: [{ ...eve, until: '2027-01-03' }], makeUpDays: ['2027-01-02'] },
      '/makeUpDays/0 IS_A_HOLIDAY',
    ],
    [{ makeUpDays: ['2027-02-06', '2027-02-06'] }, '/makeUpDays/1 TWICE'],
    [{ makeUpDays: ['2026-02-07'] }, '/makeUpDays/0 OUTSIDE_THE_YEAR'],
  ])('of %j is told %s', (change, told) => {
    expect(faults(holidays(change))).toEqual([`/content/calendar${told}`]);
  });
});

describe('a stop list', () => {
  it('has each word once', () => {
    const words = ['甲甲', '甲甲'].map((word) => ({ word, ground: 'STATE_SECURITY' as const }));
    expect(faults({ kind: 'STOP_LIST', words })).toEqual(['/content/words/1/word TWICE']);
  });
});

describe('a switch', () => {
  const wasOff = anEdition(off);
  it('is of a rule in force', () => {
    expect(faults({ ...off, of: { rule: 'XX-99' } })).toEqual(['/content/of/rule UNKNOWN_RULE']);
  });

  it('has no first day', () => {
    expect(faults(off, { from: '2026-12-01' })).toEqual(['/from TAKES_EFFECT_AT_ONCE']);
  });

  it('goes off where it is on, and on where it is off', () => {
    expect(faults(on)).toEqual(['/content/on NOT_OFF']);
    expect(faults(off, {}, { editions: [wasOff] })).toEqual(['/content/on OFF_ALREADY']);
    expect(faults(on, {}, { editions: [wasOff] })).toEqual([]);
    expect(faults(on, { registrar: '440115' }, { editions: [wasOff] })).toEqual([
      '/content/on NOT_OFF',
    ]);
  });

  it('is proposed once at a time', () => {
    const proposal = anEdition(on, { state: 'PROPOSED', confirmedAt: undefined });
    expect(faults(on, {}, { editions: [wasOff, proposal] })).toEqual([
      '/content/on PROPOSED_ALREADY',
    ]);
  });
});
