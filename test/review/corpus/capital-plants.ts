import type { Plant } from './labelled.ts';
import { COMPANIES, plant } from './plants.ts';

const MILLION = 100_000_000;
const share = (person: string, fen: number, more: object = {}) => ({
  person,
  fen,
  contribution: 'CASH',
  due: '2030-12-31',
  ...more,
});
/** Capital and the shares of two that come to it, with beneficial owners beyond what is exempt. */
const capital = (fen: number) => ({
  '/capital/fen': fen,
  '/shareholders': [share('p1', fen / 2), share('p2', fen / 2)],
  '/beneficialOwners': {
    owners: [
      { person: 'p1', share: 50 },
      { person: 'p2', share: 50 },
    ],
  },
});
const PERMIT = { kind: 'HK_MACAO_PERMIT', number: 'H12345678', validUntil: '2036-05-01' };
const INVESTOR = 'SC-08 /shareholders/1/person INVESTOR REFER';

export const CAPITAL_PLANTS: readonly Plant[] = [
  plant('CP-01 /capital/fen SUM RETURN', COMPANIES, { set: { '/capital/fen': MILLION + 1 } }),
  plant('CP-01 /capital/fen SUM RETURN', 'hunan', {
    set: { '/shareholders/2/fen': 30_000_001 },
    world: { licence: { shows: 'VALID' } },
  }),
  plant('CP-01 /shareholders/1/fen AMOUNT RETURN', COMPANIES, {
    set: { '/shareholders/1/fen': 0 },
  }),
  plant('CP-01 /capital/fen AMOUNT RETURN', 'company', { set: { '/capital/fen': MILLION + 0.5 } }),
  plant('CP-02 /shareholders/0/due LATE RETURN', COMPANIES, {
    set: { '/shareholders/0/due': '2031-11-24' },
  }),
  plant([], 'company', {
    which: 'contributions due on the last day',
    set: { '/shareholders/0/due': '2031-11-23' },
  }),
  plant(
    ['CP-02 /shareholders/0/due LATE RETURN', 'CP-02 /shareholders/1/due LATE RETURN'],
    'company',
    { set: { '/shareholders/0/due': '2033-01-01', '/shareholders/1/due': '2040-01-01' } },
  ),
  plant('CP-03 /shareholders/2 TWICE RETURN', COMPANIES, {
    set: { '/shareholders/1/fen': 10_000_000, '/shareholders/2': share('p1', 20_000_000) },
  }),
  plant('CP-03 /shareholders TOO_MANY RETURN', 'company', {
    set: (making) => {
      const keys = Array.from({ length: 49 }, (_, at) => `q${at}`);
      return {
        ...Object.fromEntries(keys.map((key) => [`/people/${key}`, making.person()])),
        '/shareholders': [
          share('p1', 50_900_000),
          share('p2', 100_000),
          ...keys.map((key) => share(key, 1_000_000)),
        ],
      };
    },
  }),
  plant('CP-04 /shareholders/0/contribution NOT_ALLOWED RETURN', COMPANIES, {
    set: { '/shareholders/0/contribution': 'LABOUR' },
  }),
  plant('CP-04 /shareholders/1/contribution VALUATION WARN', COMPANIES, {
    set: { '/shareholders/1/contribution': 'INTELLECTUAL_PROPERTY' },
  }),
  plant('CP-05 /capital/currency NOT_RENMINBI RETURN', ['company', 'sole'], {
    set: { '/capital/currency': 'HKD' },
  }),
  plant(['CP-05 /capital/currency FOREIGN_INVESTED REFER', INVESTOR], 'company', {
    set: { '/capital/currency': 'HKD', '/people/p2/document': PERMIT },
  }),
  plant('CP-06 /capital/fen CAPITAL REFER', COMPANIES, { set: capital(10_000_000_002) }),
  plant('CP-06 /termYears TERM REFER', COMPANIES, { set: { '/termYears': 101 } }),
  plant([], 'company', { which: 'for a hundred years', set: { '/termYears': 100 } }),
  plant(
    ['CP-07 /capital/fen BELOW RETURN', 'SC-04 /scope/items/0 PERMIT WARN'],
    ['company', 'board'],
    { set: { '/scope': { bundle: { id: 'B01' }, items: ['劳务派遣服务'] } } },
  ),
  plant('SC-04 /scope/items/0 PERMIT WARN', 'company', {
    which: 'dispatch of labour with capital enough',
    set: { ...capital(2 * MILLION), '/scope': { bundle: { id: 'B01' }, items: ['劳务派遣服务'] } },
  }),
  plant('CP-08 /capital/fen AMOUNT RETURN', ['sole', 'sole at host'], {
    set: { '/capital/fen': 0 },
  }),
  plant('CP-09 /roles/operator NOT_CITIZEN RETURN', ['individual', 'family'], {
    set: {
      '/people/p1/document': { kind: 'PASSPORT', number: 'E31415926', validUntil: '2036-05-01' },
    },
  }),
  plant('CP-09 /roles/family/1 TWICE RETURN', 'family', { set: { '/roles/family': ['p2', 'p1'] } }),
  plant('CP-10 /beneficialOwners/exemptionPromise CAPITAL RETURN', COMPANIES, {
    set: { ...capital(1_000_000_002), '/beneficialOwners': { exemptionPromise: true } },
  }),
  plant('CP-10 /beneficialOwners/exemptionPromise COMPANY RETURN', 'hunan', {
    set: { '/beneficialOwners': { exemptionPromise: true } },
    world: { licence: { shows: 'VALID' } },
  }),
  plant('CP-10 /beneficialOwners/owners/0/share SHARE RETURN', COMPANIES, {
    set: {
      '/beneficialOwners': {
        owners: [
          { person: 'p1', share: 170 },
          { person: 'p2', share: 30 },
        ],
      },
    },
  }),
  plant('CP-10 /beneficialOwners/owners LEFT_OUT RETURN', COMPANIES, {
    set: { '/beneficialOwners': { owners: [{ person: 'p1', share: 70 }] } },
  }),
];
