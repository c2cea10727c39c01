import type { words as agents } from './zh-hans/agents.ts';
import type { words as applications } from './zh-hans/applications.ts';
import type { words as checks } from './zh-hans/checks.ts';
import type { words as desk } from './zh-hans/desk.ts';
import type { words as form } from './zh-hans/form.ts';
import type { words as landing } from './zh-hans/landing.ts';
import type { words as lists } from './zh-hans/lists.ts';
import type { words as names } from './zh-hans/names.ts';
import type { words as namings } from './zh-hans/namings.ts';
import type { words as pages } from './zh-hans/pages.ts';
import type { words as parties } from './zh-hans/parties.ts';
import type { words as publishing } from './zh-hans/publishing.ts';
import type { words as supervision } from './zh-hans/supervision.ts';
import type { words as trade } from './zh-hans/trade.ts';

type Shape<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Shape<T[Key]> };

/** What simplified Chinese has, the others have, by the part of the pages that says it. */
export interface Texts {
  readonly landing: Shape<typeof landing>;
  /** what every page behind the landing page may say */
  readonly pages: Shape<typeof pages>;
  /** what applications are called and say of themselves, wherever one is shown: behind the landing page as well */
  readonly applications: Shape<typeof applications>;
  /** what the codes of the API are called, behind the landing page as well */
  readonly names: Shape<typeof names>;
  readonly form: Shape<typeof form>;
  readonly trade: Shape<typeof trade>;
  readonly parties: Shape<typeof parties>;
  readonly desk: Shape<typeof desk>;
  readonly supervision: Shape<typeof supervision>;
  /** of supervision: dated data */
  readonly publishing: Shape<typeof publishing>;
  readonly lists: Shape<typeof lists>;
  /** of supervision: checks after registration, and inquiries that follow */
  readonly checks: Shape<typeof checks>;
  readonly agents: Shape<typeof agents>;
  readonly namings: Shape<typeof namings>;
}
export type Part = keyof Texts;

type Together<T> = (T extends unknown ? (it: T) => void : never) extends (it: infer All) => void
  ? All
  : never;
/** What the parts say, as one. */
export type Words = Together<Texts[Part]>;

export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
