import type { ApplicationForm } from '../../application/form.ts';
import { peopleOf, pointerOf } from '../../application/form-places.ts';
import { shown } from '../../name/standard-characters.ts';
import { breachedBy, type Fault, type Rule, type RuleTexts } from '../rule.ts';

/**
 * Whatever else than Han and Latin letters, common digits, punctuation and signs stands in a text: what
 * cannot be seen, letters that look like Latin ones, pictures, parts of characters. Full-width forms are as good
 * as their narrow ones.
 */
const ILLEGIBLE =
  /[^\p{Unified_Ideograph}〇\p{Script=Latin}[[\p{P}\p{N}\p{Sm}\p{Sc}°№℃㎡©®™]&&\p{Script=Common}&&[\x20-\uffff]]\x20-\x7e\u3000]/v;

const CHINESE_NAME = /^[\p{Unified_Ideograph}〇·]+$/v;

/** So many characters are shown; the rest is more of the same. */
const SHOWN = 5;

/** What most texts are. */
const PLAIN = /^[\x20-\x7e\u4e00-\u9fff]*$/;

const isLegible = (value: unknown): boolean => {
  if (typeof value === 'string') return PLAIN.test(value) || !ILLEGIBLE.test(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isLegible);
};

/** The trade name's characters are told by NM-01, and more strictly. */
export const textsLegible: Rule = {
  id: 'CO-02',
  version: 1,
  onBreach: 'RETURN',
  check: ({ form: { name: _told, ...form } }) =>
    breachedBy([...illegible(form, []), ...foreignNames(form)]),
};

function illegible(value: unknown, path: readonly string[]): Fault[] {
  if (isLegible(value)) return [];
  if (typeof value === 'string') return [holds('ILLEGIBLE', value, path, ILLEGIBLE)];
  return Object.entries(value ?? {}).flatMap(([step, its]) => illegible(its, [...path, step]));
}

/** A resident identity card bears its holder's name in Chinese characters. */
const foreignNames = (form: ApplicationForm): Fault[] =>
  peopleOf(form).flatMap(([key, { name = '', document }]) => {
    const given = name.trim();
    return document?.kind === 'RESIDENT_ID' &&
      given &&
      isLegible(given) &&
      !CHINESE_NAME.test(given)
      ? [holds('NOT_CHINESE', given, ['people', key, 'name'], /[^\p{Unified_Ideograph}〇·]/v)]
      : [];
  });

const holds = (says: string, text: string, path: readonly string[], wrong: RegExp): Fault => {
  const characters = [...new Set([...text].filter((it) => wrong.test(it)))];
  const found = { characters: characters.slice(0, SHOWN).map(shown).join(' ') };
  return { pointer: pointerOf(path), says, found };
};

export const texts: RuleTexts = {
  requires: {
    zh: '各项以规范汉字、拉丁字母、数字和常用符号填写，看得见、认得出；持居民身份证的人员，姓名用汉字书写。',
    en: 'Every entry is written in Chinese or Latin letters, digits and common signs that can be seen and told apart; whoever has a resident identity card, in Chinese.',
  },
  basis: [
    { law: '市场主体登记管理条例', article: '19' },
    { law: '国家通用语言文字法', article: '9' },
    { law: '居民身份证法', article: '4' },
  ],
  says: {
    ILLEGIBLE: {
      zh: {
        fault: '此项含有看不见或者无法辨认的字符、其他文字的字母或者图形：{characters}。',
        mend: '请删除这些字符，用汉字、拉丁字母、数字和常用标点重新填写。',
      },
      en: {
        fault:
          'The entry holds characters that cannot be seen or told apart, letters of another script, or pictures: {characters}.',
        mend: 'Remove them and write in Chinese or Latin letters, digits and common punctuation.',
      },
    },
    NOT_CHINESE: {
      zh: {
        fault: '持居民身份证的人员，姓名应当用汉字书写，与证件一致；此项含有：{characters}。',
        mend: '请按居民身份证上的姓名填写，间隔号写作“·”。',
      },
      en: {
        fault:
          'The name of a holder of a resident identity card is written in Chinese; this one holds: {characters}.',
        mend: 'Write the name as it stands on the card, with · between its parts.',
      },
    },
  },
};
