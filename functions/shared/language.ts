import { SIMPLIFIED_COUNTS, traditional } from './traditional.ts';

/** Languages in which texts are told; the simplified Chinese one counts. */
export type Language = 'zh-Hans' | 'zh-Hant' | 'en';

/** A text in the two languages in which it is written. */
export interface Told {
  readonly zh: string;
  readonly en: string;
}

/** One text in the reader's language. */
export const inTongue =
  (language: Language) =>
  ({ zh, en }: Told): string => {
    if (language === 'en') return en;
    return language === 'zh-Hant' ? traditional(zh) : zh;
  };

/** What stands beside texts that were converted: that the simplified ones count. */
export const remarkIn = (language: Language): { readonly remark?: string } =>
  language === 'zh-Hant' ? { remark: SIMPLIFIED_COUNTS } : {};
