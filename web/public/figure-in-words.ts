import { localeOf } from '../parts/moment.ts';

/** @param share 0 to 1 */
export const shareInWords = (share: number, language: string): string =>
  new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 1 }).format(
    share,
  );

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** In the largest unit of which there is at least one: 0.42 seconds, 3.5 minutes, 2 days. */
export function durationInWords(seconds: number, language: string): string {
  const [unit, of] = UNITS.find(([, size]) => seconds >= size) ?? ['second', 1];
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumSignificantDigits: 2,
  }).format(seconds / of);
}
