import type { ApplicationForm } from '#functions/application/form.ts';
import { promisesInForce } from '#functions/registrar/promises.ts';
import type { LegalDate } from '#functions/shared/calendar.ts';
import { yearsLater } from '#functions/shared/days.ts';
import { daysLater, type Invention } from './invention.ts';

/** What a row is made from. */
export interface Making extends Invention {
  /** place of the row in its group, from 0 */
  readonly index: number;
  /** the legal date on which the sample is made */
  readonly today: LegalDate;
}

/** The registrar applied to and how it is written in names and addresses. */
interface Place {
  readonly registrar: string;
  readonly district: string;
}
const NANSHA: Place = { registrar: '440115', district: '南沙区' };
export const TIANHE: Place = { registrar: '440106', district: '天河区' };

/** A bundle, and an industry word for the name that fits the bundle's first item. */
export interface Line {
  readonly bundle: string;
  readonly industry: string;
}

export const DEPARTMENT_STORE: Line = { bundle: 'B01', industry: '百货' };
export const CLOTHING: Line = { bundle: 'B09', industry: '服饰' };
export const SOFTWARE: Line = { bundle: 'B12', industry: '软件' };

const YUAN = 100;

/** What the sample's agent may do for each of its clients, and until when. */
export const mandate = (today: LegalDate) => ({
  agent: 'agent-qihang',
  acts: ['ESTABLISHMENT'],
  from: daysLater(today, -10),
  until: daysLater(today, 180),
  corrections: true,
});

const common = (making: Making, { registrar, district }: Place, { bundle }: Line) => ({
  registrar,
  scope: { bundle: { id: bundle } },
  premises: { kind: 'OWN', address: making.address(district), proof: 'LEASE' },
  mandate: mandate(making.today),
});

/**
 * 有限责任公司. Every third has one shareholder who does without a supervisor; the others have two
 * shareholders, one director who manages, and a supervisor.
 */
export function limitedCompany(making: Making, line: Line, place = NANSHA): ApplicationForm {
  const alone = making.index % 3 === 2;
  const due = yearsLater(making.today, 4);
  const fen = (10 + making.index) * 100_000 * YUAN;
  const shares = alone ? { p1: fen } : { p1: fen * 0.6, p2: fen * 0.4 };
  return {
    ...common(making, place, line),
    type: 'LIMITED_COMPANY',
    name: `广州市${place.district}${making.tradeName()}${line.industry}有限公司`,
    capital: { fen, currency: 'CNY' },
    people: {
      p1: making.person(),
      ...(alone ? {} : { p2: making.person() }),
      p3: making.person(),
    },
    roles: {
      legalRepresentative: 'p1',
      directors: ['p1'],
      managers: ['p1'],
      ...(alone ? {} : { supervisors: ['p2'] }),
      financeHead: 'p3',
      liaison: 'p3',
    },
    shareholders: Object.entries(shares).map(([person, share]) => ({
      person,
      fen: share,
      contribution: 'CASH',
      due,
    })),
    supervision: alone ? 'NONE_BY_CONSENT' : 'ONE',
    charter: { model: 'LIMITED_COMPANY_ONE_DIRECTOR' },
    beneficialOwners: { exemptionPromise: true },
    promises: { version: promisesInForce(making.today)?.version },
  };
}

/** 个人独资企业, the owner being its own liaison. */
export function soleProprietorship(making: Making, line: Line, place = NANSHA): ApplicationForm {
  return {
    ...common(making, place, line),
    type: 'SOLE_PROPRIETORSHIP',
    name: `广州市${place.district}${making.tradeName()}${line.industry}商行`,
    capital: { fen: (5 + making.index) * 10_000 * YUAN, currency: 'CNY' },
    householdProperty: making.index % 2 === 1,
    people: { p1: making.person() },
    roles: { owner: 'p1', liaison: 'p1' },
  };
}

/** 个体工商户 run by one person (个人经营). */
export function individualBusiness(making: Making, line: Line, place = NANSHA): ApplicationForm {
  return {
    ...common(making, place, line),
    type: 'INDIVIDUAL_BUSINESS',
    name: `广州市${place.district}${making.tradeName()}${line.industry}店`,
    operation: 'PERSONAL',
    people: { p1: making.person() },
    roles: { operator: 'p1', liaison: 'p1' },
  };
}

/** The form, moved to a host's address (集群注册). */
export const atHost = (
  form: ApplicationForm,
  host: string,
  { today }: Making,
): ApplicationForm => ({
  ...form,
  premises: {
    kind: 'CLUSTER',
    host,
    custody: {
      from: daysLater(today, -5),
      until: yearsLater(today, 3),
      serviceOfDocuments: true,
    },
  },
  promises: { noPremisesBoundActivity: true, version: promisesInForce(today)?.version },
});
