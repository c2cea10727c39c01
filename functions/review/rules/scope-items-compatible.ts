import { exclusivePairs, forIndividuals } from '../../scope/catalogue.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/**
 * Of two that exclude each other the later is told. What is made for natural persons is only pointed out to
 * a company that adds it: companies carry it, and bundles have it on purpose.
 */
export const scopeItemsCompatible: Rule = {
  id: 'SC-07',
  version: 2,
  onBreach: 'RETURN',
  counts: 'SUBMISSION',
  parameters: { exclusivePairs, forIndividuals },
  check: ({ form: { type }, scope: { items, pointers } }) => {
    const personal = type === 'LIMITED_COMPANY' ? forIndividuals : [];
    const added = items.flatMap(({ wording }, index): Fault[] => {
      const pointer = pointers[index] ?? '/scope';
      return personal.includes(wording) && pointer !== '/scope/bundle'
        ? [{ pointer, says: 'FOR_INDIVIDUALS', found: { wording }, consequence: 'WARN' }]
        : [];
    });
    if (items.length < 2 && added.length === 0) return NOT_APPLICABLE;
    const at = (wording: string) => items.findIndex((item) => item.wording === wording);
    return breachedBy([
      ...added,
      ...exclusivePairs
        .map(([one, other]) => ({ one, other, later: Math.max(at(one), at(other)) }))
        .filter(({ one, other }) => at(one) >= 0 && at(other) >= 0)
        .map(({ one, other, later }) => ({
          pointer: pointers[later] ?? '/scope',
          says: 'PAIR',
          found: { one, other },
        })),
    ]);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '互斥的经营项目不同时选择。',
    en: 'Items that exclude each other are not chosen together.',
  },
  basis: [{ law: '食品安全法', article: '35' }],
  says: {
    FOR_INDIVIDUALS: {
      zh: {
        fault: '“{wording}”一般由自然人、个体工商户从事。',
        mend: '公司从事直播业务的，请确认确需该项目；无需更正的，可以继续。',
      },
      en: {
        fault: '{wording} is commonly done by natural persons and individual businesses.',
        mend: 'Make sure that the company needs it; otherwise nothing to correct.',
      },
    },
    PAIR: {
      zh: { fault: '“{one}”与“{other}”不能同时选择。', mend: '请保留其中一项，删除另一项。' },
      en: {
        fault: '{one} and {other} exclude each other.',
        mend: 'Keep one of them and drop the other.',
      },
    },
  },
};
