/** The 31 characters of GB 32100-2015: no I, O, S, V, Z. A character's place is its value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

const CODE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const LOT_CODE = /^9[12]\d{6}MA[0-9A-HJ-NPQRTUWXY]{8}$/;

/** Serials of one division's lot run from 0 to one below this: six characters of the alphabet. */
export const SERIALS = ALPHABET.length ** 6;

export type Uscc =
  | { readonly ok: true; readonly code: string; readonly division: string }
  | { readonly ok: false; readonly fault: 'LENGTH' | 'CHARACTER' | 'ORGANISATION_CHECK' | 'CHECK' };

/**
 * Reads a unified social credit code (统一社会信用代码) as people type it: full-width or
 * lower-case characters and white space around it are allowed.
 *
 * Both check characters are verified, the organisation code's first. Codes whose outer check
 * fails alone are in real use (`CHECK`), so who meets one refers it to a person.
 *
 * @returns the code in upper case, and the registering division (never that of the address).
 * @see GB 32100-2015, GB 11714-1997.
 */
export function parseUscc(text: string): Uscc {
  const code = text.normalize('NFKC').trim().toUpperCase();
  if ([...code].length !== 18) return { ok: false, fault: 'LENGTH' };
  if (!CODE.test(code)) return { ok: false, fault: 'CHARACTER' };
  if (organisationCheckCharacter(code.slice(8, 16)) !== code[16]) {
    return { ok: false, fault: 'ORGANISATION_CHECK' };
  }
  if (usccCheckCharacter(code.slice(0, 17)) !== code[17]) return { ok: false, fault: 'CHECK' };
  return { ok: true, code, division: code.slice(2, 8) };
}

/**
 * The check character of a unified social credit code.
 *
 * @param body17 the first 17 characters, upper case.
 * @throws {RangeError} when `body17` is not 17 characters of the alphabet: a defect of the caller.
 * @see GB 32100-2015, 4.6.
 */
export function usccCheckCharacter(body17: string): string {
  const sum = weightedSum(body17, WEIGHTS, (character) => ALPHABET.indexOf(character));
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/**
 * The check character of an organisation code (组织机构代码): a digit or X.
 *
 * @param body8 its first 8 characters: digits and A to Z, upper case.
 * @throws {RangeError} when `body8` is anything else: a defect of the caller.
 * @see GB 11714-1997.
 */
export function organisationCheckCharacter(body8: string): string {
  const sum = weightedSum(body8, ORGANISATION_WEIGHTS, (character) =>
    /[0-9A-Z]/.test(character) ? Number.parseInt(character, 36) : -1,
  );
  return '0X987654321'.charAt(sum % 11);
}

/**
 * The code that a registrar's lot gives to a serial: registering department 9 (市场监管), our own
 * range of organisation codes (`MA` and six characters). One to one with (class, division, serial).
 *
 * @param class 1 enterprise (企业), 2 individual business (个体工商户).
 * @param serial 0 … {@link SERIALS} − 1; it is also the licence's index in its status list.
 * @throws {RangeError} for a serial outside the lot or a division that is not six digits.
 */
export function usccOf(lot: { class: '1' | '2'; division: string; serial: number }): string {
  const { division, serial } = lot;
  if (!Number.isInteger(serial) || serial < 0 || serial >= SERIALS) {
    throw new RangeError(`no serial of a lot: ${serial}`);
  }
  if (!/^\d{6}$/.test(division)) throw new RangeError(`not a division: ${division}`);
  const body8 = `MA${inAlphabet(serial)}`;
  const body17 = `9${lot.class}${division}${body8}${organisationCheckCharacter(body8)}`;
  return body17 + usccCheckCharacter(body17);
}

/**
 * The serial that {@link usccOf} made a code from.
 *
 * @throws {RangeError} for a code that is not of a lot's form.
 */
export function serialOf(code: string): number {
  if (!LOT_CODE.test(code)) throw new RangeError('not a code of a lot');
  return [...code.slice(10, 16)].reduce((serial, it) => serial * 31 + ALPHABET.indexOf(it), 0);
}

const inAlphabet = (serial: number): string =>
  [5, 4, 3, 2, 1, 0]
    .map((power) => ALPHABET.charAt(Math.floor(serial / 31 ** power) % 31))
    .join('');

function weightedSum(
  body: string,
  weights: readonly number[],
  value: (character: string) => number,
): number {
  if (body.length !== weights.length) throw new RangeError(`not ${weights.length} characters`);
  return weights.reduce((sum, weight, place) => {
    const it = value(body.charAt(place));
    if (it < 0) throw new RangeError(`not a character of the code at ${place}`);
    return sum + weight * it;
  }, 0);
}
