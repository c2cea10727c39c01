import { beneficialOwnersFiled } from '#functions/review/rules/beneficial-owners-filed.ts';
import { capitalEqualsSubscriptions } from '#functions/review/rules/capital-equals-subscriptions.ts';
import { capitalInRenminbi } from '#functions/review/rules/capital-in-renminbi.ts';
import { capitalNotAbnormal } from '#functions/review/rules/capital-not-abnormal.ts';
import { capitalReachesMinimum } from '#functions/review/rules/capital-reaches-minimum.ts';
import { contributionFormAllowed } from '#functions/review/rules/contribution-form-allowed.ts';
import { contributionsDueInFiveYears } from '#functions/review/rules/contributions-due-in-five-years.ts';
import { operatorEligible } from '#functions/review/rules/operator-eligible.ts';
import { shareholdersOneToFifty } from '#functions/review/rules/shareholders-one-to-fifty.ts';
import { soleOwnerDeclaresAmount } from '#functions/review/rules/sole-owner-declares-amount.ts';
import { people } from '#test/builders/a-form.ts';
import { company, individual, type RuleRow, sole, withDocument } from '../rule-row.ts';

const yuan = (fen: number, currency = 'CNY') => ({ capital: { fen, currency } });
const share = (person: string, fen: number, change: object = {}) => ({
  person,
  fen,
  contribution: 'CASH',
  due: '2030-12-31',
  ...change,
});
const held = (...shareholders: readonly ReturnType<typeof share>[]) => ({
  shareholders: [...shareholders],
});
const MILLION = 100_000_000;
const EXEMPT = 1_000_000_000;
const byCompany = {
  shareholders: [
    {
      company: { name: '长沙云汀贸易有限公司', uscc: '91440115MAX000023X' },
      fen: MILLION,
      contribution: 'CASH',
      due: '2030-12-31',
    },
  ],
};
const owners = (...list: readonly { person: string; share?: number }[]) => ({
  beneficialOwners: { owners: [...list] },
});
const staffing = { scope: { items: ['劳务派遣服务'] } };
const twins = { ...people, p4: people.p1 };

export const CAPITAL_ROWS: readonly RuleRow[] = [
  {
    rule: capitalEqualsSubscriptions,
    hits: {
      '/capital/fen SUM RETURN': company(yuan(MILLION + 1)),
      '/shareholders/0/fen AMOUNT RETURN': company(held(share('p1', 0), share('p2', MILLION))),
      '/capital/fen AMOUNT RETURN': company(yuan(MILLION + 0.5)),
    },
    passes: company(held(share('p1', 1), share('p2', MILLION - 1))),
    notApplicable: sole(),
  },
  {
    rule: contributionsDueInFiveYears,
    hits: {
      '/shareholders/1/due LATE RETURN': company(
        held(share('p1', 1), share('p2', 1, { due: '2031-11-24' })),
      ),
    },
    passes: company(held(share('p1', MILLION, { due: '2031-11-23' }))),
    notApplicable: company({ shareholders: [{ person: 'p1', due: '2031-02-30' }] }),
  },
  {
    rule: shareholdersOneToFifty,
    hits: {
      '/shareholders TOO_MANY RETURN': company({
        shareholders: Array.from({ length: 51 }, () => ({ fen: 1 })),
      }),
      '/shareholders/1 TWICE RETURN': company({
        people: twins,
        ...held(share('p1', 1), share('p4', 1)),
      }),
    },
    passes: company({ shareholders: Array.from({ length: 50 }, () => ({ fen: 1 })) }),
    notApplicable: company({ shareholders: [] }),
  },
  {
    rule: contributionFormAllowed,
    hits: {
      '/shareholders/0/contribution NOT_ALLOWED RETURN': company(
        held(share('p1', MILLION, { contribution: 'LABOUR' })),
      ),
      '/shareholders/0/contribution VALUATION WARN': company(
        held(share('p1', MILLION, { contribution: 'DATA' })),
      ),
    },
    passes: company(),
    notApplicable: sole(),
  },
  {
    rule: capitalInRenminbi,
    hits: {
      '/capital/currency NOT_RENMINBI RETURN': company(yuan(MILLION, 'HKD')),
      '/capital/currency FOREIGN_INVESTED REFER': company({
        ...yuan(MILLION, 'HKD'),
        ...withDocument('p2', 'H12345678', 'HK_MACAO_PERMIT'),
      }),
    },
    passes: sole(),
    notApplicable: individual(),
  },
  {
    rule: capitalNotAbnormal,
    hits: {
      '/capital/fen CAPITAL REFER': company(yuan(10_000_000_001)),
      '/termYears TERM REFER': company({ termYears: 101 }),
    },
    passes: company({ ...yuan(10_000_000_000), termYears: 100 }),
    notApplicable: company({}, { submittedOn: '2024-06-30' }),
  },
  {
    rule: soleOwnerDeclaresAmount,
    hits: { '/capital/fen AMOUNT RETURN': sole(yuan(0)) },
    passes: sole(yuan(1)),
    notApplicable: company(yuan(0)),
  },
  {
    rule: operatorEligible,
    hits: {
      '/roles/operator NOT_CITIZEN RETURN': individual(withDocument('p1', 'E12345678', 'PASSPORT')),
      '/roles/family/1 TWICE RETURN': individual({
        operation: 'FAMILY',
        people: twins,
        roles: { operator: 'p1', family: ['p2', 'p4'], liaison: 'p1' },
      }),
    },
    passes: individual({
      operation: 'FAMILY',
      roles: { operator: 'p1', family: ['p2', 'p3'], liaison: 'p1' },
      ...withDocument('p1', 'H12345678', 'HK_MACAO_PERMIT'),
    }),
    notApplicable: company(),
  },
  {
    rule: beneficialOwnersFiled,
    hits: {
      '/beneficialOwners/exemptionPromise CAPITAL RETURN': company(yuan(EXEMPT + 1)),
      '/beneficialOwners/exemptionPromise COMPANY RETURN': company(byCompany),
      '/beneficialOwners/owners/0/share SHARE RETURN + /beneficialOwners/owners LEFT_OUT RETURN':
        company(owners({ person: 'p1', share: 170 })),
    },
    passes: company({
      ...yuan(EXEMPT + 1),
      ...owners({ person: 'p1', share: 70 }, { person: 'p2', share: 30 }, { person: 'p3' }),
    }),
    notApplicable: individual(),
  },
  {
    rule: capitalReachesMinimum,
    hits: {
      '/capital/fen BELOW RETURN': company({ ...staffing, ...yuan(2 * MILLION - 1) }),
      '/capital/fen BELOW RETURN + /capital/fen BELOW RETURN': company({
        scope: { items: ['拍卖业务', '劳务派遣服务'] },
        ...yuan(MILLION - 1),
      }),
    },
    passes: company({ ...staffing, ...yuan(2 * MILLION) }),
    notApplicable: company(),
  },
];
