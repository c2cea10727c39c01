import { identityOf } from '../../application/form-places.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** The same person under two keys is one person. */
export const supervisorIndependent: Rule = {
  id: 'OG-04',
  version: 1,
  onBreach: 'RETURN',
  check: ({ form }) => {
    const { supervisors = [], directors = [], managers = [], financeHead } = form.roles ?? {};
    if (form.type !== 'LIMITED_COMPANY' || supervisors.length === 0) return NOT_APPLICABLE;
    const barred = new Set(
      [...directors, ...managers, ...(financeHead === undefined ? [] : [financeHead])].map((key) =>
        identityOf(form, key),
      ),
    );
    return breachedBy(
      supervisors.flatMap((key, at) =>
        barred.has(identityOf(form, key))
          ? [{ pointer: `/roles/supervisors/${at}`, says: 'TWO_POSTS' }]
          : [],
      ),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '董事、高级管理人员（含经理、财务负责人）不兼任监事。',
    en: 'No director or senior manager (managers and finance head) is a supervisor.',
  },
  basis: [
    { law: '公司法', article: '76' },
    { law: '公司法', article: '265' },
  ],
  says: {
    TWO_POSTS: {
      zh: {
        fault: '此监事同时担任董事、经理或者财务负责人。',
        mend: '请另选监事，或者免去其另一职务。',
      },
      en: {
        fault: 'This supervisor is also director, manager or finance head.',
        mend: 'Choose another supervisor, or take the other post away.',
      },
    },
  },
};
