import type { words as agents } from './zh-hans/agents.ts';
import type { words as desk } from './zh-hans/desk.ts';
import type { words as form } from './zh-hans/form.ts';
import type { words as landing } from './zh-hans/landing.ts';
import type { words as pages } from './zh-hans/pages.ts';
import type { words as parties } from './zh-hans/parties.ts';
import type { words as supervision } from './zh-hans/supervision.ts';
import type { words as trade } from './zh-hans/trade.ts';

type Shape<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Shape<T[Key]> };

/** What simplified Chinese has, the others have, by the part of the pages that says it. */
export interface Texts {
  readonly landing: Shape<typeof landing>;
  /** what every page behind the landing page may say */
  readonly pages: Shape<typeof pages>;
  readonly form: Shape<typeof form>;
  readonly trade: Shape<typeof trade>;
  readonly parties: Shape<typeof parties>;
  readonly desk: Shape<typeof desk>;
  readonly supervision: Shape<typeof supervision>;
  readonly agents: Shape<typeof agents>;
}
export type Part = keyof Texts;
export type Words = Texts['landing'] &
  Texts['pages'] &
  Texts['form'] &
  Texts['trade'] &
  Texts['parties'] &
  Texts['desk'] &
  Texts['supervision'] &
  Texts['agents'];

export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
