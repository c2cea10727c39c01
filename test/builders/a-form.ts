import { ApplicationForm } from '#functions/application/form.ts';

/**
 * Lawful forms that pass every rule at the registrar of 南沙 (440115), complete and parsed. Names are
 * invented; the resident ID numbers are synthetic and carry the right check character. A test
 * states only what it changes; a change replaces a whole member of the form.
 */
type Change = Partial<ApplicationForm>;

/** People of the builders' forms: all adults, none of them real. */
export const people = {
  p1: {
    name: '岑晓岚',
    document: { kind: 'RESIDENT_ID', number: '440106198804123025', validUntil: '2036-05-01' },
    residence: '广州市天河区云岭路6号302房',
    phone: '13800000001',
    email: 'p1@example.com',
  },
  p2: {
    name: '骆启明',
    document: { kind: 'RESIDENT_ID', number: '440106199109261842', validUntil: '2039-01-15' },
    residence: '广州市天河区云岭路8号1201房',
    phone: '13800000002',
    email: 'p2@example.com',
  },
  p3: {
    name: '祝子衿',
    document: { kind: 'RESIDENT_ID', number: '440115198507032510' },
    residence: '广州市南沙区望潮街3号502房',
    phone: '13800000003',
    email: 'p3@example.com',
  },
} as const satisfies ApplicationForm['people'];

const common = {
  registrar: '440115',
  scope: { bundle: { id: 'B01' } },
  premises: { kind: 'OWN', address: '广州市南沙区望潮街12号305房', proof: 'LEASE' },
  people,
} as const;

/** 有限责任公司: two natural shareholders, one director who is manager and legal representative, one supervisor. */
export const aForm = (change: Change = {}): ApplicationForm =>
  ApplicationForm.parse({
    ...common,
    type: 'LIMITED_COMPANY',
    name: '广州市南沙区晨岚百货有限公司',
    capital: { fen: 100_000_000, currency: 'CNY' },
    roles: {
      legalRepresentative: 'p1',
      directors: ['p1'],
      managers: ['p1'],
      supervisors: ['p2'],
      financeHead: 'p3',
      liaison: 'p3',
    },
    shareholders: [
      { person: 'p1', fen: 70_000_000, contribution: 'CASH', due: '2030-12-31' },
      { person: 'p2', fen: 30_000_000, contribution: 'CASH', due: '2030-12-31' },
    ],
    supervision: 'ONE',
    charter: { model: 'LIMITED_COMPANY_ONE_DIRECTOR' },
    beneficialOwners: { exemptionPromise: true },
    promises: { version: '2026-05' },
    ...change,
  });

/** 个人独资企业: p1 owns it, with personal property only. */
export const aSoleProprietorship = (change: Change = {}): ApplicationForm =>
  ApplicationForm.parse({
    ...common,
    type: 'SOLE_PROPRIETORSHIP',
    name: '广州市南沙区晨岚百货商行',
    capital: { fen: 5_000_000, currency: 'CNY' },
    householdProperty: false,
    roles: { owner: 'p1', liaison: 'p1' },
    ...change,
  });

/** 个体工商户: p1 runs it alone (个人经营). Without a name: `{ name: undefined }`. */
export const anIndividualBusiness = (change: Change = {}): ApplicationForm =>
  ApplicationForm.parse({
    ...common,
    type: 'INDIVIDUAL_BUSINESS',
    name: '广州市南沙区晨岚百货店',
    operation: 'PERSONAL',
    roles: { operator: 'p1', liaison: 'p1' },
    ...change,
  });

/** A change that moves any of the forms to a host's address (集群注册): `aForm(atHost)`. */
export const atHost = {
  premises: {
    kind: 'CLUSTER',
    host: 'H-0001',
    custody: { from: '2026-11-01', until: '2029-10-31', serviceOfDocuments: true },
  },
  promises: { noPremisesBoundActivity: true, version: '2026-05' },
} as const satisfies Change;
