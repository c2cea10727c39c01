import { checkList } from '../listed.ts';
import type { Rule, RuleTexts } from '../rule.ts';

export const buildingMayBeUsed: Rule = {
  id: 'AD-04',
  version: 1,
  onBreach: 'RETURN',
  counts: 'DECISION',
  check: (facts) =>
    checkList(facts, {
      list: 'BUILDING',
      of: /^(OWN|HOME)$/.test(facts.form.premises?.kind ?? '') ? ['/premises/address'] : [],
      fault: ({ ground }) => ({ says: ground }),
    }),
};

export const texts: RuleTexts = {
  requires: {
    zh: '住所（经营场所）不是违法建筑、危险房屋，也未纳入征收范围。',
    en: 'The premises are no illegal or dangerous building and not under expropriation.',
  },
  basis: [{ law: '市场主体登记管理条例', article: '11' }, { law: '广东省商事登记条例' }],
  says: {
    ILLEGAL: {
      zh: {
        fault: '该地址的房屋被认定为违法建筑，不能作为住所（经营场所）。',
        mend: '请另选住所（经营场所）。',
      },
      en: { fault: 'The building there is illegal.', mend: 'Choose other premises.' },
    },
    DANGEROUS: {
      zh: {
        fault: '该地址的房屋被鉴定为危险房屋，不能作为住所（经营场所）。',
        mend: '请另选住所（经营场所）。',
      },
      en: { fault: 'The building there is dangerous.', mend: 'Choose other premises.' },
    },
    EXPROPRIATION: {
      zh: {
        fault: '该地址已纳入房屋征收范围，征收期间不办理登记。',
        mend: '请另选住所（经营场所）。',
      },
      en: {
        fault: 'The address is under expropriation, during which nothing is registered there.',
        mend: 'Choose other premises.',
      },
    },
  },
};
