import type { Language } from '../review/rendered-finding.ts';

/**
 * The language that a reader asks for; Chinese where none of ours is asked for.
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
  return ranges[0]?.tag.startsWith('en') ? 'en' : 'zh-Hans';
}
