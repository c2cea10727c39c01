import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ListEntry } from '#functions/party/list-entry.ts';
import { LISTS } from '#functions/party/lists.ts';
import type { Listed } from '#functions/review/cross-case.ts';
import type { ReviewFacts } from '#functions/review/facts.ts';
import { type Review, review } from '#functions/review/review.ts';
import { reviewFacts } from '#test/builders/review-facts.ts';
import { anArbitraryForm } from './an-arbitrary-form.ts';
import { PLANTS, planted } from './corpus/corpus.ts';
import { BASE_NAMES, BASES, makingOf } from './corpus/lawful-bases.ts';

/** Entries that speak for somebody: the better classes, the whitelist, an address that property data confirm. */
const IN_FAVOUR = ['A', 'B', 'C', 'WHITELIST', 'KEY_ENTERPRISE', 'CONFIRMED'];
const PLACES = [
  'people/p1',
  'people/p2',
  'people/p3',
  'premises/address',
  'premises/host',
  'mandate/agent',
];
const entryOf = (grounds: (ground: string) => boolean): fc.Arbitrary<Listed> => {
  const entries = Object.entries(LISTS).flatMap(([list, its]) =>
    its
      .filter(grounds)
      .map((ground) =>
        ListEntry.parse({ id: '1', list, ground, from: '2026-01-01', source: '示例机关' }),
      ),
  );
  return fc
    .tuple(fc.constantFrom(...PLACES), fc.constantFrom(...entries))
    .map(([place, { list, ground, from }]) => ({ pointer: `/${place}`, list, ground, from }));
};
const against = entryOf((ground) => !IN_FAVOUR.includes(ground));
const favour = entryOf((ground) => /^(WHITELIST|KEY_ENTERPRISE|A|B|C)$/.test(ground));

/** A change of the facts for the worse. */
type Worse = (facts: ReviewFacts) => ReviewFacts;

const worse: fc.Arbitrary<Worse> = fc.oneof(
  fc.array(against, { minLength: 1, maxLength: 3 }).map(
    (entries): Worse =>
      (facts) => ({ ...facts, listed: [...(facts.listed ?? []), ...entries] }),
  ),
  fc.constantFrom('LIVE' as const, 'RESERVED' as const).map(
    (kind): Worse =>
      (facts) => ({ ...facts, nameConflicts: [...facts.nameConflicts, { industry: 'F52', kind }] }),
  ),
  fc.constantFrom<Worse>(
    (facts) => ({ ...facts, nearNames: [...(facts.nearNames ?? []), '陈兰'] }),
    (facts) => ({ ...facts, nameReservedUntil: '2026-01-01' }),
    (facts) => ({ ...facts, place: 'NONE_FREE' }),
    (facts) => ({ ...facts, custodySigned: false }),
    (facts) => ({ ...facts, sentBy: 'somebody', competing: { source: 'ANOTHER' } }),
    (facts) => ({ ...facts, deniedBy: Object.keys(facts.form.people ?? {}) }),
    (facts) => ({
      ...facts,
      incomplete: [...facts.incomplete, { pointer: '/name', missing: true }],
    }),
    (facts) => ({ ...facts, identities: facts.identities.slice(1) }),
    (facts) => ({ ...facts, identities: [...facts.identities, { outcome: 'FORGED' }] }),
    (facts) => ({
      ...facts,
      identities: facts.identities.map((it) => ({ ...it, outcome: 'TOO_OLD' })),
    }),
    ({ host, ...facts }) => ({ ...facts, ...(host && { host: { ...host, status: 'SUSPENDED' } }) }),
    ({ host, ...facts }) => ({
      ...facts,
      ...(host && { host: { ...host, creditClass: 'D', abnormal: true } }),
    }),
    (facts) => ({
      ...facts,
      licences: facts.licences.map((it) => ({ ...it, outcome: 'INVALID' })),
    }),
    (facts) => ({ ...facts, licences: facts.licences.map((it) => ({ ...it, outcome: 'SILENT' })) }),
    (facts) => ({ ...facts, licences: [] }),
    (facts) => ({ ...facts, published: { ...facts.published, laneOff: 'ONLINE' } }),
    // a rule that would propose a refusal says so no more once it is switched off
    (facts) => ({
      ...facts,
      published: { ...facts.published, switchedOff: ['NM-08', 'CO-01', 'ID-03'] },
    }),
    (facts) => ({
      ...facts,
      seen: {
        head: { businesses: 30, sameFile: 9 },
        contacts: [{ pointer: '/people/p1/phone', applicants: 30 }],
        address: { ever: 39, lately: 39, sameFile: 20 },
      },
    }),
    (facts) => ({
      ...facts,
      standing: { agent: 'a', standing: 'REMOVED', at: '2026-11-23T03:00:00.000Z' },
    }),
  ),
);

const making = makingOf(13);
const aSlip = fc
  .constantFrom(...PLANTS.filter(({ world }) => !world))
  .chain((plant) => fc.tuple(fc.constant(plant), fc.constantFrom(...plant.on)))
  .map(([plant, base]) => planted(making, base, [plant]).form);
const aLawfulForm = fc.constantFrom(...BASE_NAMES).map((base) => BASES[base](making));

/** Facts of lawful forms, of forms with one slip, and of any form at all. */
const someFacts = fc
  .oneof(aSlip, aLawfulForm, anArbitraryForm)
  .map((form) => reviewFacts({ form }));

const proposesRefusal = ({ findings }: Review): boolean =>
  findings.some(({ consequence }) => consequence === 'PROPOSE_REFUSAL');

describe('more facts of fault', () => {
  it('never turn what is returned or referred into an approval, nor what a person must weigh into a return', () => {
    fc.assert(
      fc.property(someFacts, fc.array(worse, { minLength: 1, maxLength: 4 }), (facts, changes) => {
        let before = review(facts);
        let known = facts;
        for (const change of changes) {
          known = change(known);
          const after = review(known);
          if (before.verdict !== 'APPROVE') expect(after.verdict).not.toBe('APPROVE');
          if (proposesRefusal(before)) expect(after.verdict).toBe('REFER');
          before = after;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('bring a lawful application to a person or back wherever a rule speaks', () => {
    fc.assert(
      fc.property(aLawfulForm, worse, (form, change) => {
        const { verdict, findings } = review(change(reviewFacts({ form })));
        const stops = findings.some(({ consequence }) => consequence !== 'WARN');
        expect(verdict === 'APPROVE').toBe(!stops);
      }),
      { numRuns: 300 },
    );
  });
});

it('what speaks in favour of somebody changes no verdict', () => {
  fc.assert(
    fc.property(someFacts, fc.array(favour, { minLength: 1, maxLength: 4 }), (facts, entries) => {
      const listed = [...(facts.listed ?? []), ...entries];
      expect(review({ ...facts, listed }).verdict).toBe(review({ ...facts, listed: [] }).verdict);
    }),
    { numRuns: 500 },
  );
});
