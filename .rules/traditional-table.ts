import { globSync, readFileSync } from 'node:fs';
import { Converter } from 'opencc-js/cn2t';
import { LEGAL_TERMS } from './legal-terms.ts';

/** How to write simplified characters in traditional ones as in Hong Kong: by characters, and where the words ask for another. */
export interface TraditionalTable {
  /** characters that change, and in the same order what they become */
  readonly characters: readonly [string, string];
  /** words in which a character becomes another than alone */
  readonly words: Readonly<Record<string, string>>;
}

const HAN = /\p{Script=Han}+/gu;
const byDictionary = Converter({ from: 'cn', to: 'hk' });

/** OpenCC’s phrases for Hong Kong, with the terms of our own set right. */
export function inTraditional(text: string): string {
  const converted = byDictionary(text);
  return LEGAL_TERMS.reduce((it, [written, meant]) => it.replaceAll(written, meant), converted);
}

/** Every run of Han characters in the sources from which texts are told; comments too, which does no harm. */
function runsIn(root: string): readonly string[] {
  const files = [
    ...globSync('functions/**/*.ts', { cwd: root }),
    ...globSync('functions/scope/{permits,platform-categories}.json', { cwd: root }),
  ].filter((file) => !/hant|traditional/.test(file));
  const runs = files.flatMap((file) => readFileSync(`${root}/${file}`, 'utf8').match(HAN) ?? []);
  return [...new Set(runs)].sort();
}

type Pairs = Map<string, string>;

const QUOTES = [
  ['“', '「'],
  ['”', '」'],
] as const;

/** Longest words first, then characters; see functions/shared/traditional.ts. */
function converted(run: string, characters: Pairs, words: Pairs): string {
  let text = '';
  for (let at = 0; at < run.length; ) {
    const found = LENGTHS.map((length) => run.slice(at, at + length)).find((it) => words.has(it));
    const step = found ?? run.charAt(at);
    text += words.get(step) ?? characters.get(step) ?? step;
    at += step.length;
  }
  return text;
}

/** Characters of the words of the table, the longest first. */
const LENGTHS = [6, 5, 4, 3, 2];

/**
 * The smallest table that writes every text of ours as the dictionary does.
 *
 * @throws {Error} where words of six characters do not tell one writing from another
 */
export function traditionalTable(root: string): TraditionalTable {
  const runs = runsIn(root);
  const wanted = new Map(runs.map((run) => [run, inTraditional(run)]));
  for (const [run, want] of wanted)
    if (run.length !== want.length) throw new Error(`${run}: not character by character`);
  const characters = commonest(wanted);
  const words: Pairs = new Map();
  for (const [run, want] of wanted)
    for (let round = 0; converted(run, characters, words) !== want; round++) {
      if (round > run.length) throw new Error(`${run}: no word tells how it is written`);
      const [word, writing] = wordThatTells(run, want, converted(run, characters, words), wanted);
      words.set(word, writing);
    }
  for (const [run, want] of wanted)
    if (converted(run, characters, words) !== want) throw new Error(`${run}: words overlap`);
  const changed = [...characters, ...QUOTES].filter(([it, becomes]) => it !== becomes).sort();
  return {
    characters: [changed.map(([it]) => it).join(''), changed.map(([, it]) => it).join('')],
    words: Object.fromEntries([...words].sort()),
  };
}

/** What each character becomes most often. */
function commonest(wanted: Pairs): Pairs {
  const counts = new Map<string, Map<string, number>>();
  for (const [run, want] of wanted)
    for (const [at, character] of [...run].entries()) {
      const becomes = [...want][at] ?? character;
      const own = counts.get(character) ?? new Map<string, number>();
      counts.set(character, own.set(becomes, (own.get(becomes) ?? 0) + 1));
    }
  return new Map(
    [...counts].map(([character, own]) => {
      const [[most] = [character]] = [...own].sort(([, a], [, b]) => b - a);
      return [character, most];
    }),
  );
}

/** The shortest word around the first wrong character that is written one way wherever it stands. */
function wordThatTells(run: string, want: string, got: string, wanted: Pairs): [string, string] {
  const wrong = [...run].findIndex((_, at) => want.charAt(at) !== got.charAt(at));
  for (const length of LENGTHS.toReversed())
    for (let from = Math.max(0, wrong - length + 1); from <= wrong; from++) {
      const word = run.slice(from, from + length);
      const writing = want.slice(from, from + length);
      const always = [...wanted].every(([other, its]) =>
        placesOf(word, other).every((at) => its.slice(at, at + length) === writing),
      );
      if (word.length === length && always) return [word, writing];
    }
  return [run, want];
}

function placesOf(word: string, run: string): number[] {
  const places: number[] = [];
  for (let at = run.indexOf(word); at >= 0; at = run.indexOf(word, at + 1)) places.push(at);
  return places;
}
