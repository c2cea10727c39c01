import type { Plant } from './labelled.ts';
import type { Base } from './lawful-bases.ts';
import { ANY, COMPANIES, plant } from './plants.ts';

const number = (key: string, of: string) => ({ set: { [`/people/${key}/document/number`]: of } });
const document = (key: string, kind: string, of: string, more: object = {}) => ({
  set: {
    [`/people/${key}/document`]: { kind, number: of, validUntil: '2036-05-01', ...more },
  },
});
/** Synthetic numbers of people who are so old on the day. */
const AGED = { 15: '440106201109120222', 16: '440106201010021195', 17: '440106200911202343' };
const INVESTOR = 'SC-08 /shareholders/1/person INVESTOR REFER';
const CERTIFIED = { kind: 'APOSTILLE', number: 'A-2026-0417' };
const listed = (pointer: string, list: 'IDENTITY' | 'NO_PROFIT', ground: string) => ({
  world: { listed: [[pointer, list, ground]] as const },
});
const signing = (fault: 'FORGED' | 'OTHER_DOCUMENT' | 'TOO_OLD' | 'SLIP' | 'STRANGER') => ({
  world: { signing: { p1: fault } },
});

const FAULTY_NUMBERS = {
  LENGTH: '4401061988',
  CHARACTER: '44010619880412A025',
  DIVISION: '990101198804123020',
  DATE: '440106198802303025',
  CHECK: '440106198804123026',
};

export const PEOPLE_PLANTS: readonly Plant[] = [
  ...Object.entries(FAULTY_NUMBERS).flatMap(([says, of]) => [
    plant(`ID-01 /people/p1/document/number ${says} RETURN`, ANY, number('p1', of)),
    plant(`ID-01 /people/p3/document/number ${says} RETURN`, 'company', number('p3', of)),
  ]),
  ...(
    [
      ['HK_MACAO_PERMIT', 'K12345678'],
      ['TAIWAN_PERMIT', '1234567'],
      ['RESIDENCE_CARD', '440106199109261842'],
      ['FOREIGN_RESIDENT_CARD', '440106199109261842'],
      ['PASSPORT', 'E1'],
    ] as const
  ).map(([kind, of]) =>
    plant(`ID-02 /people/p3/document/number ${kind} RETURN`, 'company', document('p3', kind, of)),
  ),
  plant([], 'company', {
    which: 'a finance head from Hong Kong',
    ...document('p3', 'HK_MACAO_PERMIT', 'H12345678'),
  }),
  plant([], ['individual', 'individual at host'], {
    which: 'an operator from Hong Kong',
    ...document('p1', 'HK_MACAO_PERMIT', 'H23456789'),
  }),
  plant([], 'individual', {
    which: 'an operator from Taiwan',
    ...document('p1', 'TAIWAN_PERMIT', '12345678'),
  }),

  plant(['ID-03 /people FORGED RETURN', 'ID-03 /people/p1 MISSING RETURN'], ANY, signing('FORGED')),
  plant('ID-03 /people/p1 OTHER_DOCUMENT RETURN', ANY, signing('OTHER_DOCUMENT')),
  plant('ID-03 /people/p1 TOO_OLD RETURN', ANY, signing('TOO_OLD')),
  plant(
    ['ID-03 /people OTHER_PERSON RETURN', 'ID-03 /people/p1 MISSING RETURN'],
    ANY,
    signing('SLIP'),
  ),
  plant('ID-03 /people OTHER_PERSON RETURN', 'individual', signing('STRANGER')),
  plant('ID-03 /people/p1 SPENT RETURN', ['individual', 'sole'], {
    world: { before: 'WITHDRAWN' },
  }),

  plant('ID-04 /people/p1 OWN_EARNINGS REFER', ['sole', 'individual'], {
    set: (making) => ({
      '/people/p1/document/number': AGED[16],
      '/people/p2': making.person(),
      '/roles/liaison': 'p2',
    }),
  }),
  plant(
    ['ID-04 /people/p1 UNDER_16 PROPOSE_REFUSAL', 'ID-05 /roles/liaison UNDER_18 RETURN'],
    ['sole', 'individual'],
    {
      ...number('p1', AGED[15]),
    },
  ),
  plant('ID-04 /people/p2 UNDER_16 PROPOSE_REFUSAL', COMPANIES, number('p2', AGED[15])),
  plant('ID-05 /roles/liaison UNDER_18 RETURN', ['individual', 'sole'], {
    set: (making) => ({
      '/people/p2': { ...making.person(), document: { kind: 'RESIDENT_ID', number: AGED[17] } },
      '/roles/liaison': 'p2',
    }),
  }),
  plant('ID-05 /mandate/agent AGENT_UNDER_18 RETURN', ['company by agent', 'individual by agent'], {
    world: { agent: { ofAgeFrom: '2026-11-24' } },
  }),
  plant('ID-06 /people/p1/document/validUntil EXPIRED RETURN', ANY, {
    set: { '/people/p1/document/validUntil': '2026-11-22' },
  }),
  plant([], ANY, {
    which: 'a document that ends today',
    set: { '/people/p1/document/validUntil': '2026-11-23' },
  }),
  plant([], 'company', {
    which: 'documents for the long term',
    set: {
      '/people/p1/document/validUntil': undefined,
      '/people/p3/document/validUntil': undefined,
    },
  }),

  ...(
    [
      ['p1', 'LOST', 'company'],
      ['p1', 'CANCELLED', 'sole'],
      ['p1', 'DECEASED', 'individual'],
      ['p3', 'LOST', 'company'],
    ] as const satisfies readonly (readonly [string, string, Base])[]
  ).map(([who, ground, on]) =>
    plant(`ID-07 /people/${who} NOT_LIVE REFER`, on, listed(`/people/${who}`, 'IDENTITY', ground)),
  ),
  plant('ID-08 /people/p1 DENIED REFER', ['individual', 'sole', 'company'], {
    world: { denied: 'p1' },
  }),

  plant(['ID-11 /people/p2/document/certification MISSING RETURN', INVESTOR], COMPANIES, {
    ...document('p2', 'PASSPORT', 'E31415926'),
  }),
  plant(['ID-11 /people/p2/document/certification/until EXPIRED RETURN', INVESTOR], 'company', {
    ...document('p2', 'PASSPORT', 'E31415927', {
      certification: { ...CERTIFIED, until: '2026-11-22' },
    }),
  }),
  plant(INVESTOR, 'company', {
    which: 'an investor with a certified passport',
    ...document('p2', 'PASSPORT', 'E31415928', {
      certification: { ...CERTIFIED, until: '2026-11-23' },
    }),
  }),
  plant(INVESTOR, COMPANIES, {
    which: 'an investor from Hong Kong',
    ...document('p2', 'HK_MACAO_PERMIT', 'H34567890'),
  }),
  plant('SC-08 /roles/owner INVESTOR REFER', ['sole', 'sole at host'], {
    ...document('p1', 'HK_MACAO_PERMIT', 'H45678901'),
  }),
  plant('ID-12 /people/p1 BANNED REFER', ANY, listed('/people/p1', 'NO_PROFIT', 'CIVIL_SERVANT')),
  plant('ID-12 /people/p2 BANNED REFER', COMPANIES, listed('/people/p2', 'NO_PROFIT', 'OTHER')),
];
