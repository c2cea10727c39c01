import { describe, expect, it } from 'vitest';
import type { ApplicationForm } from '#functions/application/form.ts';
import { bundlesOf } from '#functions/published/bundles-in-force.ts';
import { dueCheckOf } from '#functions/register/due-check.ts';
import { aForm, anIndividualBusiness, atHost } from '#test/builders/a-form.ts';
import { aBundle, anEdition } from '#test/builders/an-edition.ts';

const confirmed = {
  division: '440115',
  serial: 1,
  submittedOn: '2026-11-23',
  registeredOn: '2026-11-24',
};
const byPromise = aForm({
  premises: { kind: 'OWN', address: '广州市南沙区望潮街12号305房', proof: 'PROMISE' },
  promises: { address: true, version: '2026-05' },
});
const withItems = (...items: string[]): Partial<ApplicationForm> => ({
  scope: { items: ['日用百货销售', ...items] },
});

describe('after a registration by confirmation', () => {
  it.each<[string, ApplicationForm, object]>([
    [
      'an item that needs a permit',
      aForm(withItems('网络文化经营')),
      { class: 'HIGH', due: '2026-12-24' },
    ],
    ['an address by promise', byPromise, { class: 'MEDIUM', due: '2027-02-24' }],
    [
      'an item that depends on the place, at a host’s address',
      aForm({ ...atHost, ...withItems('电动自行车销售') }),
      { class: 'MEDIUM', due: '2027-02-24' },
    ],
  ])('%s is checked by its risk', (_, form, due) => {
    expect(dueCheckOf(form, confirmed)).toEqual(due);
  });

  it('one of twenty others is checked, by the number of its code', () => {
    const drawn = Array.from({ length: 200 }, (_, serial) =>
      dueCheckOf(aForm(), { ...confirmed, serial }),
    ).filter((it) => it !== undefined);
    expect(drawn).toHaveLength(10);
    expect(drawn[0]).toEqual({ class: 'LOW', due: '2027-05-24' });
    expect(dueCheckOf(anIndividualBusiness(atHost), confirmed)).toBeUndefined();
  });

  it('an item of a published bundle counts as any other', () => {
    const optioned = anEdition(
      { kind: 'BUNDLE', bundle: aBundle({ core: ['电动自行车销售'] }) },
      { from: '2026-11-23' },
    );
    const form = aForm({ ...atHost, scope: { bundle: { id: 'B90' } } });
    const bundleOn = bundlesOf([optioned]);
    expect(dueCheckOf(form, { ...confirmed, bundleOn })?.class).toBe('MEDIUM');
    expect(dueCheckOf(form, confirmed)).toBeUndefined();
  });

  it('an item with a permit weighs more than a promise', () => {
    expect(dueCheckOf({ ...byPromise, ...withItems('网络文化经营') }, confirmed)?.class).toBe(
      'HIGH',
    );
  });
});

describe('no check follows', () => {
  it('where the registrar approves', () => {
    expect(dueCheckOf(byPromise, { ...confirmed, division: '440106' })).toBeUndefined();
  });

  it('before the policy was in force', () => {
    const early = { ...confirmed, submittedOn: '2024-03-29', registeredOn: '2024-03-30' };
    expect(dueCheckOf(byPromise, early)).toBeUndefined();
  });
});
