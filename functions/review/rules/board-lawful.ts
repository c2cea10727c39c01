import { identityOf } from '../../application/form-places.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** Terms of office stand in the model charter, which is taken over as it is. */
export const boardLawful: Rule = {
  id: 'OG-02',
  version: 1,
  onBreach: 'RETURN',
  check: ({ form }) => {
    const { directors = [] } = form.roles ?? {};
    if (form.type !== 'LIMITED_COMPANY' || directors.length === 0) return NOT_APPLICABLE;
    const persons = new Set(directors.map((key) => identityOf(form, key))).size;
    if (persons < directors.length)
      return breachedBy([{ pointer: '/roles/directors', says: 'TWICE' }]);
    return breachedBy(persons === 2 ? [{ pointer: '/roles/directors', says: 'TWO' }] : []);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '董事会成员为三人以上；规模较小或者股东人数较少的公司，可以只设一名董事。',
    en: 'The board has three or more members, or a small company has one director.',
  },
  basis: [
    { law: '公司法', article: '68' },
    { law: '公司法', article: '70' },
    { law: '公司法', article: '75' },
  ],
  says: {
    TWO: {
      zh: {
        fault: '列有两名董事：设董事会的，应为三人以上；不设的，只设一名。',
        mend: '请增加到三名以上董事，或者只保留一名。',
      },
      en: {
        fault: 'There are two directors: a board has three or more, else there is one.',
        mend: 'Add directors up to three or more, or keep one.',
      },
    },
    TWICE: {
      zh: { fault: '同一人重复列为董事。', mend: '请删除重复的人员。' },
      en: { fault: 'One person is listed twice as director.', mend: 'Remove the repetition.' },
    },
  },
};
