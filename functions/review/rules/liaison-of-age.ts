import { ageOfPerson } from '../age-of-person.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** Of the agent and his staff the national agent system tells from which day all are of age: no birth dates. */
export const liaisonOfAge: Rule = {
  id: 'ID-05',
  version: 2,
  onBreach: 'RETURN',
  counts: 'DECISION',
  check: ({ form, standing, decidedOn }) => {
    const age = ageOfPerson(form, form.roles?.liaison, decidedOn);
    const from = form.mandate && standing?.ofAgeFrom;
    if (age === undefined && from === undefined) return NOT_APPLICABLE;
    const faults: Fault[] = [];
    if (age !== undefined && age < 18)
      faults.push({ pointer: '/roles/liaison', says: 'UNDER_18', found: { age } });
    if (from !== undefined && from > decidedOn)
      faults.push({ pointer: '/mandate/agent', says: 'AGENT_UNDER_18', found: { from } });
    return breachedBy(faults);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '登记联络员、代理人及其从业人员年满18周岁，具有完全民事行为能力。',
    en: 'The liaison, the agent and whoever acts for the agent are at least 18 years old and of full capacity.',
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
    AGENT_UNDER_18: {
      zh: {
        fault: '代理人公示的从业人员中有人未满18周岁（自{from}起全部年满18周岁）。',
        mend: '请由委托人本人申请，或者另行委托代理人。',
      },
      en: {
        fault: 'Somebody who acts for the agent is under 18 (all are of age from {from}).',
        mend: 'Let the client apply in person, or give the mandate to another agent.',
      },
    },
  },
};
