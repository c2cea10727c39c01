import { identityOf } from '../../application/form-places.ts';
import type { ReviewFacts } from '../facts.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** Distinct persons in a role, or undefined where the form names none. */
const count = (form: ReviewFacts['form'], role: 'directors' | 'supervisors') => {
  const persons = new Set(form.roles?.[role]?.map((key) => identityOf(form, key)));
  return persons.size === 0 ? undefined : persons.size;
};

/** Where supervisors must be named and are not, CO-01 says so. The staff’s third is not asked by the form. */
export const supervisionLawful: Rule = {
  id: 'OG-03',
  version: 1,
  onBreach: 'RETURN',
  check: ({ form }) => {
    const { type, supervision } = form;
    if (type !== 'LIMITED_COMPANY' || !supervision || !Object.hasOwn(MODELS, supervision))
      return NOT_APPLICABLE;
    const supervisors = count(form, 'supervisors');
    const directors = count(form, 'directors');
    return breachedBy(MODELS[supervision]?.(supervisors, directors) ?? []);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '监督机构为三人以上的监事会、一名监事、由董事组成的审计委员会，或者经全体股东一致同意不设监事。',
    en: 'Supervision is by a board of three or more, one supervisor, an audit committee of directors, or none with the consent of all shareholders.',
  },
  basis: [
    { law: '公司法', article: '69' },
    { law: '公司法', article: '76' },
    { law: '公司法', article: '83' },
  ],
  says: {
    BOARD_OF_THREE: {
      zh: {
        fault: '选择设监事会，但监事只有{count}人，应为三人以上。',
        mend: '请增加到三名以上监事，或者改设一名监事。',
      },
      en: {
        fault:
          'A supervisory board was chosen, but there are {count} supervisors, not three or more.',
        mend: 'Add supervisors up to three or more, or choose one supervisor.',
      },
    },
    ONE_ONLY: {
      zh: {
        fault: '选择设一名监事，但列有{count}人。',
        mend: '请只保留一名监事，或者改设监事会（三人以上）。',
      },
      en: {
        fault: 'One supervisor was chosen, but {count} are listed.',
        mend: 'Keep one, or choose a supervisory board of three or more.',
      },
    },
    NO_SUPERVISORS: {
      zh: {
        fault: '选择设审计委员会或者不设监事，但列有监事。',
        mend: '请删除监事，或者改选监事会、一名监事。',
      },
      en: {
        fault: 'An audit committee, or no supervisor, was chosen, but supervisors are listed.',
        mend: 'Remove them, or choose a supervisory board or one supervisor.',
      },
    },
    COMMITTEE_NEEDS_BOARD: {
      zh: {
        fault: '审计委员会由董事会成员组成，但没有三人以上的董事会。',
        mend: '请增加到三名以上董事，或者改选其他监督方式。',
      },
      en: {
        fault:
          'An audit committee is made of members of the board, but there is no board of three or more.',
        mend: 'Add directors up to three or more, or choose another way of supervision.',
      },
    },
  },
};

const NONE_LISTED: Fault = { pointer: '/roles/supervisors', says: 'NO_SUPERVISORS' };

/** What each model asks of the numbers of supervisors and directors. */
const MODELS: Readonly<Record<string, (supervisors?: number, directors?: number) => Fault[]>> = {
  BOARD: (supervisors = 3) =>
    supervisors >= 3
      ? []
      : [{ pointer: '/roles/supervisors', says: 'BOARD_OF_THREE', found: { count: supervisors } }],
  ONE: (supervisors = 1) =>
    supervisors === 1
      ? []
      : [{ pointer: '/roles/supervisors', says: 'ONE_ONLY', found: { count: supervisors } }],
  AUDIT_COMMITTEE: (supervisors, directors = 3) => [
    ...(supervisors === undefined ? [] : [NONE_LISTED]),
    ...(directors >= 3 ? [] : [{ pointer: '/supervision', says: 'COMMITTEE_NEEDS_BOARD' }]),
  ],
  NONE_BY_CONSENT: (supervisors) => (supervisors === undefined ? [] : [NONE_LISTED]),
};
