import { identityOf } from '../../application/form-places.ts';
import { isAmount } from '../amount.ts';
import type { ReviewFacts } from '../facts.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** 1000万元, in fen: art. 3 of 受益所有人信息管理办法. */
const EXEMPT_UP_TO = 1_000_000_000;
/** Share of the equity, in percent: art. 6 counts who finally holds it or more. */
const COUNTS_FROM = 25;

/** The third test, that nobody else controls or gains, is the promise itself. */
function exemptionFaults({ form: { capital, shareholders = [] } }: ReviewFacts): Fault[] {
  const pointer = '/beneficialOwners/exemptionPromise';
  return [
    ...((capital?.fen ?? 0) > EXEMPT_UP_TO ? [{ pointer, says: 'CAPITAL' }] : []),
    ...(shareholders.some(({ company }) => company) ? [{ pointer, says: 'COMPANY' }] : []),
  ];
}

/** Natural shareholders whose own subscription reaches the share, and who are not among the owners. */
function ownersFaults({ form }: ReviewFacts): Fault[] {
  const { capital, shareholders = [], beneficialOwners } = form;
  const owners = beneficialOwners?.owners ?? [];
  const named = new Set(owners.map(({ person }) => identityOf(form, person)));
  const shares = owners.flatMap(({ share }, at): Fault[] =>
    share !== undefined && !(share > 0 && share <= 100)
      ? [{ pointer: `/beneficialOwners/owners/${at}/share`, says: 'SHARE' }]
      : [],
  );
  if (capital?.fen === undefined || !isAmount(capital.fen)) return shares;
  const least = (capital.fen * COUNTS_FROM) / 100;
  const left = shareholders.some(
    ({ person, fen = 0 }) =>
      person !== undefined && fen >= least && !named.has(identityOf(form, person)),
  );
  return left ? [...shares, { pointer: '/beneficialOwners/owners', says: 'LEFT_OUT' }] : shares;
}

export const beneficialOwnersFiled: Rule = {
  id: 'CP-10',
  version: 1,
  onBreach: 'RETURN',
  parameters: { exemptUpToFen: EXEMPT_UP_TO, countsFromPercent: COUNTS_FROM },
  check: (facts) => {
    const { type, beneficialOwners } = facts.form;
    if (type !== 'LIMITED_COMPANY' || !beneficialOwners) return NOT_APPLICABLE;
    if (beneficialOwners.owners?.length) return breachedBy(ownersFaults(facts));
    return beneficialOwners.exemptionPromise === true
      ? breachedBy(exemptionFaults(facts))
      : NOT_APPLICABLE;
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '公司备案受益所有人；注册资本不超过1000万元、股东均为自然人且无他人控制或者受益的，可以承诺免报。',
    en: 'A company files its beneficial owners; it is exempt on promise with a capital of 10 million yuan at most, natural shareholders only, and nobody else who controls or gains.',
  },
  basis: [
    { law: '市场主体登记管理条例实施细则', article: '7' },
    { law: '受益所有人信息管理办法', article: '2' },
    { law: '受益所有人信息管理办法', article: '3' },
  ],
  says: {
    CAPITAL: {
      zh: {
        fault: '注册资本超过1000万元，不能承诺免报受益所有人。',
        mend: '请填报受益所有人。',
      },
      en: {
        fault: 'With a capital above 10 million yuan the company is not exempt.',
        mend: 'File the beneficial owners.',
      },
    },
    COMPANY: {
      zh: {
        fault: '股东中有法人，不能承诺免报受益所有人。',
        mend: '请填报受益所有人。',
      },
      en: {
        fault: 'With a company among the shareholders the company is not exempt.',
        mend: 'File the beneficial owners.',
      },
    },
    SHARE: {
      zh: {
        fault: '受益所有人的持股比例应大于0、不超过100（单位：%）。',
        mend: '请更正比例；不因持股而受益或者控制的，可以留空。',
      },
      en: {
        fault: 'A beneficial owner’s share must be above 0 and at most 100 percent.',
        mend: 'Correct it, or leave it out for an owner who controls without a share.',
      },
    },
    LEFT_OUT: {
      zh: {
        fault: '有自然人股东认缴25%以上的出资，但没有列为受益所有人。',
        mend: '请补充列明认缴25%以上出资的自然人股东。',
      },
      en: {
        fault: 'A natural shareholder of 25 percent or more is not among the beneficial owners.',
        mend: 'Add every natural shareholder of 25 percent or more.',
      },
    },
  },
};
