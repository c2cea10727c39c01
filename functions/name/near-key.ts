import * as z from 'zod';
import alike from './look-alikes.json' with { type: 'json' };
import syllables from './syllables.json' with { type: 'json' };
import { nameKey } from './trade-name.ts';
import type { WantedName } from './wanted-name.ts';

/** The first character of each toneless syllable, in the order of a Chinese collator. */
const STARTS = [...z.object({ starts: z.string() }).parse(syllables).starts];
const ORDER = new Intl.Collator('zh');
const { groups } = z.object({ groups: z.array(z.string().min(2)) }).parse(alike);
const STANDS_FOR: ReadonlyMap<string, string> = new Map(
  groups.flatMap((group) => [...group].map((it) => [it, group.charAt(0)] as const)),
);

/** Which letter an accent belongs to depends on their order. */
const MARKS = /\p{M}/gu;

/** The character that the collator puts first of those that sound alike, tones aside; of 陈, 晨, 陳 the same. */
function soundOf(character: string): string {
  let low = 0;
  let high = STARTS.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (ORDER.compare(STARTS[middle] ?? '', character) <= 0) low = middle;
    else high = middle;
  }
  return STARTS[low] ?? character;
}

/**
 * What 字号 that can be taken for one another have in common (企业名称登记管理规定 art. 16): each character
 * by its sound without tone, in simplified or traditional form, a letter without its accents, look-alikes by the one that stands
 * for them, and whatever their order. It finds names that are near, and settles nothing: a character
 * that is read in two ways counts by one, and one that only looks like another not by its own sound.
 */
export const nearKey = (tradeName: string): string =>
  [...nameKey(tradeName).normalize('NFKD').replaceAll(MARKS, '')]
    .map((it) => (/\p{Script=Han}/u.test(it) ? soundOf(STANDS_FOR.get(it) ?? it) : it))
    .toSorted()
    .join('');

/** The subject with which 字号 of one registrar are remembered that can be taken for one another; see party/subject.store.ts. */
export const nearSubject = ({ registrar, key }: Pick<WantedName, 'registrar' | 'key'>): string =>
  `NEAR:${registrar}:${nearKey(key)}`;
