import { STATISTICAL_LIMITS } from '../../registrar/statistical-limits.ts';
import { limitsIn } from '../limits-in-force.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** Statistical. A host’s address and a platform shop’s are not counted. Both figures must be passed: an old full house is no burst. */
export const addressNotCrowded: Rule = {
  id: 'AD-10',
  version: 1,
  onBreach: 'REFER',
  counts: 'SUBMISSION',
  parameters: { statistical: true, limits: JSON.parse(JSON.stringify(STATISTICAL_LIMITS)) },
  check: ({ seen, ...facts }) => {
    const limits = limitsIn(facts);
    if (!seen?.address || !limits) return NOT_APPLICABLE;
    const { ever, lately } = seen.address;
    return breachedBy(
      ever + 1 > limits.atOneAddress && lately + 1 > limits.newAtOneAddress
        ? [{ pointer: '/premises/address', says: 'CROWDED' }]
        : [],
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '同一地址（集群注册除外）登记的主体不异常地多，近期也没有异常增加（统计指标，由登记人员判断）。',
    en: 'Outside hosts’ addresses, one address has not unusually many businesses, and many of them new (a statistical sign, which a person weighs).',
  },
  basis: [{ law: '市场主体登记管理条例实施细则', article: '17' }],
  says: {
    CROWDED: {
      zh: {
        fault: '近期有较多主体以同一地址申请登记，需由登记人员核实。',
        mend: '请准备使用该地址的证明，等待登记人员联系；由托管机构托管的，请选择集群注册。',
      },
      en: {
        fault: 'Many businesses have applied with this address of late: an official looks at it.',
        mend: 'Have proof of its use at hand and wait for the official; at a host’s address choose cluster registration.',
      },
    },
  },
};
