import { INDUSTRY_WORDS } from './industry-words.ts';
import { asMeant } from './name-characters.ts';
import { DISTRICTS_IN_SHORT, NAME_DIVISIONS } from './place-names.ts';

/** A trade name's four parts (企业名称登记管理规定 art. 6), as they are meant; a part that could not be found is absent. */
export interface ParsedName {
  /** the name as given, in Unicode NFC */
  readonly text: string;
  /** 行政区划, e.g. 广州市南沙区 */
  readonly division?: string;
  /** 字号; absent when nothing is left between the other parts */
  readonly tradeName?: string;
  /** the 字号's search key (lower case): what the name card is found by; absent where it is too long to be a name's */
  readonly key?: string;
  /** 行业或经营特点, and the GB/T 4754 class prefix that it stands for (e.g. F52) */
  readonly industry?: { readonly word: string; readonly class: string };
  /** 组织形式, e.g. 有限公司, 店 */
  readonly form?: string;
}

/** 组织形式 of companies, sole proprietorships, partnerships, cooperatives and individual businesses. */
export const FORMS: readonly string[] = (
  '有限责任公司 有限公司 股份有限公司 股份公司 公司 合伙企业 企业 农民专业合作社 专业合作社 合作社 集团 ' +
  '工作室 事务所 研究院 研究所 商店 商行 商场 商铺 超市 经营部 销售部 批发部 服务部 门市部 零售部 加工厂 ' +
  '专卖店 加盟店 中心 店 馆 部 行 厂 社 坊 铺 屋 庄 场 站 院 档'
).split(' ');

/** Longer than any division, industry word or form. */
const LONGEST_PART = 20;

/** Of a form's name, which has 200; only compatibility characters, which no name may have, come to more. */
const LONGEST_KEY = 200;

/**
 * Finds a name's parts: the longest division that it begins with, then the form word at its end and
 * the industry word before that which together reach furthest; what is left is the 字号. Where two
 * splits reach as far, the longer industry word wins: 仓储服务 and 部, not 仓储 and 服务部.
 *
 * A division after the 字号 or the industry stands in full-width brackets: 晨岚百货（广州）有限公司.
 * A district of Guangzhou may stand without 区 behind its city, 广州南沙晨岚, where a 字号 of two
 * characters is left. The parts, joined, are the text as it is meant (without such a bracket); see
 * name-characters.ts. Total: a part that is not there is absent.
 */
export function parseName(given: string): ParsedName {
  const meant = asMeant(given);
  const head = longest(NAME_DIVISIONS, (size) => meant.slice(0, size));
  const short = longest(DISTRICTS_IN_SHORT, (size) => meant.slice(0, size));
  const bracket = head ? undefined : bracketedDivision(meant);
  const body = bracket ? bracket.rest : meant.slice(head.length);
  const read = partsOf(body);
  const shorter = short.length > head.length && partsOf(meant.slice(short.length));
  const taken = shorter && [...shorter.tradeName].length >= 2 ? shorter : undefined;
  const division = taken ? short : head || bracket?.division;
  const { tradeName, word, form } = taken ?? read;
  const industryClass = INDUSTRY_WORDS.get(word);
  const key = nameKey(tradeName);

  return {
    text: given.normalize('NFC'),
    ...(division && { division }),
    ...(tradeName && { tradeName, ...(key.length <= LONGEST_KEY && { key }) }),
    ...(industryClass && { industry: { word, class: industryClass } }),
    ...(form && { form }),
  };
}

function partsOf(body: string): { tradeName: string; word: string; form: string } {
  const { word, form } = ending(body);
  return { tradeName: body.slice(0, body.length - word.length - form.length), word, form };
}

/** The 字号's search key: as it is meant, in lower case. Never shown in place of the name. */
export const nameKey = (tradeName: string): string =>
  // letter by letter: together, Σ becomes another letter at the end than elsewhere
  asMeant([...asMeant(tradeName)].map((letter) => letter.toLowerCase()).join(''));

/**
 * The industry under which a name card keeps a name: the class prefix cut to so many digits, or `*`
 * for a name without an industry word. Words tell two digits, so three and four act as two.
 */
export const industryOf = (name: ParsedName, digits: 1 | 2 | 3 | 4): string =>
  name.industry?.class.slice(0, 1 + digits) ?? '*';

function bracketedDivision(text: string): { division: string; rest: string } | undefined {
  const [, before, division, after] = /^(.+?)（([^（）]+)）(.*)$/su.exec(text) ?? [];
  return division && NAME_DIVISIONS.has(division)
    ? { division, rest: `${before}${after}` }
    : undefined;
}

/** Both empty where they are not there. */
function ending(body: string): { word: string; form: string } {
  const [best] = ['', ...FORMS]
    .filter((form) => body.endsWith(form))
    .map((form) => {
      const core = body.slice(0, body.length - form.length);
      return { form, word: longest(INDUSTRY_WORDS, (size) => core.slice(-size)) };
    })
    .toSorted((a, b) => reach(b) - reach(a) || b.word.length - a.word.length);
  return best ?? { word: '', form: '' };
}

const reach = ({ word, form }: { word: string; form: string }): number => word.length + form.length;

/** The longest of the parts that `cut` cuts, or nothing. */
function longest(parts: { has(part: string): boolean }, cut: (size: number) => string): string {
  for (let size = LONGEST_PART; size > 0; size -= 1) {
    const part = cut(size);
    if (parts.has(part)) return part;
  }
  return '';
}
