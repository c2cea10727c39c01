import { LegalDate } from './calendar.ts';
import { yearsLater } from './days.ts';
import { PROVINCES } from './divisions.ts';

const ZERO = '0'.charCodeAt(0);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export type ResidentId =
  | { readonly ok: true; readonly number: string; readonly birth: LegalDate }
  | { readonly ok: false; readonly fault: 'LENGTH' | 'CHARACTER' | 'DIVISION' | 'DATE' | 'CHECK' };

/**
 * Reads an 18-character citizen's number (公民身份号码) as people type it: full-width characters,
 * a small x and white space around it are allowed.
 *
 * The division is checked to the province only, because numbers keep the county of their first
 * issue, abolished or not. 83 and 9x are the residence cards that use the same number.
 *
 * @param today births after this day are faults.
 * @see GB 11643-1999.
 */
export function parseResidentId(text: string, today: LegalDate): ResidentId {
  const number = text.normalize('NFKC').trim().toUpperCase();
  if (!/^.{18}$/su.test(number)) return { ok: false, fault: 'LENGTH' };
  if (!/^\d{17}[\dX]$/.test(number)) return { ok: false, fault: 'CHARACTER' };
  if (!isDivision(number.slice(0, 3))) return { ok: false, fault: 'DIVISION' };
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!LegalDate.safeParse(birth).success || birth > today) return { ok: false, fault: 'DATE' };
  if (checkCharacter(number) !== number[17]) return { ok: false, fault: 'CHECK' };
  return { ok: true, number, birth };
}

/**
 * Full years of age (周岁) on a day; the birthday counts as reached, and who was born on
 * 29 February reaches it on the 28th in other years (民法典 art. 202).
 */
export function ageOn(birth: LegalDate, date: LegalDate): number {
  const years = Number(date.slice(0, 4)) - Number(birth.slice(0, 4));
  return yearsLater(birth, years) <= date ? years : years - 1;
}

/** A foreigner's card is 9, the issuing province, the country; all others begin with the province. */
const isDivision = (start: string): boolean =>
  start.startsWith('9')
    ? PROVINCES[start.slice(1)] !== undefined
    : start.startsWith('83') || PROVINCES[start.slice(0, 2)] !== undefined;

const checkCharacter = (number: string): string =>
  '10X98765432'.charAt(
    WEIGHTS.reduce((sum, it, place) => sum + it * (number.charCodeAt(place) - ZERO), 0) % 11,
  );
