import * as z from 'zod';
import file from './plain-words.json' with { type: 'json' };

const { words, simplified } = z
  .object({
    words: z.array(
      z.strictObject({
        said: z.array(z.string()),
        /** in English, in the singular */
        english: z.array(z.string()),
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
/** Words of Latin letters only as whole ones: an apple is no app. */
const asPattern = (said: string): string =>
  /^[a-z0-9]+$/.test(said) ? `(?<![a-z0-9])${said}(?![a-z0-9])` : said;
const SAID = new RegExp(
  [...bySaid.keys()]
    .sort((a, b) => b.length - a.length)
    .map(asPattern)
    .join('|'),
  'gu',
);

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

/** Words of English text, one and many alike as far as their ending tells: both box and boxes are box. */
const englishIn = (text: string): string[] =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  ).map((it) =>
    it
      .replace(/(ies?|y)$/, 'i')
      .replace(/([^su])s$/, '$1')
      .replace(/e$/, ''),
  );

const byEnglish = new Map(
  words.flatMap((entry) =>
    entry.english.map((said) => [englishIn(said).join(' '), { said, entry }] as const),
  ),
);
/** Phrases have three words at most. */
const SIZES = [3, 2, 1];

/**
 * The plain English words in what was asked, each once, the longer phrase before the shorter. Total.
 *
 * @param asked as typed: words are told apart by what stands between them
 */
export function englishWordsIn(asked: string): ReturnType<typeof plainWordsIn> {
  const rest = englishIn(asked);
  const found = new Set<{ readonly said: string; readonly entry: (typeof words)[number] }>();
  while (rest.length > 0) {
    const size = SIZES.find((it) => byEnglish.has(rest.slice(0, it).join(' '))) ?? 1;
    const phrase = byEnglish.get(rest.splice(0, size).join(' '));
    if (phrase) found.add(phrase);
  }
  return [...found].map(({ said, entry: { means, bundles } }) => ({ said, means, bundles }));
}
