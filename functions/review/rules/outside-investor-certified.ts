import { personOf } from '../../application/form-places.ts';
import { givenDate } from '../given-date.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** Issued by mainland authorities and verified by real name: their holders need no certified document. [M] */
const EXEMPT = ['HK_MACAO_PERMIT', 'TAIWAN_PERMIT', 'RESIDENCE_CARD', 'FOREIGN_RESIDENT_CARD'];

/** That the certification is genuine, and the field of investment open, an official checks (SC-08). */
export const outsideInvestorCertified: Rule = {
  id: 'ID-11',
  version: 1,
  onBreach: 'RETURN',
  counts: 'DECISION',
  parameters: { exempt: EXEMPT },
  check: ({ form, decidedOn }) => {
    const { roles = {}, shareholders = [] } = form;
    const investors = [
      ...new Set([roles.owner, ...shareholders.map(({ person }) => person)]),
    ].flatMap((key) => {
      const { kind, certification = {} } = personOf(form, key)?.document ?? {};
      return kind?.trim() && kind !== 'RESIDENT_ID' ? [{ key, kind, certification }] : [];
    });
    if (investors.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      investors
        .filter(({ kind }) => !EXEMPT.includes(kind))
        .flatMap(({ key, certification: { number, until } }): Fault[] => {
          const pointer = `/people/${key}/document/certification`;
          const last = givenDate(until);
          if (!number?.trim()) return [{ pointer, says: 'MISSING' }];
          return last && last < decidedOn
            ? [{ pointer: `${pointer}/until`, says: 'EXPIRED', found: { until: last } }]
            : [];
        }),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '外国和港澳台自然人投资者的身份证明经公证、认证或者附加证明书证明，在有效期内；持内地签发证件并经实名验证的除外。',
    en: 'A natural investor from abroad, Hong Kong, Macao or Taiwan has a notarised, legalised or apostilled document in force, unless he shows one that the mainland issued.',
  },
  basis: [{ law: '市场主体登记管理条例实施细则', article: '24' }],
  says: {
    MISSING: {
      zh: {
        fault: '外国投资者的身份证明须经公证、认证或者取得附加证明书，但没有填写其编号。',
        mend: '请填写公证、认证文书或者附加证明书的种类和编号；持内地签发的证件的，可改填该证件。',
      },
      en: {
        fault:
          'A foreign investor’s document must be notarised, legalised or apostilled; the number of that is missing.',
        mend: 'Give kind and number of the certification, or a document that the mainland issued, where there is one.',
      },
    },
    EXPIRED: {
      zh: {
        fault: '公证、认证文书已于{until}到期。',
        mend: '请重新办理公证、认证后填写新的编号。',
      },
      en: {
        fault: 'The certification expired on {until}.',
        mend: 'Have the document certified again and give the new number.',
      },
    },
  },
};
