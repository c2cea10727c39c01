import { breachedBy, type Rule, type RuleTexts } from '../rule.ts';

/** The only rule that speaks of what is missing; the others are silent where their data is absent. */
export const applicationComplete: Rule = {
  id: 'CO-01',
  version: 1,
  onBreach: 'RETURN',
  check: ({ incomplete }) =>
    breachedBy(
      incomplete.map(({ pointer, missing, because }) => ({
        pointer,
        says: because ?? (missing ? 'MISSING' : 'UNFIT'),
      })),
    ),
};

export const texts: RuleTexts = {
  requires: {
    zh: '申请材料齐全，各项填写符合法定形式。',
    en: 'The application is complete and every entry has its legal form.',
  },
  basis: [
    { law: '市场主体登记管理条例', article: '16' },
    { law: '市场主体登记管理条例', article: '19' },
    { law: '市场主体登记管理条例实施细则', article: '18' },
  ],
  says: {
    MISSING: {
      zh: { fault: '此项必填，但未填写。', mend: '请补充填写此项。' },
      en: { fault: 'This field is required and empty.', mend: 'Fill in this field.' },
    },
    UNFIT: {
      zh: {
        fault: '此项填写的内容不符合要求的类型、格式或可选范围。',
        mend: '请按此项的说明重新填写或选择；日期写作“年-月-日”，如 2026-12-31。',
      },
      en: {
        fault: 'The entry is not of the type, format or choice that this field asks for.',
        mend: 'Enter or choose again as the field explains; write dates as 2026-12-31.',
      },
    },
    NOBODY: {
      zh: {
        fault: '此项所指的人员不在人员信息中。',
        mend: '请在人员信息中补充此人，或改选已填写的人员。',
      },
      en: {
        fault: 'The person named here does not stand among the people of the application.',
        mend: 'Add this person to the people, or choose one who stands there.',
      },
    },
    NOT_ASKED: {
      zh: {
        fault: '所选的主体类型或住所形式没有此项。',
        mend: '请删除此项；如确需填写，请先更改主体类型或住所形式。',
      },
      en: {
        fault: 'The chosen type of business or premises has no such field.',
        mend: 'Remove it, or first change the type of business or premises.',
      },
    },
  },
};
