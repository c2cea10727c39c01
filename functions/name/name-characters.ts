import * as z from 'zod';
import forms from './traditional-forms.json' with { type: 'json' };

const { traditional, simplified } = z
  .object({ traditional: z.string(), simplified: z.string() })
  .parse(forms);
const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  [...traditional].map((form, at) => [form, simplified.charAt(at)] as const),
);

const OF_OUR_WORDS = new RegExp(`[${traditional}]`, 'gu');

/** What most names are: nothing in them stands for another character, but for traditional forms. */
const PLAIN = /^[\u4e00-\u9fff（）]*$/;

/** Neither seen nor heard: controls, spaces, bidirectional and zero-width characters, variation selectors. */
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A name as it is meant, for reading its parts: compatibility forms as the characters that they stand
 * for (full-width letters, Kangxi radicals), nothing invisible, full-width brackets, and simplified
 * forms of the characters of our words (廣州市 → 广州市). Never shown in place of the name.
 */
export const asMeant = (text: string): string =>
  (PLAIN.test(text) ? text : asPlain(text)).replace(OF_OUR_WORDS, (it) => SIMPLIFIED.get(it) ?? it);

const asPlain = (text: string): string =>
  text.normalize('NFKC').replace(INVISIBLE, '').replaceAll('(', '（').replaceAll(')', '）');
