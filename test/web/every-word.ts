import { words as enLanding } from '#web/words/en/landing.ts';
import { words as enPages } from '#web/words/en/pages.ts';
import type { Words } from '#web/words/words.ts';
import { words as zhHansLanding } from '#web/words/zh-hans/landing.ts';
import { words as zhHansPages } from '#web/words/zh-hans/pages.ts';
import { words as zhHantLanding } from '#web/words/zh-hant/landing.ts';
import { words as zhHantPages } from '#web/words/zh-hant/pages.ts';

/** Every text of the pages, in each language. */
export const zhHans: Words = { ...zhHansLanding, ...zhHansPages };
export const zhHant: Words = { ...zhHantLanding, ...zhHantPages };
export const en: Words = { ...enLanding, ...enPages };
