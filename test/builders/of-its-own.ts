import type { ApplicationForm } from '#functions/application/form.ts';
import { inventionOf } from '#local/sample/invention.ts';
import { seeded } from '#local/sample/seeded.ts';

/** A number that the word always gives, and hardly any other word. */
const numberOf = (word: string): number =>
  [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_999_991, 7);

/**
 * A person and an address that belong to a word (a 字号), the same on every day: who heads many
 * businesses, or an address that many give, is another's affair (BA-05, BA-06, AD-10).
 */
export function ofItsOwn(word: string): {
  readonly p1: NonNullable<ApplicationForm['people']>[string];
  readonly address: string;
} {
  const number = numberOf(word);
  const { person } = inventionOf(seeded(number), '2026-11-23');
  const address = `广州市南沙区望潮街${100 + (number % 9_000)}号${1 + (number % 20)}01房`;
  const phone = `139${String(number).padStart(8, '0')}`;
  return { p1: { ...person(), phone, email: `p${number}@example.com` }, address };
}
