import { describe, expect, it } from 'vitest';
import { booksOf } from '#functions/reconciliation/books.ts';
import { DIFFERENCES, inWords } from '#functions/reconciliation/difference.ts';
import { differencesIn } from '#functions/reconciliation/reconcile.ts';
import { APPLICATION, AT, INDUSTRY, itemsWith, type Name, USCC, WHOLE } from './books-of.ts';

const differences = (without: readonly Name[], changes: Parameters<typeof itemsWith>[1] = {}) =>
  differencesIn(booksOf(itemsWith(without, changes)), AT);
const kinds = (...given: Parameters<typeof differences>) =>
  differences(...given).map(({ kind }) => kind);
const wholeApplication = ['head', 'sent', 'born', 'registered'] as const;

describe('tables that belong together', () => {
  it('differ in nothing', () => {
    expect(differences([])).toEqual([]);
  });

  it('differ in nothing either where a business was annulled and gave back what it held', () => {
    const annulled = { business: { status: 'ANNULLED' } };
    expect(kinds(['card', 'place', 'tenant'], annulled)).toEqual([]);
  });

  it.each<[Name[], string[]]>([
    [['business'], ['BUSINESS_MISSING']],
    [['licence'], ['LICENCE_MISSING']],
    [['card'], ['NAME_NOT_HELD']],
    [['place'], ['TENANT_WITHOUT_PLACE']],
    [['tenant'], ['PLACE_WITHOUT_TENANT']],
    [['place', 'tenant'], ['PLACE_UNKNOWN']],
    [['lot'], ['LOT_BEHIND']],
    [['row'], ['ROW_MISSING']],
    [['reference'], ['REFERENCE_MISSING']],
    [['chunk'], ['BATCH_COUNTS_DIFFER']],
    [['registered'], ['HISTORY_INCOMPLETE']],
    [[...wholeApplication], ['APPLICATION_MISSING', 'ROW_WITHOUT_APPLICATION']],
    [
      ['business', 'licence', 'lot'],
      ['LOT_BEHIND', 'BUSINESS_MISSING', 'LICENCE_MISSING'],
    ],
  ])('miss %j', (without, found) => {
    expect(kinds(without)).toEqual(found);
  });

  it.each<[string, Partial<Record<Name, object>>, string[]]>([
    [
      'an application behind its business',
      { head: { state: 'SUBMITTED', events: 2 } },
      ['APPLICATION_BEHIND'],
    ],
    [
      'a name that somebody else has for good',
      { card: { holdings: { [INDUSTRY]: { kind: 'LIVE', holder: USCC.replace('MA', 'MB') } } } },
      ['NAME_HELD_TWICE', 'NAME_OF_NOBODY'],
    ],
    [
      'a name only reserved for the application of a business',
      {
        card: {
          holdings: {
            F51: { kind: 'RESERVED', holder: APPLICATION, until: '2027-01-01T00:00:00.000Z' },
          },
        },
      },
      ['NAME_NOT_HELD'],
    ],
    [
      'a place only held for the application of a business',
      { place: { uscc: undefined }, tenant: { uscc: undefined } },
      ['PLACE_NOT_OCCUPIED'],
    ],
    ['a number drawn that is in use', { lot: { drawn: 41 } }, ['LOT_BEHIND']],
    [
      'counts that are not those of the chunks',
      { batch: { registered: 2 } },
      ['BATCH_COUNTS_DIFFER'],
    ],
  ])('show %s', (_, changes, found) => {
    expect(kinds([], changes)).toEqual(found);
  });

  it('give back what is reserved and held for an application that is gone', () => {
    const waiting = { kind: 'RESERVED', holder: APPLICATION, until: '2027-01-01T00:00:00.000Z' };
    const without = [...wholeApplication, 'business', 'licence', 'row'] as const;
    const held = { place: { uscc: undefined }, tenant: { uscc: undefined } };
    expect(
      differences(without, { card: { holdings: { [INDUSTRY]: waiting } }, ...held }).map((it) => [
        it.kind,
        it.repair?.put,
      ]),
    ).toEqual([
      ['TENANT_OF_NOBODY', 'VACATE'],
      ['RESERVATION_OF_NOBODY', 'RELEASE'],
      ['CLAIM_OF_NOBODY', 'UNCLAIM'],
    ]);
    const lapsed = { ...waiting, until: AT };
    expect(
      kinds([...without, 'place', 'tenant', 'claim'], {
        card: { holdings: { [INDUSTRY]: lapsed } },
      }),
    ).toEqual([]);
  });

  it('raise the lot beyond the highest code, whose business may be gone', () => {
    expect(differences(['business', 'licence', 'lot'])[0]?.repair).toEqual({
      put: 'LOT',
      division: '440115',
      drawn: 10_042,
    });
  });

  it('are not moved where the lifecycle or the attempt forbids it', () => {
    const behind = (head: object) => differences([], { head })[0];
    expect(behind({ state: 'SUBMITTED' })?.repair).toMatchObject({ put: 'STATE', uscc: USCC });
    expect(behind({ state: 'RETURNED' })).not.toHaveProperty('repair');
    expect(behind({ state: 'SUBMITTED', attempt: 2 })).not.toHaveProperty('repair');
  });
});

describe('a difference', () => {
  it('is told by ids alone, never by a name', () => {
    const all = (Object.keys(WHOLE) as Name[]).flatMap((name) => differences([name]));
    expect(all.length).toBeGreaterThan(8);
    for (const it of all) expect(inWords(it)).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('says what it means, and what is done or why nothing can be', () => {
    for (const { says, todo } of Object.values(DIFFERENCES)) {
      expect(says).toMatch(/^[A-Z].*\.$/);
      expect(todo).toMatch(/^[A-Z].*\.$/);
    }
  });
});
