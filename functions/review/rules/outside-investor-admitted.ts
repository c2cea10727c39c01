import { personOf } from '../../application/form-places.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/**
 * The negative list speaks of activities, not of catalogue items, and the notarial document of an
 * investor (实施细则 art. 24) cannot be attached yet: both are for an official.
 */
export const outsideInvestorAdmitted: Rule = {
  id: 'SC-08',
  version: 1,
  onBreach: 'REFER',
  check: ({ form }) => {
    const investors = [
      { pointer: '/roles/owner', key: form.roles?.owner },
      ...(form.shareholders ?? []).map(({ person }, at) => ({
        pointer: `/shareholders/${at}/person`,
        key: person,
      })),
    ].flatMap(({ pointer, key }) => {
      const kind = personOf(form, key)?.document?.kind;
      return kind === undefined ? [] : [{ pointer, kind }];
    });
    if (investors.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      investors
        .filter(({ kind }) => kind !== 'RESIDENT_ID')
        .map(({ pointer }) => ({ pointer, says: 'INVESTOR' })),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '外国和港澳台投资者投资的领域不属于外商投资准入负面清单，主体资格文件经依法公证认证。',
    en: 'A foreign, Hong Kong, Macao or Taiwan investor’s field is not on the negative list and his documents are certified.',
  },
  basis: [
    { law: '外商投资法实施条例', article: '34' },
    { law: '市场主体登记管理条例实施细则', article: '24' },
  ],
  says: {
    INVESTOR: {
      zh: {
        fault: '投资者持居民身份证以外的证件，需由登记人员核对准入负面清单和主体资格文件。',
        mend: '请准备经公证、认证（或者符合专项规定）的主体资格文件，等待登记人员联系。',
      },
      en: {
        fault:
          'The investor shows another document than a resident identity card: an official checks negative list and certified documents.',
        mend: 'Have the certified documents at hand and wait for the official.',
      },
    },
  },
};
