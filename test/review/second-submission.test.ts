import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApplicationForm } from '#functions/application/form.ts';
import { review } from '#functions/review/review.ts';
import { reviewFacts } from '#test/builders/review-facts.ts';
import { anArbitraryForm } from './an-arbitrary-form.ts';
import { asLabel } from './corpus/a-reviewer.ts';
import { PLANTS } from './corpus/corpus.ts';
import { type Places, withPlaces } from './corpus/labelled.ts';
import { BASE_NAMES, BASES, makingOf } from './corpus/lawful-bases.ts';

const making = makingOf(11);

const told = (form: ApplicationForm, slips: readonly Places[]): readonly string[] =>
  review(reviewFacts({ form: withPlaces(form, Object.assign({}, ...slips)) })).findings.map(
    asLabel,
  );

/** One slip that can be made in a form, by the places that it puts something at. */
interface Slip {
  readonly plant: number;
  readonly places: Places;
  /** what is told of it alone */
  readonly told: readonly string[];
}

interface Lawful {
  readonly form: ApplicationForm;
  readonly slips: readonly Slip[];
}

const LAWFUL = BASE_NAMES.map((base): Lawful => {
  const form = BASES[base](making);
  const slips = PLANTS.flatMap(({ on, world, tells, set = {} }, plant) => {
    if (!on.includes(base) || world || tells.length === 0) return [];
    const places = typeof set === 'function' ? set(making, form) : set;
    return [{ plant, places, told: told(form, [places]) }];
  });
  return { form, slips };
});

const placeOf = (label: string): string => label.split(' ')[1] ?? '';
const within = (inner: string, outer: string): boolean => `${inner}/`.startsWith(`${outer}/`);
/** Whether two slips are made at the same place, or one of them within that of the other. */
const meet = (one: Places, other: Places): boolean =>
  Object.keys(one).some((a) => Object.keys(other).some((b) => within(a, b) || within(b, a)));

/**
 * Where a rule looks beside the place of its finding, so that it can speak only when that is mended: what
 * it compares with, what it reckons from, or what says that it is asked at all. A finding on a place that was
 * not told before may follow from the mend of one of these, and of nothing else.
 */
const ASKED_BY: Readonly<Record<string, readonly string[]>> = {
  /** particulars of a filing follow the scope */
  'SC-05': ['scope'],
  /** of which item an approval is, who may hold it, and where: what the form says */
  'SC-03': ['scope', 'approvals', 'name', 'premises'],
  /** whether a thing is asked for: which form of operation, of supervision; who is liaison */
  'CO-01': ['type', 'operation', 'supervision', 'roles'],
  /** who promises more, by what text */
  'PR-01': ['beneficialOwners'],
  /** a resident identity card bears a Chinese name, a passport need not */
  'CO-02': ['people'],
  /** which division, and how close an industry, the registrar says, or another to which name and address belong; the industry is the first item's */
  'NM-02': ['registrar', 'premises'],
  'NM-05': ['registrar', 'scope'],
  /** in which district it is, the registrar says, and whether a promise is enough */
  'AD-01': ['registrar'],
  'AD-03': ['registrar'],
  /** a sum is known when each amount is, a share of the capital when that is, and who holds it */
  'CP-01': ['shareholders', 'capital'],
  'CP-03': ['shareholders'],
  'CP-07': ['capital'],
  'CP-10': ['capital', 'shareholders'],
  /** by its kind a number is judged */
  'ID-01': ['people'],
  /** whether somebody holds an office, or is liaison, and beside whom */
  'ID-04': ['roles'],
  'ID-05': ['roles'],
  'OG-01': ['roles'],
  'OG-03': ['roles', 'supervision'],
  'OG-04': ['roles'],
  'OG-08': ['roles'],
  'OG-09': ['roles'],
  'BA-02': ['roles'],
};

/** What is told at the second submission, on places that were not told at the first, and that no mend explains. */
function late(first: readonly string[], second: readonly string[], mended: readonly Places[]) {
  const places = first.map(placeOf);
  const changed = mended.flatMap((it) => Object.keys(it).map((place) => place.split('/')[1] ?? ''));
  return second
    .filter((label) => !first.includes(label) && !places.includes(placeOf(label)))
    .filter((label) => !ASKED_BY[label.slice(0, 5)]?.some((it) => changed.includes(it)));
}

const memberOf = (label: string): string => placeOf(label).split('/')[1] ?? '';

/** The form with some of its members as another has them, or has them not. */
function withMembers(form: ApplicationForm, other: ApplicationForm, members: readonly string[]) {
  const of = (it: ApplicationForm, taken: boolean) =>
    Object.entries(it).filter(([member]) => members.includes(member) === taken);
  return ApplicationForm.parse(Object.fromEntries([...of(form, false), ...of(other, true)]));
}

/** Every two slips that can be made in one form without meeting, each two once. */
function* pairs(): Generator<readonly [Lawful, Slip, Slip]> {
  const had = new Set<string>();
  for (const lawful of LAWFUL)
    for (const [at, one] of lawful.slips.entries())
      for (const other of lawful.slips.slice(at + 1)) {
        const both = `${one.plant} ${other.plant}`;
        if (had.has(both) || meet(one.places, other.places)) continue;
        had.add(both);
        yield [lawful, one, other];
      }
}

describe('a second submission', () => {
  it('of which one of two slips is mended tells nothing that was there at the first', () => {
    const found = new Set(
      [...pairs()].flatMap(([lawful, one, other]) => {
        const first = told(lawful.form, [one.places, other.places]);
        return [...late(first, other.told, [one.places]), ...late(first, one.told, [other.places])];
      }),
    );
    expect(found).toEqual(new Set());
  });

  it('of which any of many slips are mended tells nothing that was there at the first', () => {
    const many = fc.constantFrom(...LAWFUL).chain(({ form, slips }) =>
      fc
        .subarray(
          slips.map(({ places }) => places),
          { maxLength: Math.min(6, slips.length) },
        )
        .map((some) => some.filter((it, at) => !some.slice(0, at).some((other) => meet(it, other))))
        .chain((some) => fc.tuple(fc.constant(form), fc.constant(some), fc.subarray(some))),
    );
    fc.assert(
      fc.property(many, ([form, slips, mended]) => {
        const second = told(
          form,
          slips.filter((it) => !mended.includes(it)),
        );
        expect(late(told(form, slips), second, mended)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('of which every member that was told of is mended, whatever was in it, tells nothing that was there at the first', () => {
    const members = fc.subarray(Object.keys(ApplicationForm.shape), { maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...LAWFUL), anArbitraryForm, members, ({ form }, any, some) => {
        const first = withMembers(form, any, some);
        const before = told(first, []);
        const mended = [...new Set(before.map(memberOf))];
        const after = told(withMembers(first, form, mended), []);
        const late = after
          .filter((label) => !mended.includes(memberOf(label)))
          // what is asked at all, the type of business says
          .filter(() => !mended.includes('type'))
          .filter((label) => !ASKED_BY[label.slice(0, 5)]?.some((it) => mended.includes(it)));
        expect(late).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
