import { headOf } from '../../party/traces.ts';
import { STATISTICAL_LIMITS } from '../../registrar/statistical-limits.ts';
import { limitsIn } from '../limits-in-force.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** Statistical: no law says how many businesses one person may head. */
export const headOfFew: Rule = {
  id: 'BA-05',
  version: 1,
  onBreach: 'REFER',
  counts: 'SUBMISSION',
  aboutPersons: true,
  parameters: { statistical: true, limits: JSON.parse(JSON.stringify(STATISTICAL_LIMITS)) },
  check: ({ form, seen, ...facts }) => {
    const limits = limitsIn(facts);
    if (!seen?.head || !limits) return NOT_APPLICABLE;
    const { businesses, sameFile } = seen.head;
    const pointer = `/people/${headOf(form)}`;
    const faults: Fault[] = [];
    if (businesses > limits.businessesOfOneHead) faults.push({ pointer, says: 'MANY' });
    if (sameFile + 1 >= limits.ofOneHeadInOneFile) faults.push({ pointer, says: 'IN_ONE_FILE' });
    return breachedBy(faults);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '同一人担任负责人的主体不异常地多（统计指标，由登记人员判断）。',
    en: 'One person does not head unusually many businesses (a statistical sign, which a person weighs).',
  },
  basis: [{ law: '市场主体登记管理条例实施细则', article: '17' }],
  says: {
    MANY: {
      zh: {
        fault: '此人担任负责人的主体较多，需由登记人员核实是否为本人意愿。',
        mend: '无需更正；请等待登记人员联系。',
      },
      en: {
        fault: 'This person heads many businesses: an official asks whether it is of his own will.',
        mend: 'Nothing to correct; wait for the official.',
      },
    },
    IN_ONE_FILE: {
      zh: {
        fault: '同一批次中，此人在多份申请中担任负责人，需由登记人员核实。',
        mend: '无需更正；请等待登记人员联系。',
      },
      en: {
        fault: 'This person heads several businesses of one file: an official looks at it.',
        mend: 'Nothing to correct; wait for the official.',
      },
    },
  },
};
