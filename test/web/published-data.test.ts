import { describe, expect, it } from 'vitest';
import { editionFaults } from '#functions/published/edition-faults.ts';
import { StatisticalFigures } from '#functions/registrar/statistical-figures.ts';
import { aBundle, anEdition, someFigures } from '#test/builders/an-edition.ts';
import type { Published } from '#web/supervision/data/an-edition.ts';
import { difference } from '#web/supervision/data/difference.ts';
import { drafted, draftOf, FIGURES } from '#web/supervision/data/draft.ts';
import { presentOf } from '#web/supervision/data/present.ts';
import { standingOf } from '#web/supervision/data/standing-of.ts';

const published: Published = {
  on: '2026-11-24',
  limits: { figures: someFigures() },
  calendar: {
    knownFrom: '2026-01-01',
    knownUntil: '2026-12-31',
    holidays: [
      { name: '元旦', from: '2025-12-31', until: '2026-01-02' },
      { name: '国庆节', from: '2026-10-01', until: '2026-10-07' },
    ],
    makeUpDays: ['2026-10-10'],
  },
  words: [
    { word: '禁词甲', ground: 'STATE_SECURITY' },
    { word: '禁词乙', ground: 'PUBLIC_INTEREST' },
  ],
  switchedOff: { rules: ['BA-08'], lanes: [] },
  rules: [],
};
const bundles = [{ ...aBundle(), from: '2022-03-01', until: '9999-12-31' }];
const limits = (change: object) => ({
  kind: 'LIMITS' as const,
  figures: someFigures(change),
});

describe('a draft of the next edition', () => {
  it.each([
    ['LIMITS', ''],
    ['STOP_LIST', ''],
    ['CALENDAR', '2026'],
    ['BUNDLE', 'B90'],
  ] as const)('of %s says at first what is said already', (kind, item) => {
    const present = presentOf(kind, item, published, bundles);
    const { content, faults } = drafted(draftOf(kind, item, present));
    expect(content).toEqual(present);
    expect(faults).toEqual([]);
    expect(difference(present, content)).toEqual([]);
  });

  it('asks for every figure that there is', () => {
    expect([...FIGURES].toSorted()).toEqual(Object.keys(StatisticalFigures.shape).toSorted());
  });

  it('tells what of it cannot be read, and keeps the rest', () => {
    const { content, faults } = drafted({
      kind: 'CALENDAR',
      year: 2027,
      holidays: ' 元旦 2027-01-01 2027-01-03 \n\n清明节 2027-04-05\n春节二月',
      makeUpDays: '2027-02-30\n2027-02-06',
    });
    expect(faults).toEqual([
      { pointer: '春节二月', detail: 'NOT_A_HOLIDAY' },
      { pointer: '2027-02-30', detail: 'NOT_A_DAY' },
    ]);
    expect(content).toEqual({
      kind: 'CALENDAR',
      calendar: {
        year: 2027,
        holidays: [
          { name: '元旦', from: '2027-01-01', until: '2027-01-03' },
          { name: '清明节', from: '2027-04-05', until: '2027-04-05' },
        ],
        makeUpDays: ['2027-02-06'],
      },
    });
  });

  it('of a figure that is no number is told at it', () => {
    const draft = draftOf('LIMITS', '', presentOf('LIMITS', '', published, []));
    if (draft.kind !== 'LIMITS') throw new TypeError('not of limits');
    const figures = { ...draft.figures, atOneAddress: '二十', newAtOneAddress: '' };
    expect(drafted({ ...draft, figures }).faults).toEqual([
      { pointer: '/content/figures/atOneAddress', detail: 'NOT_A_NUMBER' },
      { pointer: '/content/figures/newAtOneAddress', detail: 'NOT_A_NUMBER' },
    ]);
  });

  it('of a new bundle can be published', () => {
    const { content } = drafted({
      kind: 'BUNDLE',
      id: 'B91',
      version: ' 1 ',
      name: '示例打包',
      types: ['LIMITED_COMPANY', 'UNKNOWN'],
      ownPremises: false,
      core: '日用百货销售\n国内贸易代理\n',
      options: '',
      isEnded: false,
    });
    const proposal = { content, from: '2026-12-01', reason: '示例' };
    const now = Date.parse('2026-11-24T01:00:00.000Z');
    expect(editionFaults(proposal, { editions: [], rules: new Set(), now })).toEqual([]);
  });
});

describe('the difference of two editions', () => {
  it('is what is changed, new or gone', () => {
    const words = (...all: readonly [string, 'STATE_SECURITY' | 'PUBLIC_INTEREST'][]) => ({
      kind: 'STOP_LIST' as const,
      words: all.map(([word, ground]) => ({ word, ground })),
    });
    const was = words(
      ['甲', 'STATE_SECURITY'],
      ['乙', 'STATE_SECURITY'],
      ['丙', 'PUBLIC_INTEREST'],
    );
    const is = words(
      ['丁', 'PUBLIC_INTEREST'],
      ['乙', 'PUBLIC_INTEREST'],
      ['丙', 'PUBLIC_INTEREST'],
    );
    expect(difference(was, is)).toEqual([
      { group: 'word', key: '丁', after: 'PUBLIC_INTEREST' },
      { group: 'word', key: '乙', before: 'STATE_SECURITY', after: 'PUBLIC_INTEREST' },
      { group: 'word', key: '甲', before: 'STATE_SECURITY' },
    ]);
  });

  it('of what did not exist is all that is said', () => {
    const bundle = { kind: 'BUNDLE' as const, bundle: aBundle() };
    expect(difference(undefined, bundle).map(({ key }) => key)).toEqual([
      'name',
      'version',
      'LIMITED_COMPANY',
      'ownPremises',
      '国内贸易代理',
      '日用百货销售',
    ]);
  });

  it('of a figure tells both', () => {
    expect(difference(limits({}), limits({ atOneAddress: 25 }))).toEqual([
      { group: 'figure', key: 'atOneAddress', before: '20', after: '25' },
    ]);
  });

  it('of a switch tells which way', () => {
    const off = { kind: 'SWITCHES' as const, of: { rule: 'BA-08' }, on: true };
    expect(difference(presentOf('SWITCHES', 'BA-08', published, []), off)).toEqual([
      { group: 'switch', key: 'BA-08', before: 'OFF', after: 'ON' },
    ]);
  });
});

describe('how an edition stands', () => {
  const first = anEdition(limits({}), { from: '2026-11-01' });
  const second = anEdition(limits({}), { from: '2026-11-24' });
  const later = anEdition(limits({}), { from: '2026-12-01' });
  const own = anEdition(limits({}), { from: '2026-11-20', registrar: '440115' });
  const open = anEdition(limits({}), { from: '2026-11-23', state: 'PROPOSED' });
  const gone = anEdition(limits({}), { from: '2026-11-23', state: 'WITHDRAWN' });
  const all = [first, second, later, own, open, gone];

  it.each([
    ['COUNTS', second],
    ['REPLACED', first],
    ['COMING', later],
    ['COUNTS', own],
    ['PROPOSED', open],
    ['WITHDRAWN', gone],
  ])('is %s', (standing, edition) => {
    expect(standingOf(edition, all, '2026-11-24')).toBe(standing);
  });

  it('goes by the moment of confirmation for a switch', () => {
    const of = { rule: 'BA-08' };
    const off = anEdition({ kind: 'SWITCHES', of, on: false });
    const on = anEdition(
      { kind: 'SWITCHES', of, on: true },
      { confirmedAt: '2026-11-23T03:00:00.000Z' },
    );
    expect(standingOf(off, [off, on], '2026-11-24')).toBe('REPLACED');
    expect(standingOf(on, [off, on], '2026-11-24')).toBe('COUNTS');
  });
});
