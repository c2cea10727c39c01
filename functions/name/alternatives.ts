import type { LegalDate } from '../shared/calendar.ts';
import { asMeant } from './name-characters.ts';
import { nearKey } from './near-key.ts';
import { parseName } from './trade-name.ts';
import {
  bannedWords,
  notAllowedAsTradeName,
  stateWords,
  weighedWords,
} from './trade-name-content.ts';

/** Characters that read well in a 字号: a list of ours. */
const DECENT = [...'嘉和恒远瑞源泰安宁诚明景云锦舟川禾朗知行'];

/** So many are looked up in one request. */
const MOST = 24;

/**
 * Names like the given one that differ in one character of the 字号 (one more in front or behind, or
 * another at the end), sound different, and hold nothing that is banned or weighed. Always the same,
 * in the same order, for the same name; none for a name without 字号. Whether one is free, the register tells.
 */
export function alternatives(given: string, on: LegalDate): readonly string[] {
  const { tradeName } = parseName(given);
  if (!tradeName) return [];
  const characters = [...tradeName];
  const stem = characters.slice(0, -1).join('');
  const from = characters.reduce((sum, it) => sum + (it.codePointAt(0) ?? 0), 0) % DECENT.length;
  const decent = [...DECENT.slice(from), ...DECENT.slice(0, from)].filter(
    (it) => !characters.includes(it),
  );
  return decent
    .flatMap((it) => [tradeName + it, it + tradeName, ...(stem ? [stem + it] : [])])
    .filter((other) => nearKey(other) !== nearKey(tradeName))
    .map((other) => [other, asMeant(given).replace(tradeName, () => other)] as const)
    .filter(([other, name]) => isDecent(name, other, on))
    .map(([, name]) => name)
    .slice(0, MOST);
}

function isDecent(text: string, tradeName: string, on: LegalDate): boolean {
  const name = parseName(text);
  return (
    name.tradeName === tradeName &&
    notAllowedAsTradeName(tradeName) === undefined &&
    bannedWords(name, on).length + weighedWords(name, on).length + stateWords(text).length === 0
  );
}
