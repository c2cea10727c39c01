import { ageOfPerson } from '../age-of-person.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** The agent's own age stands in the national agent system, not in the form. */
export const liaisonOfAge: Rule = {
  id: 'ID-05',
  version: 1,
  onBreach: 'RETURN',
  counts: 'DECISION',
  check: ({ form, decidedOn }) => {
    const age = ageOfPerson(form, form.roles?.liaison, decidedOn);
    if (age === undefined) return NOT_APPLICABLE;
    return breachedBy(
      age < 18 ? [{ pointer: '/roles/liaison', says: 'UNDER_18', found: { age } }] : [],
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '登记联络员年满18周岁，具有完全民事行为能力。',
    en: 'The liaison is at least 18 years old and of full capacity.',
  },
  basis: [{ law: '经营主体登记申请及代理行为管理办法', article: '5' }],
  says: {
    UNDER_18: {
      zh: { fault: '登记联络员{age}周岁，未满18周岁。', mend: '请改选年满18周岁的登记联络员。' },
      en: {
        fault: 'The liaison is {age} years old, under 18.',
        mend: 'Choose a liaison of at least 18 years.',
      },
    },
  },
};
