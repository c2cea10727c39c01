import * as z from 'zod';
import { LegalDate } from '../shared/calendar.ts';
import file from './sensitive-trades.json' with { type: 'json' };

/** Trades that special laws keep to those who are admitted: a person looks at them. */
const SENSITIVE_FIELDS = ['FINANCE', 'CRYPTO', 'MEDICAL', 'SCHOOLING'] as const;
type SensitiveField = (typeof SENSITIVE_FIELDS)[number];

const { from, fields, harmlessItems, harmlessWords } = z
  .object({
    from: LegalDate,
    fields: z.record(z.enum(SENSITIVE_FIELDS), z.array(z.string()).min(1)),
    /** whole wordings in which such a word says what is left out, or names plain goods */
    harmlessItems: z.array(z.string()),
    /** words of names in which one shows by chance */
    harmlessWords: z.array(z.string()),
  })
  .parse(file);

/** The words by field, as rule SC-09 shows them among its parameters. */
export const SENSITIVE_TRADES = { from, fields, harmlessItems, harmlessWords };

const anyOf = (words: readonly string[]): RegExp =>
  new RegExp(words.toSorted((a, b) => b.length - a.length).join('|'), 'u');

const WORDS = SENSITIVE_FIELDS.map((field) => ({ field, words: anyOf(fields[field]) }));
const ANY = anyOf(Object.values(fields).flat());
const HARMLESS = new RegExp(anyOf(harmlessWords), 'gu');
const HARMLESS_ITEMS = new Set(harmlessItems);

interface SensitiveWord {
  readonly field: SensitiveField;
  readonly word: string;
}

function wordsIn(text: string): SensitiveWord[] {
  if (!ANY.test(text)) return [];
  return WORDS.flatMap(({ field, words }) => {
    const [word] = words.exec(text) ?? [];
    return word === undefined ? [] : [{ field, word }];
  });
}

/** Sensitive words of a wording, one for each field. Whole harmless wordings have none: 教育咨询服务（不含…）. */
export const sensitiveInItem = (wording: string): SensitiveWord[] =>
  HARMLESS_ITEMS.has(wording) ? [] : wordsIn(wording);

/** Sensitive words of a name without its division, one for each field. */
export const sensitiveInName = (name: string): SensitiveWord[] =>
  wordsIn(name.normalize('NFKC').replace(HARMLESS, ' '));
