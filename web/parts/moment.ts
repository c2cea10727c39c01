/** Moments and legal days are those of Guangzhou, wherever the reader is. */
const ZONE = 'Asia/Shanghai';
const LOCALES: Readonly<Record<string, string>> = { 'zh-Hant': 'zh-Hant-HK', en: 'en-GB' };

/** Of a language of ours, the one in which dates and numbers are written. */
export const localeOf = (language: string): string => LOCALES[language] ?? 'zh-CN';

export const inWords = (instant: string | number, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: ZONE,
  }).format(new Date(instant));

/** The time of day, for what is over soon. */
export const timeInWords = (instant: string | number, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { timeStyle: 'short', timeZone: ZONE }).format(
    new Date(instant),
  );

/** @param day YYYY-MM-DD */
export const dayInWords = (day: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: ZONE }).format(
    new Date(`${day}T12:00:00+08:00`),
  );

/** @param fen hundredths of a yuan */
export const moneyInWords = (fen: number, language: string): string =>
  new Intl.NumberFormat(localeOf(language), { style: 'currency', currency: 'CNY' }).format(
    fen / 100,
  );
