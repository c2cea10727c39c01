import * as z from 'zod';
import standard from './standard-characters.json' with { type: 'json' };

const { plane, beyond } = z.object({ plane: z.string(), beyond: z.string() }).parse(standard);
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 (RFC 4648) by the language alone: a released rule set runs where no host lends a decoder. */
function bytesOf(base64: string): Uint8Array {
  const sextets = Array.from(base64.replace(/=+$/, ''), (digit) => DIGITS.indexOf(digit));
  return Uint8Array.from({ length: Math.floor((sextets.length * 6) / 8) }, (_, index) => {
    const at = Math.floor((index * 8) / 6);
    const two = ((sextets[at] ?? 0) << 6) | (sextets[at + 1] ?? 0);
    return (two >> (4 - ((index * 8) % 6))) & 0xff;
  });
}

const PLANE = bytesOf(plane);
const PLANE_FROM = 0x4e00;
/** 通用规范汉字 outside the block of CJK unified ideographs, and the signs that may stand in a name */
const BESIDE: ReadonlySet<string> = new Set([...beyond, '（', '）', '·']);

const isStandard = (character: string): boolean => {
  const at = (character.codePointAt(0) ?? 0) - PLANE_FROM;
  const byte = PLANE[at >> 3];
  return byte === undefined ? BESIDE.has(character) : (byte & (1 << (at & 7))) !== 0;
};

/**
 * The characters of a name that are not standard Chinese (企业名称登记管理规定 art. 5: 规范汉字, by the
 * 8,105 of 通用规范汉字表), beside full-width brackets and the middle dot; each once, in order.
 */
export const nonStandard = (text: string): readonly string[] => [
  ...new Set([...text].filter((it) => !isStandard(it))),
];

/** A character as a finding shows it: 嵐, and by its number what looks like nothing or like another: U+200B. */
export const shown = (character: string): string =>
  /^[\p{Unified_Ideograph}\x21-\x7e]$/u.test(character)
    ? character
    : `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
