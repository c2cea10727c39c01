/** wan (ten thousand) and yi (a hundred million), simplified and traditional: powers of ten of a yuan. */
const UNITS: Readonly<Record<string, number>> = {
  '': 0,
  '\u4e07': 4,
  '\u842c': 4,
  '\u4ebf': 8,
  '\u5104': 8,
};
/** The character for yuan, and its sign after normalisation. */
const CURRENCY = /[\s,\u5143\u00a5]|RMB|CNY/giu;

/**
 * Fen of an amount in yuan as people type it: `1000000`, `1,000,000.50`, or by the units of Chinese.
 * Undefined where it is no amount, or finer than a fen.
 */
export function fenOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(CURRENCY, '');
  const [, whole, fraction = '', unit = ''] = /^(\d+)(?:\.(\d+))?(\D?)$/u.exec(plain) ?? [];
  const power = UNITS[unit];
  if (whole === undefined || power === undefined) return undefined;
  const places = power + 2;
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > places) return undefined;
  const fen = Number(`${whole}${digits.padEnd(places, '0')}`);
  return Number.isSafeInteger(fen) ? fen : undefined;
}

/** An amount as it is typed, in yuan and without grouping. */
export const yuanOf = (fen: number | undefined): string =>
  fen === undefined ? '' : String(fen / 100);
