import type { LegalDate } from '../shared/calendar.ts';
import type { Bundle } from './bundle.ts';
import { BUNDLES, CATALOGUE_ITEMS, inForce } from './catalogue.ts';
import type { ScopeItem } from './chosen-scope.ts';
import { englishWordsIn, plainWordsIn, searchKey } from './plain-words.ts';

/** WORDING: what was asked stands in it; PLAIN_WORD: it is meant by `said`; SIMILAR: characters shared. */
export type Because = 'WORDING' | 'PLAIN_WORD' | 'SIMILAR';

interface Suggestion {
  readonly item: ScopeItem;
  readonly because: Because;
  readonly said?: string;
}

export interface Suggestions {
  /** the likeliest first; empty where nothing is like it */
  readonly items: readonly Suggestion[];
  readonly bundles: readonly Bundle[];
  /** plain words that were understood and that no item covers, e.g. 民宿 */
  readonly notInCatalogue: readonly string[];
}

/** Beyond every sum of the others: a whole wording, or an alias, is what was asked for. */
const EXACT = 10_000;
const CONTAINED = 400;
const PLAIN = 300;
/** a bundle is also offered when so many of the items that come first are in its core */
const CORE_HITS = 3;
const MOST_BUNDLES = 3;

const pairsOf = (key: string): Set<string> =>
  new Set([...key].slice(1).map((it, at) => [...key][at] + it));

const INDEX = CATALOGUE_ITEMS.map((entry) => {
  const keys = [entry.item.wording, ...entry.aliases].map(searchKey);
  return { ...entry, keys, pairs: pairsOf(keys[0] ?? '') };
});

/** In how many wordings a pair of characters stands: 销售 tells little, 动漫 much. */
const COMMON = new Map<string, number>();
for (const { pairs } of INDEX)
  for (const pair of pairs) COMMON.set(pair, (COMMON.get(pair) ?? 0) + 1);

/** Pairs of characters in more wordings than this tell nothing by themselves. */
const TELLING = INDEX.length / 20;

function likeness(asked: ReadonlySet<string>, pairs: ReadonlySet<string>): number {
  const shared = [...asked].filter((it) => pairs.has(it) && (COMMON.get(it) ?? 0) <= TELLING);
  const weight = shared.reduce(
    (sum, it) => sum + Math.log(INDEX.length / (COMMON.get(it) ?? 1)),
    0,
  );
  return (10 * weight) / Math.sqrt(pairs.size);
}

function worded(keys: readonly string[], asked: string): number {
  if (keys.includes(asked)) return EXACT;
  const parts = keys.filter((it) => [...asked].length > 1 && it.includes(asked));
  return Math.max(0, ...parts.map((it) => CONTAINED + (100 * asked.length) / it.length));
}

/**
 * Items and bundles in force that plain words mean (卖衣服, handmade soap): by wording, by what
 * people say, by likeness. Pure and deterministic; ties stand in the order of the catalogue. Total.
 *
 * @param most how many items at most
 * @param inOffer the bundles in force
 */
export function suggestionsFor(
  asked: string,
  on: LegalDate,
  most: number,
  inOffer: readonly Bundle[] = BUNDLES.filter((bundle) => inForce(bundle, on)),
): Suggestions {
  const key = searchKey(asked);
  if (key === '') return { items: [], bundles: [], notInCatalogue: [] };
  const said = [...plainWordsIn(key), ...englishWordsIn(asked)];
  const pairs = pairsOf(key);

  const items = INDEX.filter((entry) => inForce(entry, on))
    .map((entry) => {
      const byWord = said
        .filter(({ means }) => means.includes(entry.item.wording))
        .map((it) => ({
          said: it.said,
          worth: PLAIN + 10 * it.said.length - 20 * it.means.indexOf(entry.item.wording),
        }))
        .toSorted((a, b) => b.worth - a.worth)[0];
      const wording = worded(entry.keys, key);
      const worth = wording + (byWord?.worth ?? 0) + likeness(pairs, entry.pairs);
      const told = byWord ? { because: 'PLAIN_WORD' as const, said: byWord.said } : SIMILAR;
      return { item: entry.item, worth, ...(wording > 0 ? WORDING : told) };
    })
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, most)
    .map(({ worth: _inner, ...suggestion }) => suggestion);

  return {
    items,
    bundles: bundlesFor(key, said, items, inOffer),
    notInCatalogue: [...new Set(said.flatMap((it) => (it.means.length === 0 ? it.said : [])))],
  };
}

const WORDING = { because: 'WORDING' } as const;
const SIMILAR = { because: 'SIMILAR' } as const;

function bundlesFor(
  key: string,
  said: ReturnType<typeof plainWordsIn>,
  items: readonly Suggestion[],
  inOffer: readonly Bundle[],
): Bundle[] {
  return inOffer
    .map((bundle) => {
      const hits = items.filter(({ item }) => bundle.core.includes(item.wording)).length;
      const byWord = said.map(({ bundles }) => bundles.indexOf(bundle.id)).filter((at) => at >= 0);
      const named = worded([searchKey(bundle.name)], key);
      const worth = named + Math.max(0, ...byWord.map((at) => PLAIN - 20 * at));
      return { bundle, worth: worth > 0 || hits >= CORE_HITS ? worth + hits : 0 };
    })
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, MOST_BUNDLES)
    .map(({ bundle }) => bundle);
}
