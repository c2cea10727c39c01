import type { words as landing } from './zh-hans/landing.ts';
import type { words as pages } from './zh-hans/pages.ts';

type Shape<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Shape<T[Key]> };

/** What simplified Chinese has, the others have: what the landing page needs, and what the others need besides. */
export type Landing = Shape<typeof landing>;
export type Pages = Shape<typeof pages>;
export type Words = Landing & Pages;

export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
