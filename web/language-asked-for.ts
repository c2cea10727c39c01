import type { Language } from './words/words.ts';

/**
 * Simplified Chinese, where the browser asks for none of ours.
 *
 * @param asked BCP 47, the best first
 */
export function languageAskedFor(asked: readonly string[]): Language {
  for (const tag of asked) {
    if (/^zh-(hant|hk|mo|tw)\b/i.test(tag)) return 'zh-Hant';
    if (/^zh\b/i.test(tag)) return 'zh-Hans';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'zh-Hans';
}
