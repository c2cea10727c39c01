import * as z from 'zod';
import { LegalDate } from '../shared/calendar.ts';
import { Bundle, type BundleOn, dated } from './bundle.ts';
import bundlesFile from './scope-bundles.json' with { type: 'json' };
import itemsFile from './scope-items.json' with { type: 'json' };

const suitability = z.enum(['yes', 'no', 'depends']);

const CatalogueItem = z
  .strictObject({
    wording: z.string(),
    kind: z.enum(['general', 'filing', 'licensed']),
    permit: z.string().exactOptional(),
    class: z.string().regex(/^[A-T]\d{4}$/),
    cluster: suitability,
    individual: suitability,
    preApproval: z.literal(true).exactOptional(),
    /** other wordings of the same item, of older versions or other regions */
    aliases: z.array(z.string()).default([]),
    ...dated,
  })
  .transform(({ aliases, from, until, ...item }) => ({ item, aliases, from, until }));

const catalogue = z
  .object({
    release: LegalDate,
    items: z.array(CatalogueItem),
    exclusivePairs: z.array(z.tuple([z.string(), z.string()])),
    forIndividuals: z.array(z.string()),
  })
  .parse(itemsFile);

/** The day on which this state of items and bundles was released; kept with decisions as its version. */
export const CATALOGUE_RELEASE = catalogue.release;

/** Every item that is or was in force (经营范围规范表述), in the order in which it is offered. */
export const CATALOGUE_ITEMS = catalogue.items;

/** Every version of every bundle (常用关联性经营项目打包). */
export const BUNDLES = z.object({ bundles: z.array(Bundle) }).parse(bundlesFile).bundles;

/** Wordings of which a business takes one at most; domain.md 3.1. */
export const exclusivePairs: readonly (readonly [string, string])[] = catalogue.exclusivePairs;

/** Wordings made for natural persons, which companies carry too; domain.md 3.1. */
export const forIndividuals: readonly string[] = catalogue.forIndividuals;

/** First and last day are both in force. */
export const inForce = (it: { from: LegalDate; until: LegalDate }, on: LegalDate): boolean =>
  it.from <= on && on <= it.until;

const key = (wording: string): string => wording.normalize('NFKC').trim();

const byWording = Map.groupBy(
  CATALOGUE_ITEMS.flatMap((entry) =>
    [entry.item.wording, ...entry.aliases].map((wording) => ({ wording, entry })),
  ),
  ({ wording }) => key(wording),
);

/**
 * The item that a wording or one of its aliases means on a day. Whole wordings are compared (NFKC),
 * never words in them: a bracket such as （不含危险化学品） turns the meaning round.
 */
export const itemInForce = (wording: string, on: LegalDate) =>
  byWording.get(key(wording))?.find(({ entry }) => inForce(entry, on))?.entry.item;

/** The version of a bundle that is in force on a day, by what was released with this system. */
export const bundleInForce: BundleOn = (id, on) =>
  BUNDLES.find((it) => it.id === id && inForce(it, on));
