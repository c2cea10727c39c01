import { breachedBy, NOT_APPLICABLE, type Rule } from '../rule.ts';

export const scopeFilingsFollow: Rule = {
  id: 'SC-05',
  version: 1,
  requires: {
    zh: '须备案的经营项目在开展经营前办理备案。',
    en: 'An item for filing is filed before trading.',
  },
  basis: [
    { law: '食品安全法', article: '35' },
    { law: '医疗器械监督管理条例', article: '41' },
  ],
  onBreach: 'WARN',
  check: ({ scope: { items, pointers } }) => {
    if (items.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      items.flatMap(({ wording, kind, permit }, at) =>
        kind === 'filing'
          ? [
              {
                pointer: pointers[at] ?? '/scope',
                ...(permit
                  ? { says: 'FILING', found: { wording, permit } }
                  : { says: 'SOME_FILING', found: { wording } }),
              },
            ]
          : [],
      ),
    );
  },
  says: {
    FILING: {
      zh: {
        fault: '“{wording}”是须备案的经营项目。',
        mend: '领取营业执照后、开展经营前，请办理“{permit}”。',
      },
      en: {
        fault: '{wording} is an item for filing.',
        mend: 'After the business licence and before trading, file: {permit}.',
      },
    },
    SOME_FILING: {
      zh: {
        fault: '“{wording}”是须备案的经营项目。',
        mend: '领取营业执照后、开展经营前，请向主管部门备案。',
      },
      en: {
        fault: '{wording} is an item for filing.',
        mend: 'After the business licence and before trading, file it with the department in charge.',
      },
    },
  },
};
