import { peopleOf } from '../../application/form-places.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

export const noPersonDenies: Rule = {
  id: 'ID-08',
  version: 1,
  onBreach: 'REFER',
  counts: 'DECISION',
  check: ({ form, deniedBy = [] }) =>
    peopleOf(form).length === 0
      ? NOT_APPLICABLE
      : breachedBy(deniedBy.map((key) => ({ pointer: `/people/${key}`, says: 'DENIED' }))),
};

export const texts: RuleTexts = {
  requires: {
    zh: '申请中的人员均未提出“非本人办理”（被冒用身份）的声明。',
    en: 'Nobody named in the application says that he has nothing to do with it (被冒用身份).',
  },
  basis: [
    { law: '市场主体登记管理条例', article: '40' },
    { law: '市场主体登记管理条例实施细则', article: '51' },
  ],
  says: {
    DENIED: {
      zh: {
        fault: '此人声明本申请非其本人意愿，由登记人员核实后决定。',
        mend: '请与此人核对；误列的，请从申请中删除后重新提交。',
      },
      en: {
        fault:
          'This person says that the application is not of his will; an official looks into it and decides.',
        mend: 'Settle it with him, or take him out of the application and send it again.',
      },
    },
  },
};
