import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ApplicationForm } from '#functions/application/form.ts';
import { review } from '#functions/review/review.ts';
import { reviewFacts } from '#test/builders/review-facts.ts';
import { anArbitraryForm } from './an-arbitrary-form.ts';
import { PLANTS, planted } from './corpus/corpus.ts';
import { makingOf } from './corpus/lawful-bases.ts';

const making = makingOf(17);
const aSlip = fc
  .constantFrom(...PLANTS.filter(({ world }) => !world))
  .chain((plant) => fc.tuple(fc.constant(plant), fc.constantFrom(...plant.on)))
  .map(([plant, base]) => planted(making, base, [plant]).form);

/** The same list in another order; a list that is not there stays so. */
const shuffled = <T>(list: readonly T[] | undefined): fc.Arbitrary<T[] | undefined> =>
  list === undefined
    ? fc.constant(undefined)
    : fc.shuffledSubarray([...list], { minLength: list.length });

/** The form with the same people, roles, shareholders, owners, filings and items in another order; the first item stays. */
function inAnotherOrder(form: ApplicationForm): fc.Arbitrary<ApplicationForm> {
  const { people = {}, roles, shareholders, scope, filings, approvals, beneficialOwners } = form;
  const [first, ...items] = scope?.items ?? [];
  return fc
    .record({
      people: shuffled(Object.entries(people)),
      directors: shuffled(roles?.directors),
      managers: shuffled(roles?.managers),
      supervisors: shuffled(roles?.supervisors),
      shareholders: shuffled(shareholders),
      items: shuffled(items),
      without: shuffled(scope?.without),
      filings: shuffled(filings),
      approvals: shuffled(approvals),
      owners: shuffled(beneficialOwners?.owners),
    })
    .map(({ people: named, directors, managers, supervisors, ...other }) => ({
      ...form,
      ...(form.people && { people: Object.fromEntries(named ?? []) }),
      ...(roles && { roles: { ...roles, directors, managers, supervisors } }),
      ...(shareholders && { shareholders: other.shareholders }),
      ...(filings && { filings: other.filings }),
      ...(approvals && { approvals: other.approvals }),
      ...(beneficialOwners && { beneficialOwners: { ...beneficialOwners, owners: other.owners } }),
      ...(scope && {
        scope: {
          ...scope,
          ...(scope.without && { without: other.without }),
          ...(first !== undefined && { items: [first, ...(other.items ?? [])] }),
        },
      }),
    }));
}

/** What is told, but for where: places in lists move with what stands there. */
const told = (form: ApplicationForm) => {
  const { verdict, findings } = review(reviewFacts({ form }));
  const said = findings.map(({ rule, says, consequence }) => `${rule} ${says} ${consequence}`);
  return { verdict, said: said.toSorted() };
};

it('the order of people, offices, shareholders, filings and items behind the first changes nothing that is told', () => {
  const both = fc
    .oneof(aSlip, anArbitraryForm)
    .chain((form) => fc.tuple(fc.constant(form), inAnotherOrder(form)));
  fc.assert(
    fc.property(both, ([form, other]) => {
      expect(told(other)).toEqual(told(form));
    }),
    { numRuns: 1000 },
  );
});
