import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { BUNDLES, CATALOGUE_ITEMS, itemInForce } from '#functions/scope/catalogue.ts';

/** Copies of what was curated by hand, kept beside the tests: the catalogue may only add to them. */
const read = (name: string) => readFileSync(new URL(`./curated/${name}`, import.meta.url), 'utf8');
const Row = z.object({
  number: z.coerce.number(),
  item: z.string(),
  kind: z.enum(['general', 'filing', 'licensed']),
  permit_or_note: z.string(),
  gbt4754: z.string(),
  cluster: z.string(),
  individual: z.string(),
});
const CURATED = z.array(Row).parse(parse(read('scope-items.csv'), { columns: true }));
const numbers = z.array(z.number());
const CURATED_BUNDLES = z
  .array(
    z.object({
      id: z.string(),
      name: z.string(),
      types: z.enum(['any', 'company', '个体 or 独资', 'company, own premises']),
      core: numbers,
      options: numbers,
    }),
  )
  .parse(JSON.parse(read('scope-bundles.json')));

const ON = '2026-11-23';

describe('the curated items', () => {
  it('are 224: 178 general, 9 for filing, 37 licensed', () => {
    const kinds = Object.groupBy(CURATED, ({ kind }) => kind);
    expect([CURATED.length, kinds.general?.length, kinds.filing?.length]).toEqual([224, 178, 9]);
    expect(kinds.licensed).toHaveLength(37);
  });

  it.each(CURATED.map((row) => [row.number, row.item, row] as const))(
    '%i %s stands in the catalogue as it was curated',
    (_number, wording, row) => {
      expect(itemInForce(wording, ON)).toMatchObject({
        kind: row.kind,
        class: row.gbt4754,
        cluster: row.cluster,
        individual: row.individual,
      });
    },
  );

  it('are all that the catalogue holds, in their order', () => {
    const known = CATALOGUE_ITEMS.map(({ item }) => item.wording);
    const curated = CURATED.map(({ item }) => itemInForce(item, ON)?.wording ?? '');
    expect(known).toEqual([...new Set(curated)]);
  });

  it('name a permit or filing wherever one is known to follow', () => {
    const without = CURATED.filter(
      ({ item, kind }) => (kind === 'general') === Boolean(itemInForce(item, ON)?.permit),
    );
    expect(without.map(({ item }) => item)).toEqual([
      '互联网直播服务（不含新闻信息服务、网络表演、网络视听节目）',
    ]);
  });
});

describe('the curated bundles', () => {
  const TYPES = {
    any: ['LIMITED_COMPANY', 'SOLE_PROPRIETORSHIP', 'INDIVIDUAL_BUSINESS'],
    company: ['LIMITED_COMPANY'],
    '个体 or 独资': ['SOLE_PROPRIETORSHIP', 'INDIVIDUAL_BUSINESS'],
    'company, own premises': ['LIMITED_COMPANY'],
  };
  const wording = (number: number) =>
    itemInForce(CURATED.find((it) => it.number === number)?.item ?? '', ON)?.wording;

  it('are fourteen', () => {
    expect(BUNDLES.map(({ id }) => id)).toEqual(CURATED_BUNDLES.map(({ id }) => id));
    expect(BUNDLES).toHaveLength(14);
  });

  it.each(CURATED_BUNDLES.map((bundle) => [bundle.id, bundle] as const))(
    '%s holds its numbers, in their order',
    (id, curated) => {
      expect(BUNDLES.find((it) => it.id === id)).toMatchObject({
        name: curated.name,
        types: TYPES[curated.types],
        ownPremises: curated.types.includes('own premises'),
        core: curated.core.map(wording),
        options: curated.options.map(wording),
      });
    },
  );
});
