import * as z from 'zod';
import { LegalDate } from '../shared/calendar.ts';
import file from './banned-words.json' with { type: 'json' };
import { INDUSTRY_WORDS } from './industry-words.ts';
import { asMeant } from './name-characters.ts';
import { isPlaceName } from './place-names.ts';
import type { ParsedName } from './trade-name.ts';

const Words = z.record(z.string(), z.array(z.string().min(1)));

const { releases } = z
  .object({
    /** a seed, not the list that registrars use */
    seed: z.literal(true),
    releases: z.array(
      z.object({
        from: LegalDate,
        /** by the grounds of 企业名称登记管理规定 art. 11 */
        banned: Words,
        /** what a person weighs */
        weighed: Words,
        /** words in which, or between which, a word above shows by chance: 今日本地, 消毒品 */
        harmless: z.array(z.string()),
      }),
    ),
  })
  .parse(file);

const anyOf = (words: readonly string[]): RegExp =>
  new RegExp(words.toSorted((a, b) => b.length - a.length).join('|'), 'gu');

const RELEASES = releases
  .map(({ from, banned, weighed, harmless }) => ({
    from,
    banned: anyOf(Object.values(banned).flat()),
    weighed: new Map(
      Object.entries(weighed).flatMap(([ground, its]) => its.map((word) => [word, ground])),
    ),
    anyWeighed: anyOf(Object.values(weighed).flat()),
    harmless: anyOf(harmless),
  }))
  .toSorted((a, b) => b.from.localeCompare(a.from));

/** The words of the day on which a name was submitted; none before the first list. */
const wordsOf = (on: LegalDate) => RELEASES.find(({ from }) => from <= on);

/** A name without its division, unbroken by signs: what is searched for words. */
const bodyOf = ({ tradeName = '', industry, form = '' }: ParsedName): string =>
  asMeant(`${tradeName}${industry?.word ?? ''}${form}`).replace(/\p{P}/gu, '');

/**
 * The banned words in a name (企业名称登记管理规定 art. 11), each once, in the order in which they
 * stand; characters that belong to a harmless word do not count. The list is a seed: a name without
 * a hit is not thereby lawful.
 */
export function bannedWords(name: ParsedName, on: LegalDate): readonly string[] {
  const words = wordsOf(on);
  if (!words) return [];
  return [...new Set(bodyOf(name).replace(words.harmless, ' ').match(words.banned))];
}

/** A word that is not banned, and that a person weighs: of a strategy of the state, of the best, of what is no business. */
export interface WeighedWord {
  readonly word: string;
  readonly ground: string;
}

export function weighedWords(name: ParsedName, on: LegalDate): readonly WeighedWord[] {
  const words = wordsOf(on);
  if (!words) return [];
  const found = new Set(bodyOf(name).replace(words.harmless, ' ').match(words.anyWeighed));
  return [...found].map((word) => ({ word, ground: words.weighed.get(word) ?? '' }));
}

/** Not within 安全国际 or 爱国家居, where the characters only meet. */
const STATE_WORDS = /中国|中华|中央|全国(?![际学货潮画])|国家(?![具居电庭政装纺])/gu;

export interface StateWord {
  readonly word: string;
  /** at the head of the name, or inside it */
  readonly position: 'head' | 'inside';
}

/** 中国, 中华, 中央, 全国, 国家 in a whole name, which a person weighs (企业名称登记管理规定 art. 12). */
export const stateWords = (text: string): StateWord[] =>
  [...asMeant(text).matchAll(STATE_WORDS)].map(({ 0: word, index }) => ({
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
