import * as z from 'zod';
import file from './plain-words.json' with { type: 'json' };

const { words, simplified } = z
  .object({
    words: z.array(
      z.strictObject({
        said: z.array(z.string()),
        means: z.array(z.string()),
        bundles: z.array(z.string()).default([]),
      }),
    ),
    /** traditional and simplified form, two by two */
    simplified: z.string(),
  })
  .parse(file);

/** What people say of a trade, and the wordings and bundles that are meant, the likeliest first. */
export const PLAIN_WORDS = words;

const SIMPLIFIED = new Map(
  [...simplified.matchAll(/(.)(.)/gu)].map(([, from = '', to = '']) => [from, to]),
);

/**
 * What wordings and questions are compared by: NFKC, lower case, simplified characters (those of
 * trades; the table is short), letters and digits only.
 */
export const searchKey = (text: string): string =>
  [...text.normalize('NFKC').toLowerCase()]
    .map((it) => SIMPLIFIED.get(it) ?? it)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '');

const bySaid = new Map(
  words.flatMap((entry) => entry.said.map((said) => [searchKey(said), entry] as const)),
);
const SAID = new RegExp([...bySaid.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu');

/**
 * The plain words in a search key, each once. The longer one wins where two meet: 面包 is no 包.
 *
 * @param key as `searchKey` gives it
 */
export const plainWordsIn = (key: string) =>
  [...new Set(key.match(SAID))].flatMap((said) => {
    const entry = bySaid.get(said);
    return entry ? [{ said, means: entry.means, bundles: entry.bundles }] : [];
  });
