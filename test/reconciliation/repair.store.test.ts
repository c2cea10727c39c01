import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { applicationStore } from '#functions/application/application.store.ts';
import { booksOf, type Item } from '#functions/reconciliation/books.ts';
import type { Difference } from '#functions/reconciliation/difference.ts';
import { differencesIn } from '#functions/reconciliation/reconcile.ts';
import { repairer } from '#functions/reconciliation/repair.store.ts';
import { newSalt } from '#functions/runtime/draws.ts';
import { aDatabase, type Database } from '#test/builders/a-database.ts';
import { APPLICATION, AT, INDUSTRY, itemsWith, type Name } from './books-of.ts';

const TABLE_OF: Readonly<Record<string, 'applications' | 'register' | 'batches'>> = {
  APP: 'applications',
  BATCH: 'batches',
  REF: 'batches',
};

/** A database with these items; the differences in it, and a repair of all that can be repaired. */
async function withItems(items: readonly Item[]) {
  const { documents, tables }: Database = await aDatabase();
  for (const Item of items) {
    const table = TABLE_OF[String(Item.pk).split('#')[0] ?? ''] ?? 'register';
    await documents.send(new PutCommand({ TableName: tables[table], Item }));
  }
  const store = applicationStore(documents, tables.applications, newSalt);
  const repair = repairer(documents, tables, store, () => Date.parse(AT));
  const stored = async (): Promise<Item[]> => {
    const pages = [tables.applications, tables.register, tables.batches].map((TableName) =>
      documents.send(new ScanCommand({ TableName })),
    );
    return (await Promise.all(pages)).flatMap((page) => page.Items ?? []);
  };
  return {
    stored,
    differences: async (): Promise<Difference[]> => differencesIn(booksOf(await stored()), AT),
    async repairAll(differences: readonly Difference[]): Promise<boolean[]> {
      const written: boolean[] = [];
      for (const it of differences) if (it.repair) written.push(await repair(it.repair));
      return written;
    },
  };
}

const held = { place: { uscc: undefined }, tenant: { uscc: undefined } };
const reserved = {
  card: {
    holdings: {
      [INDUSTRY]: { kind: 'RESERVED', holder: APPLICATION, until: '2027-01-01T00:00:00.000Z' },
    },
  },
};

describe.each<[string, Name[], Partial<Record<Name, object>>]>([
  ['a lost place', ['place'], {}],
  ['a lost tenant', ['tenant'], {}],
  ['a place not occupied', [], held],
  ['a lost name card', ['card'], {}],
  ['a name only reserved', [], reserved],
  ['a lost lot', ['lot'], {}],
  ['a lost reference', ['reference'], {}],
  ['a lost chunk', ['chunk'], {}],
  ['an application behind its business', [], { head: { state: 'SUBMITTED', uscc: undefined } }],
  [
    'name and place of an application that is gone',
    ['head', 'sent', 'born', 'registered', 'business', 'licence', 'row', 'reference'],
    { ...held, ...reserved },
  ],
])('%s', (_, without, changes) => {
  let database: Awaited<ReturnType<typeof withItems>>;
  beforeAll(async () => {
    database = await withItems(itemsWith(without, changes));
  });

  it('is repaired, and a second repair does no harm', async () => {
    const found = await database.differences();
    expect(found.filter(({ repair }) => repair === undefined)).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
    expect(await database.repairAll(found)).toEqual(found.map(() => true));
    expect(await database.differences()).toEqual([]);
    await database.repairAll(found);
    expect(await database.differences()).toEqual([]);
  });
});
