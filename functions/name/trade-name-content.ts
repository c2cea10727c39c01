import * as z from 'zod';
import file from './banned-words.json' with { type: 'json' };
import { INDUSTRY_WORDS } from './industry-words.ts';
import { isPlaceName } from './place-names.ts';

const { grounds, harmless } = z
  .object({
    /** a seed, not the list that registrars use */
    seed: z.literal(true),
    grounds: z.record(z.string(), z.array(z.string())),
    /** words in which, or between which, a banned word shows by chance: 今日本地, 消毒品 */
    harmless: z.array(z.string()),
  })
  .parse(file);

const anyOf = (words: readonly string[]): RegExp =>
  new RegExp(words.toSorted((a, b) => b.length - a.length).join('|'), 'gu');

const BANNED = anyOf(Object.values(grounds).flat());
const HARMLESS = anyOf(harmless);

/**
 * The banned words in a 字号 (企业名称登记管理规定 art. 11), each once, in the order in which they
 * stand. The list is a seed: a name without a hit is not thereby lawful.
 */
export const bannedWords = (tradeName: string): string[] => [
  ...new Set(tradeName.normalize('NFKC').replace(HARMLESS, ' ').match(BANNED)),
];

/** Not within 安全国际 or 爱国家居, where the characters only meet. */
const STATE_WORDS = /中国|中华|中央|全国(?![际学货潮])|国家(?![具居电庭政装纺])/gu;

export interface StateWord {
  readonly word: string;
  /** at the head of the name, or inside it */
  readonly position: 'head' | 'inside';
}

/** 中国, 中华, 中央, 全国, 国家 in a whole name, which a person weighs (企业名称登记管理规定 art. 12). */
export const stateWords = (text: string): StateWord[] =>
  [...text.matchAll(STATE_WORDS)].map(({ 0: word, index }) => ({
    word,
    position: index === 0 ? 'head' : 'inside',
  }));

/**
 * Why a 字号 may not be one: it is only a place name, or only an industry word
 * (企业名称登记管理规定 art. 8).
 */
export function notAllowedAsTradeName(
  tradeName: string,
): 'PLACE_NAME' | 'INDUSTRY_WORD' | undefined {
  if (isPlaceName(tradeName)) return 'PLACE_NAME';
  return INDUSTRY_WORDS.has(tradeName) ? 'INDUSTRY_WORD' : undefined;
}
