import type { ApplicationForm } from '#functions/application/form.ts';
import { promisesInForce } from '#functions/registrar/promises.ts';
import { legalDateOf, yearsLater } from '#functions/shared/days.ts';
import { usccOf } from '#functions/shared/unified-social-credit-code.ts';
import type { DemoRegion } from '#local/demo/hunan.ts';
import { daysLater, inventionOf } from '#local/sample/invention.ts';
import { seeded } from '#local/sample/seeded.ts';
import { aForm, anIndividualBusiness, aSoleProprietorship } from './a-form.ts';
import { ofItsOwn } from './of-its-own.ts';

/**
 * The builders' forms as somebody sends them today to a running system: dates are counted from
 * today, and each has a 字号, people and an address that no other form of the same test file has.
 */
type Change = Partial<ApplicationForm>;

export const today = legalDateOf(Date.now());

const { tradeName } = inventionOf(seeded(1), today);

/** A 字号 that nobody has yet, not even in the sample, whose have two characters. */
export const aTradeName = (): string => `${tradeName()}晴`;

let forms = 0;
/** Heads of many businesses, and crowded addresses, would be another's affair. */
const itsOwn = (): Change => {
  forms += 1;
  const [first, second, third] = ['甲', '乙', '丙'].map((who) => ofItsOwn(`今日${forms}${who}`));
  if (!first || !second || !third) throw new RangeError('three people are three');
  return {
    people: { p1: first.p1, p2: second.p1, p3: third.p1 },
    premises: { kind: 'OWN', address: first.address, proof: 'LEASE' },
  };
};

const share = { contribution: 'CASH', due: yearsLater(today, 4) };

/** 有限责任公司 of p1 (70 %) and p2 (30 %). */
export const aCompanyOfToday = (change: Change = {}): ApplicationForm =>
  aForm({
    name: `广州市南沙区${aTradeName()}百货有限公司`,
    shareholders: [
      { person: 'p1', fen: 70_000_000, ...share },
      { person: 'p2', fen: 30_000_000, ...share },
    ],
    ...itsOwn(),
    ...change,
  });

/** A company with a company of Hunan as third shareholder (30 %), which shows its e-licence. */
export async function aCompanyOfTodayWithHunan(
  hunan: Pick<DemoRegion, 'licence'>,
): Promise<ApplicationForm> {
  const name = `湖南${aTradeName()}示例科技有限公司`;
  const uscc = usccOf({ class: '1', division: '430100', serial: 700_001 });
  const licence = await hunan.licence({ name, uscc }, Date.now());
  return aCompanyOfToday({
    shareholders: [
      { person: 'p1', fen: 40_000_000, ...share },
      { person: 'p2', fen: 30_000_000, ...share },
      { company: { name, uscc, licence }, fen: 30_000_000, ...share },
    ],
    beneficialOwners: {
      owners: [
        { person: 'p1', share: 40 },
        { person: 'p2', share: 30 },
      ],
    },
  });
}

export const aSoleProprietorshipOfToday = (change: Change = {}): ApplicationForm =>
  aSoleProprietorship({
    name: `广州市南沙区${aTradeName()}百货商行`,
    ...itsOwn(),
    ...change,
  });

export const anIndividualBusinessOfToday = (change: Change = {}): ApplicationForm =>
  anIndividualBusiness({
    name: `广州市南沙区${aTradeName()}百货店`,
    ...itsOwn(),
    ...change,
  });

/** A change that moves a form to a host's address, with a custody agreement in force. */
export const atHostToday = (host: string) =>
  ({
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
  }) satisfies Change;

/** A change that gives an agent the authority to register the business. */
export const byAgentToday = (agent: string) =>
  ({
    mandate: {
      agent,
      acts: ['ESTABLISHMENT'],
      from: daysLater(today, -10),
      until: daysLater(today, 180),
      corrections: true,
    },
  }) satisfies Change;
