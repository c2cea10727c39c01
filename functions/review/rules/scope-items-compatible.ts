import { exclusivePairs } from '../../scope/catalogue.ts';
import { breachedBy, NOT_APPLICABLE, type Rule } from '../rule.ts';

export const scopeItemsCompatible: Rule = {
  id: 'SC-07',
  version: 1,
  requires: {
    zh: '互斥的经营项目不同时选择。',
    en: 'Items that exclude each other are not chosen together.',
  },
  basis: [{ law: '食品安全法', article: '35' }],
  onBreach: 'RETURN',
  parameters: { exclusivePairs },
  check: ({ scope: { items, pointers } }) => {
    if (items.length < 2) return NOT_APPLICABLE;
    const at = (wording: string) => items.findIndex((item) => item.wording === wording);
    return breachedBy(
      exclusivePairs
        .map(([one, other]) => ({ one, other, later: Math.max(at(one), at(other)) }))
        .filter(({ one, other }) => at(one) >= 0 && at(other) >= 0)
        .map(({ one, other, later }) => ({
          pointer: pointers[later] ?? '/scope',
          says: 'PAIR',
          found: { one, other },
        })),
    );
  },
  says: {
    PAIR: {
      zh: { fault: '“{one}”与“{other}”不能同时选择。', mend: '请保留其中一项，删除另一项。' },
      en: {
        fault: '{one} and {other} exclude each other.',
        mend: 'Keep one of them and drop the other.',
      },
    },
  },
};
