import { ageOfPerson } from '../age-of-person.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/**
 * Who is sixteen or seventeen and lives on his own earnings counts as of full capacity (民法典 art. 18);
 * whether he does is for a person to find out.
 */
export const headsOfAge: Rule = {
  id: 'ID-04',
  version: 1,
  onBreach: 'PROPOSE_REFUSAL',
  counts: 'DECISION',
  check: ({ form, decidedOn }) => {
    const { roles = {} } = form;
    const heads = new Set([
      ...[roles.legalRepresentative, roles.owner, roles.operator, roles.financeHead],
      ...(roles.directors ?? []),
      ...(roles.managers ?? []),
      ...(roles.supervisors ?? []),
    ]);
    const ages = [...heads].flatMap((key) => {
      const age = ageOfPerson(form, key, decidedOn);
      return key === undefined || age === undefined ? [] : [{ key, age }];
    });
    if (ages.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      ages
        .filter(({ age }) => age < 18)
        .map(({ key, age }) => ({
          pointer: `/people/${key}`,
          found: { age },
          ...(age < 16
            ? { says: 'UNDER_16' }
            : { says: 'OWN_EARNINGS', consequence: 'REFER' as const }),
        })),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '法定代表人、投资人、经营者和董事、监事、高级管理人员具有完全民事行为能力（年满18周岁）。',
    en: 'Legal representative, owner, operator, directors, supervisors and senior managers have full capacity: 18 years of age.',
  },
  basis: [
    { law: '市场主体登记管理条例', article: '12(1)' },
    { law: '公司法', article: '178(1)' },
    { law: '民法典', article: '18' },
  ],
  says: {
    UNDER_16: {
      zh: {
        fault: '此人{age}周岁，不具有完全民事行为能力，不得担任所选职务。',
        mend: '请改由年满18周岁的人员担任。',
      },
      en: {
        fault: 'This person is {age} years old and may not hold the post.',
        mend: 'Choose somebody of at least 18 years.',
      },
    },
    OWN_EARNINGS: {
      zh: {
        fault:
          '此人{age}周岁；只有以自己的劳动收入为主要生活来源的，才视为完全民事行为能力人，需由登记人员核实。',
        mend: '请准备劳动收入的证明；也可改由年满18周岁的人员担任。',
      },
      en: {
        fault:
          'This person is {age} years old: of full capacity only when living on own earnings, which an official has to check.',
        mend: 'Have proof of the earnings at hand, or choose somebody of at least 18 years.',
      },
    },
  },
};
