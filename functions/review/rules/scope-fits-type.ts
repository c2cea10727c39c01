import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/**
 * The catalogue's `individual` column is held against both kinds of unincorporated business:
 * value-added telecom is for companies only (domain.md 3.1, 3.3).
 */
export const scopeFitsType: Rule = {
  id: 'SC-06',
  version: 1,
  onBreach: 'RETURN',
  counts: 'SUBMISSION',
  check: ({ form: { type }, scope: { items, pointers, bundle } }) => {
    if (type === undefined || (items.length === 0 && !bundle)) return NOT_APPLICABLE;
    const faults: Fault[] = [];
    if (bundle?.state === 'IN_FORCE' && !bundle.types.includes(type))
      faults.push({ pointer: '/scope/bundle/id', says: 'BUNDLE', found: { bundle: bundle.id } });
    for (const [at, { wording, individual }] of items.entries()) {
      const pointer = pointers[at] ?? '/scope';
      if (individual === 'no' && UNINCORPORATED.includes(type))
        faults.push({ pointer, says: 'NOT_OPEN', found: { wording } });
      if (individual === 'depends' && type === 'INDIVIDUAL_BUSINESS')
        faults.push({ pointer, says: 'DEPENDS', found: { wording }, consequence: 'REFER' });
    }
    return breachedBy(faults);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '所选经营项目和打包项目允许该类型的主体经营。',
    en: 'The items and the bundle chosen are open to this type of business.',
  },
  basis: [
    { law: '电信条例', article: '13' },
    { law: '出版管理条例', article: '35' },
  ],
  says: {
    BUNDLE: {
      zh: {
        fault: '打包项目{bundle}不适用于所选的主体类型。',
        mend: '请另选适用于该主体类型的打包项目，或者逐项选择经营范围。',
      },
      en: {
        fault: 'Bundle {bundle} is not made for this type of business.',
        mend: 'Choose a bundle made for it, or choose the items one by one.',
      },
    },
    NOT_OPEN: {
      zh: {
        fault: '“{wording}”不对所选的主体类型开放。',
        mend: '请删除该项目，或者改为设立公司。',
      },
      en: {
        fault: '{wording} is not open to this type of business.',
        mend: 'Drop the item, or set up a company.',
      },
    },
    DEPENDS: {
      zh: {
        fault: '“{wording}”能否由个体工商户经营，需由登记人员判断。',
        mend: '请等待登记人员审核；不需要该项目的，可以删除。',
      },
      en: {
        fault: 'Whether an individual business may carry on {wording} is for an official to judge.',
        mend: 'Wait for the official, or drop the item if you do not need it.',
      },
    },
  },
};

const UNINCORPORATED: readonly string[] = ['SOLE_PROPRIETORSHIP', 'INDIVIDUAL_BUSINESS'];
