import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ApplicationForm } from '#functions/application/form.ts';
import { placeStore } from '#functions/cluster/place.store.ts';
import { type PreCheckPorts, preCheck } from '#functions/intake/pre-check.ts';
import { nearNames, readCards } from '#functions/name/near-names.store.ts';
import { ListEntry } from '#functions/party/list-entry.ts';
import { LISTS, type List } from '#functions/party/lists.ts';
import { enter } from '#functions/party/subject.store.ts';
import { readHeldAndKnown } from '#functions/review/held-and-known.store.ts';
import { RULES } from '#functions/review/rule-set.ts';
import { inventionOf } from '#local/sample/invention.ts';
import { seeded } from '#local/sample/seeded.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm } from '#test/builders/a-form.ts';
import { anIndex } from '#test/builders/a-person-key.ts';
import { SENT_AT } from '#test/builders/applications-in.ts';

const { documents, tables } = await aDatabase();
const enters = enter(documents, tables.register);
const ports: PreCheckPorts = {
  held: readHeldAndKnown(documents, tables.register),
  index: anIndex,
  nearNames: nearNames(documents, tables.register),
  published: async () => [],
  cards: readCards(documents, tables.register),
  placeFree: placeStore(documents, tables.register).isFree,
  now: () => Date.parse(SENT_AT),
};

const invented = inventionOf(seeded(9), '2026-11-23');
const strangers = (): ApplicationForm =>
  aForm({
    premises: { kind: 'OWN', address: invented.address(), proof: 'LEASE' },
    people: { p1: invented.person(), p2: invented.person(), p3: invented.person() },
  });

const anEntry = fc
  .constantFrom(...Object.entries(LISTS))
  .chain(([list, grounds]) =>
    fc.record({
      id: fc.integer({ min: 1, max: 9 }).map(String),
      list: fc.constant(list),
      ground: fc.constantFrom<string>(...grounds),
      from: fc.constantFrom('2020-01-01', '2025-06-01', '2026-11-23', '2027-01-01'),
      source: fc.constant('示例机关'),
    }),
  )
  .map((it) => ListEntry.parse(it));

const ABOUT_PERSONS = RULES.filter(({ aboutPersons }) => aboutPersons).map(({ id }) => id);

it('tells of persons named nothing that is not public, whatever lists say of them, until they are verified', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('p1', 'p2', 'p3'), anEntry), {
        minLength: 1,
        maxLength: 5,
      }),
      async (entries) => {
        const form = strangers();
        const before = await preCheck(ports, form);
        const { persons } = await anIndex(form);
        for (const [key, entry] of entries) await enters(persons[key] ?? '', entry);
        expect(await preCheck(ports, form)).toEqual(before);
        expect(before.rules.filter(({ id }) => ABOUT_PERSONS.includes(id))).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});

it('tells it once they are, and what the address says before', async () => {
  const form = strangers();
  const { persons, traces } = await anIndex(form);
  const entry = (list: List, ground: string) =>
    ListEntry.parse({ id: '1', list, ground, from: '2026-01-01', source: '示例机关' });
  await enters(persons.p1 ?? '', entry('DISHONEST', 'DEBT'));
  await enters(traces['/premises/address'] ?? '', entry('BUILDING', 'ILLEGAL'));
  const told = async (verified: boolean) =>
    (await preCheck(ports, form, verified)).findings
      .filter(({ consequence }) => consequence !== 'WARN')
      .map(({ rule }) => rule);
  expect(await told(false)).toEqual(['AD-04']);
  expect(await told(true)).toEqual(['AD-04', 'OG-06']);
});
