import { personOf } from '../../application/form-places.ts';
import type { IdentityCheck } from '../../party/identity-check.ts';
import { signersOf } from '../../party/signers.ts';
import type { ReviewFacts } from '../facts.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** What is known of each signer; one of whom nothing is known has not signed. */
const checks = ({ form, identities }: ReviewFacts): readonly IdentityCheck[] => [
  ...identities,
  ...signersOf(form)
    .filter(({ person }) => !identities.some((it) => it.person === person))
    .map(({ person }): IdentityCheck => ({ person, outcome: 'MISSING' })),
];

export const personsVerified: Rule = {
  id: 'ID-03',
  version: 1,
  onBreach: 'RETURN',
  check: (facts) => {
    /** Without name and number nobody can sign for a person: CO-01 says so. */
    const nameable = (key: string | undefined) => {
      const person = personOf(facts.form, key);
      return Boolean(person?.name?.trim() && person.document?.number?.trim());
    };
    const told = checks(facts).filter(
      ({ person, outcome }) => outcome !== 'MISSING' || nameable(person),
    );
    if (told.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      told
        .filter(({ outcome }) => outcome !== 'VERIFIED')
        .map(({ person, outcome }) => ({
          pointer: person === undefined ? '/people' : `/people/${person}`,
          says: outcome,
        })),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '应当实名验证的人员均已通过实名验证并签署本申请，姓名、证件号码一致，验证不早于签署前72小时。',
    en: 'Everybody whom the law names is verified by real name and has signed this application, with the same name and number, at most 72 hours after the verification.',
  },
  basis: [
    { law: '市场主体登记管理条例实施细则', article: '15' },
    { law: '市场主体登记管理条例实施细则', article: '16' },
  ],
  says: {
    MISSING: {
      zh: {
        fault: '此人尚未通过实名验证并签署本申请，或签署人的姓名、证件号码与填写的不一致。',
        mend: '请核对姓名和证件号码，由此人本人完成实名验证并签署；无法刷脸的，可提交公证文件或到窗口办理。',
      },
      en: {
        fault:
          'This person has not been verified and signed, or signed under another name or number.',
        mend: 'Check name and number and let this person verify and sign; where the face check fails, a notary or the counter will do.',
      },
    },
    FORGED: {
      zh: {
        fault: '有一份签署凭证不是受信任的实名验证机构签发的，或者无法读取。',
        mend: '请删除该凭证，由相关人员通过受信任的实名验证渠道重新签署。',
      },
      en: {
        fault:
          'One of the signatures does not come from a trusted identity provider, or cannot be read.',
        mend: 'Remove it and let the person sign again through a trusted provider.',
      },
    },
    OTHER_DOCUMENT: {
      zh: {
        fault: '此人签署的是另一份文件；申请内容修改后，原签署即失效。',
        mend: '请由此人就现在的申请内容重新签署。',
      },
      en: {
        fault:
          'This person signed another document; an edit of the application voids earlier signatures.',
        mend: 'Let this person sign the application as it now stands.',
      },
    },
    OTHER_PERSON: {
      zh: {
        fault: '有一份签署来自申请中没有的人员。',
        mend: '请核对各人员的姓名和证件号码，或删除多余的签署。',
      },
      en: {
        fault: 'One signature comes from a person who does not stand in the application.',
        mend: 'Check the names and numbers of the people, or remove the signature.',
      },
    },
    TOO_OLD: {
      zh: {
        fault: '此人的实名验证早于签署72小时以上，或签署凭证已过期。',
        mend: '请由此人重新进行实名验证并签署。',
      },
      en: {
        fault:
          'This person was verified more than 72 hours before signing, or the assertion expired.',
        mend: 'Let this person verify and sign again.',
      },
    },
    SPENT: {
      zh: {
        fault: '此人的签署是为此前已撤回的申请作出的；申请撤回后，原签署即失效。',
        mend: '请由此人重新进行实名验证，就本申请签署。',
      },
      en: {
        fault:
          'This person signed for an application that was withdrawn since; with it, the signature was spent.',
        mend: 'Let this person verify and sign again, for this application.',
      },
    },
  },
};
