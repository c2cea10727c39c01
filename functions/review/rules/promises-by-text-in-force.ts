import { promisesInForce, promisesTaken, STILL_TAKEN_DAYS } from '../../registrar/promises.ts';
import { breachedBy, MET, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** What a person promised is what he read: the text is named by its version and signed with the form. */
export const promisesByTextInForce: Rule = {
  id: 'PR-01',
  version: 2,
  onBreach: 'RETURN',
  counts: 'SUBMISSION',
  parameters: { transitionDays: STILL_TAKEN_DAYS },
  check: ({ form: { promises, beneficialOwners }, submittedOn }) => {
    const { version, ...given } = promises ?? {};
    const all = [...Object.values(given), beneficialOwners?.exemptionPromise];
    if (!all.includes(true)) return NOT_APPLICABLE;
    const inForce = promisesInForce(submittedOn)?.version ?? '';
    if (version === undefined)
      return breachedBy([{ pointer: '/promises/version', says: 'NO_VERSION', found: { inForce } }]);
    if (promisesTaken(version, submittedOn)) return MET;
    return breachedBy([{ pointer: '/promises/version', says: 'NOT_IN_FORCE', found: { inForce } }]);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '所作承诺采用签署时有效的承诺文本。',
    en: 'Promises are given by the text in force when they were signed.',
  },
  basis: [
    { law: '市场主体登记管理条例', article: '17' },
    { law: '广州市南沙区市场主体登记确认制实施办法', article: '2' },
  ],
  says: {
    NO_VERSION: {
      zh: {
        fault: '作出了承诺，但没有写明所依据的承诺文本版本。',
        mend: '请阅读现行承诺文本（版本 {inForce}），写明版本后重新签署。',
      },
      en: {
        fault: 'Promises were given without naming the version of their text.',
        mend: 'Read the text in force (version {inForce}), name it, and sign again.',
      },
    },
    NOT_IN_FORCE: {
      zh: {
        fault: '所采用的承诺文本不是签署时有效的版本。',
        mend: '请阅读现行承诺文本（版本 {inForce}）后重新签署。',
      },
      en: {
        fault: 'The text of the promises was not in force when they were signed.',
        mend: 'Read the text in force (version {inForce}) and sign again.',
      },
    },
  },
};
