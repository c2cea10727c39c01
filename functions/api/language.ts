import type { Language } from '../shared/language.ts';

/**
 * The language that a reader asks for; simplified Chinese where none of ours is asked for. Traditional
 * characters by the script's name, or by a region that writes them (RFC 5646, 2.2.3, 2.2.4).
 *
 * @param accepted `Accept-Language` (RFC 9110, 12.5.4)
 */
export function languageOf(accepted: string | undefined): Language {
  const ranges = (accepted ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
      const q = parameters
        .map((it) => /^\s*q=([\d.]+)$/.exec(it)?.[1])
        .find((it) => it !== undefined);
      return { tag, quality: q === undefined ? 1 : Number(q) };
    })
    .filter(({ tag, quality }) => quality > 0 && /^(zh|en)\b/.test(tag))
    .sort((a, b) => b.quality - a.quality);
  const asked = ranges[0]?.tag ?? '';
  if (asked.startsWith('en')) return 'en';
  const [, script] = /^zh-(hans|hant)\b/.exec(asked) ?? [];
  const traditional = script ? script === 'hant' : /^zh-(hk|mo|tw)\b/.test(asked);
  return traditional ? 'zh-Hant' : 'zh-Hans';
}
