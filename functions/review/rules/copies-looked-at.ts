import { STATISTICAL_LIMITS } from '../../registrar/statistical-limits.ts';
import { limitsIn } from '../limits-in-force.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/**
 * Statistical. Of many applications of one file that are copies of one another a person looks at a
 * few. Counted among the rows that were taken in together, and at one address through the whole file.
 */
export const copiesLookedAt: Rule = {
  id: 'BA-07',
  version: 1,
  onBreach: 'REFER',
  counts: 'SUBMISSION',
  parameters: { statistical: true, limits: JSON.parse(JSON.stringify(STATISTICAL_LIMITS)) },
  check: ({ seen, ...facts }) => {
    const limits = limitsIn(facts);
    const { alike, address } = seen ?? {};
    if (!limits || (!alike && address?.sameFile === undefined)) return NOT_APPLICABLE;
    const { alikeInOneFile: enough, oneLookedAtOfAlike: each } = limits;
    const sameFile = address?.sameFile ?? 0;
    const looked = [
      alike && alike.others + 1 >= enough && alike.before % each === 0,
      sameFile + 1 >= enough && (sameFile + 1 - enough) % each === 0,
    ];
    return breachedBy(
      looked.includes(true) ? [{ pointer: '/premises/address', says: 'ALIKE' }] : [],
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '同一批次中，章程、申请内容和地址不大量雷同；雷同的，由登记人员抽查（统计指标，由登记人员判断）。',
    en: 'The applications of one file are not many copies of one another; of copies an official looks at a few (a statistical sign, which a person weighs).',
  },
  basis: [{ law: '市场主体登记管理条例实施细则', article: '76' }],
  says: {
    ALIKE: {
      zh: {
        fault: '同一批次中有多份申请的地址和内容与本申请雷同，本申请被抽中，由登记人员核实。',
        mend: '无需更正；请等待登记人员联系。',
      },
      en: {
        fault:
          'Several applications of this file have the same building and nearly the same content: an official looks at this one.',
        mend: 'Nothing to correct; wait for the official.',
      },
    },
  },
};
