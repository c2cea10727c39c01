import type { Registrar } from '../registrar/registrars.ts';
import { INDUSTRY_WORDS } from './industry-words.ts';
import type { ParsedName } from './trade-name.ts';

/** What stands before and behind a 字号, each in the order in which it is proposed. */
export interface NameParts {
  /** 行政区划; none without a registrar */
  readonly divisions: readonly string[];
  /** 行业, of the industry of the scope's first item; none without one */
  readonly industries: readonly string[];
  /** 组织形式; none without a type of business that has its own */
  readonly forms: readonly string[];
}

const COMPANY = ['有限公司', '有限责任公司'];
const SHOP = ['店', '商行', '商店', '经营部', '馆', '坊', '工作室', '服务部', '中心', '厂'];
const FORMS_OF: Readonly<Record<string, readonly string[]>> = {
  LIMITED_COMPANY: COMPANY,
  SOLE_PROPRIETORSHIP: ['商行', ...SHOP.filter((it) => it !== '商行')],
  INDIVIDUAL_BUSINESS: SHOP,
};

/** Of a section of GB/T 4754: who makes things has a 厂, who works for others a 工作室 or 服务部. */
const FITTING: Readonly<Record<string, string>> = {
  C: '厂',
  I: '工作室',
  L: '工作室',
  M: '工作室',
  O: '服务部',
  R: '工作室',
};

/** Longer words are rarely taken into a name: 互联网销售. */
const SHORT = 4;

/** With one of them moved to the front. */
const firstly = (word: string | undefined, words: readonly string[]): readonly string[] =>
  word !== undefined && words.includes(word) ? [word, ...words.filter((it) => it !== word)] : words;

/**
 * With what a name of this type of business, registrar and first item of scope may be put together, so
 * that rules NM-02, NM-04 and NM-05 are met and only the 字号 is left to be invented. Words of the
 * industry that stand in the item itself come first. Total.
 */
export function namePartsFor(
  type: string | undefined,
  registrar: Pick<Registrar, 'district' | 'industryDigits'> | undefined,
  first: { readonly wording: string; readonly class: string } | undefined,
): NameParts {
  const words = first && registrar ? wordsOf(first.class, registrar.industryDigits) : [];
  const isCalled = (word: string) => word.length <= SHORT && first?.wording.includes(word);
  return {
    divisions: registrar ? [`广州市${registrar.district}`, '广州市', '广州'] : [],
    industries: [...words.filter(isCalled), ...words.filter((it) => !isCalled(it))],
    forms: firstly(
      FITTING[first?.class.slice(0, 1) ?? ''],
      Object.hasOwn(FORMS_OF, type ?? '') ? (FORMS_OF[type ?? ''] ?? []) : [],
    ),
  };
}

const wordsOf = (itemClass: string, digits: Registrar['industryDigits']): readonly string[] =>
  [...INDUSTRY_WORDS].flatMap(([word, prefix]) => {
    const named = prefix.slice(0, 1 + digits);
    return itemClass.startsWith(named) || named.startsWith(itemClass) ? word : [];
  });

/**
 * A name taken apart as it was put together; undefined where the parts, joined, are not the name (a
 * division in brackets, invisible characters), which can only be written as a whole.
 */
export function partsOf({ text, division = '', tradeName = '', industry, form = '' }: ParsedName) {
  const parts = { division, tradeName, industry: industry?.word ?? '', form };
  return Object.values(parts).join('') === text ? parts : undefined;
}
