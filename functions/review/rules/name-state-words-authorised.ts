import { stateWords } from '../../name/trade-name-content.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

export const nameStateWordsAuthorised: Rule = {
  id: 'NM-07',
  version: 2,
  onBreach: 'REFER',
  check: ({ name }) => {
    if (!name) return NOT_APPLICABLE;
    return breachedBy(
      stateWords(name.text).map(({ word, position }) => ({
        pointer: '/name',
        says: position === 'head' ? 'HEAD' : 'INSIDE',
        found: { word },
      })),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '名称冠以“中国”“中华”“中央”“全国”“国家”等字词的，经国务院批准；在名称中间使用的，仅作行业限定语。',
    en: 'A name that begins with 中国, 中华, 中央, 全国 or 国家 is approved by the State Council; inside a name they only qualify the industry.',
  },
  basis: [{ law: '企业名称登记管理规定', article: '12' }],
  says: {
    HEAD: {
      zh: {
        fault: '名称冠以“{word}”，须经国务院批准，需由登记人员从严审核。',
        mend: '请提供批准文件；没有批准文件的，请更改名称。',
      },
      en: {
        fault:
          'The name begins with {word}, which takes the State Council’s approval: an official reviews it strictly.',
        mend: 'Have the approval at hand, or change the name.',
      },
    },
    INSIDE: {
      zh: {
        fault: '名称中间含有“{word}”，只能作为行业限定语使用，需由登记人员判断。',
        mend: '如不是行业限定语，请更改名称；否则请等待登记人员审核。',
      },
      en: {
        fault: '{word} inside the name may only qualify the industry: an official judges.',
        mend: 'Change the name if it does not; else wait for the official.',
      },
    },
  },
};
