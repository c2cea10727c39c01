import { weighedWords } from '../../name/trade-name-content.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** The article is remembered, not read; its words are a seed: [M]. Well-known marks are in no list that we have. */
export const nameWordsWeighed: Rule = {
  id: 'NM-11',
  version: 1,
  onBreach: 'REFER',
  counts: 'SUBMISSION',
  check: ({ name, submittedOn }) => {
    if (!name?.tradeName) return NOT_APPLICABLE;
    return breachedBy(
      weighedWords(name, submittedOn).map(({ word, ground }) => ({
        pointer: '/name',
        says: ground,
        found: { word },
      })),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '名称不含与国家重大战略相关、“国家级”“最佳”等误导公众或者使人误认为非营利组织的字词。',
    en: 'The name holds no word of the state’s strategies, of the best of all, or of an organisation that is no business.',
  },
  basis: [{ law: '企业名称登记管理规定实施办法', article: '16' }],
  says: {
    STRATEGY: {
      zh: {
        fault: '名称含有与国家重大战略、政策相关的文字“{word}”，需由登记人员判断。',
        mend: '如与相关战略、政策没有实际关联，请更改名称；否则请等待登记人员审核。',
      },
      en: {
        fault: 'The name holds {word}, a word of the state’s strategies: an official judges.',
        mend: 'Change the name if the business has no part in it; else wait for the official.',
      },
    },
    BEST: {
      zh: {
        fault: '名称含有“{word}”，可能误导公众，需由登记人员判断。',
        mend: '请更改名称，或者等待登记人员审核。',
      },
      en: {
        fault: 'The name holds {word}, which may mislead: an official judges.',
        mend: 'Change the name, or wait for the official.',
      },
    },
    NON_PROFIT: {
      zh: {
        fault: '名称含有“{word}”，可能使人误认为是非营利组织，需由登记人员判断。',
        mend: '请更改名称，或者等待登记人员审核。',
      },
      en: {
        fault:
          'The name holds {word} and may be taken for that of a non-profit: an official judges.',
        mend: 'Change the name, or wait for the official.',
      },
    },
  },
};
