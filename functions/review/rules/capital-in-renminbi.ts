import { personOf } from '../../application/form-places.ts';
import type { ReviewFacts } from '../facts.ts';
import { breachedBy, MET, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

const hasOutsideInvestor = ({ form }: ReviewFacts): boolean =>
  [form.roles?.owner, ...(form.shareholders ?? []).map(({ person }) => person)].some((key) => {
    const kind = personOf(form, key)?.document?.kind;
    return kind !== undefined && kind !== 'RESIDENT_ID';
  });

export const capitalInRenminbi: Rule = {
  id: 'CP-05',
  version: 1,
  onBreach: 'RETURN',
  check: (facts) => {
    const currency = facts.form.capital?.currency?.trim();
    if (!currency) return NOT_APPLICABLE;
    if (currency === 'CNY') return MET;
    const pointer = '/capital/currency';
    return breachedBy([
      hasOutsideInvestor(facts)
        ? { pointer, says: 'FOREIGN_INVESTED', found: { currency }, consequence: 'REFER' }
        : { pointer, says: 'NOT_RENMINBI', found: { currency } },
    ]);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '注册资本（出资额）以人民币表示；外商投资的，可以用可自由兑换的货币表示。',
    en: 'The capital is in renminbi; a foreign-invested business may use a convertible currency.',
  },
  basis: [{ law: '市场主体登记管理条例实施细则', article: '13' }],
  says: {
    NOT_RENMINBI: {
      zh: {
        fault: '币种为{currency}，应为人民币。',
        mend: '请将币种改为人民币（CNY），并换算金额。',
      },
      en: {
        fault: 'The currency is {currency}, not renminbi.',
        mend: 'Change it to CNY and convert the amounts.',
      },
    },
    FOREIGN_INVESTED: {
      zh: {
        fault: '币种为{currency}；是否属于外商投资、可否使用该币种，需由登记人员核实。',
        mend: '请等待登记人员审核；也可以改为人民币（CNY）。',
      },
      en: {
        fault:
          'The currency is {currency}; an official checks whether the foreign investment allows it.',
        mend: 'Wait for the official, or change it to CNY.',
      },
    },
  },
};
