import { nonStandard, shown } from '../../name/standard-characters.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** The industry may be left out by who trades across industries (art. 6): a person weighs that. */
export const nameHasItsParts: Rule = {
  id: 'NM-01',
  version: 2,
  onBreach: 'RETURN',
  check: ({ name }) => {
    if (!name?.text.trim()) return NOT_APPLICABLE;
    const faults: (Fault | false)[] = [
      characterFault(name.text),
      !name.division && { pointer: '/name', says: 'DIVISION' },
      !name.tradeName && { pointer: '/name', says: 'TRADE_NAME' },
      !name.industry && { pointer: '/name', says: 'INDUSTRY', consequence: 'REFER' },
      !name.form && { pointer: '/name', says: 'FORM' },
    ];
    return breachedBy(faults.filter((fault) => fault !== false));
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '名称由行政区划、字号、行业或者经营特点、组织形式依次组成，使用规范汉字（《通用规范汉字表》）。',
    en: 'A name consists of division, trade name, industry and form, in standard Chinese characters (通用规范汉字表).',
  },
  basis: [
    { law: '企业名称登记管理规定', article: '5' },
    { law: '企业名称登记管理规定', article: '6' },
  ],
  says: {
    CHARACTERS: {
      zh: {
        fault: '名称含有汉字以外的字符（字母、数字、空格、符号或者看不见的字符）：{characters}。',
        mend: '请删除或者改用规范汉字。',
      },
      en: {
        fault:
          'The name holds something other than Chinese characters (a letter, digit, space, sign, or what cannot be seen): {characters}.',
        mend: 'Take it out, or write it in standard Chinese characters.',
      },
    },
    NOT_STANDARD: {
      zh: {
        fault: '名称含有《通用规范汉字表》以外的字（繁体字、异体字或者生僻字）：{characters}。',
        mend: '请改用规范汉字（简体字）。',
      },
      en: {
        fault:
          'The name holds characters outside the table of standard ones (traditional, variant or rare): {characters}.',
        mend: 'Write them in their standard, simplified form.',
      },
    },
    DIVISION: {
      zh: {
        fault: '名称开头没有行政区划。',
        mend: '请以“广州市”加所在区的名称或者“广州”开头，如“广州市南沙区”。',
      },
      en: {
        fault: 'The name does not begin with a division.',
        mend: 'Begin with 广州市 and the district, or with 广州.',
      },
    },
    TRADE_NAME: {
      zh: { fault: '名称中没有字号。', mend: '请在行政区划之后加上两个以上汉字的字号。' },
      en: {
        fault: 'The name has no trade name (字号).',
        mend: 'Add one of two or more characters after the division.',
      },
    },
    INDUSTRY: {
      zh: {
        fault:
          '名称中没有可识别的行业或者经营特点；只有跨行业综合经营的才可以省略，需由登记人员判断。',
        mend: '请在字号之后加上行业用语（如“百货”“贸易”）；确属跨行业综合经营的，请等待登记人员审核。',
      },
      en: {
        fault:
          'No industry could be found in the name. Only who trades across industries may leave it out, which an official judges.',
        mend: 'Add an industry word (such as 百货) after the trade name; else wait for the official.',
      },
    },
    FORM: {
      zh: {
        fault: '名称末尾没有可识别的组织形式。',
        mend: '请在末尾加上组织形式，如“有限公司”“商行”“店”。',
      },
      en: {
        fault: 'The name does not end with a form of organisation.',
        mend: 'End it with one, such as 有限公司, 商行 or 店.',
      },
    },
  },
};

/** So many characters are shown; the rest is more of the same. */
const SHOWN = 5;

function characterFault(text: string): Fault | false {
  const wrong = nonStandard(text);
  if (wrong.length === 0) return false;
  const han = wrong.every((it) => /\p{Unified_Ideograph}/u.test(it));
  const characters = wrong.slice(0, SHOWN).map(shown).join(' ');
  return { pointer: '/name', says: han ? 'NOT_STANDARD' : 'CHARACTERS', found: { characters } };
}
