import type { ApplicationForm } from '#functions/application/form.ts';
import { usccOf } from '#functions/shared/unified-social-credit-code.ts';
import { type Invention, inventionOf } from '#local/sample/invention.ts';
import { seeded } from '#local/sample/seeded.ts';
import { aForm, anIndividualBusiness, aSoleProprietorship, atHost } from '#test/builders/a-form.ts';
import { freshWord } from '#test/builders/applications-in.ts';

/** What an application is made from; each thing is nobody else's. */
export interface Making extends Omit<Invention, 'tradeName'> {
  /** a 字号 of three characters that no other in the corpus can be taken for */
  readonly word: () => string;
  /** a company of 湖南 */
  readonly company: () => { readonly name: string; readonly uscc: string };
}

/** The legal date on which everything in the corpus is sent and decided. */
export const TODAY = '2026-11-23';

export function makingOf(seed: number): Making {
  const { person, address } = inventionOf(seeded(seed), TODAY);
  let companies = 0;
  return {
    person,
    address,
    word: freshWord,
    company: () => ({
      name: `湖南${freshWord()}示例科技有限公司`,
      uscc: usccOf({ class: '1', division: '430100', serial: 600_000 + ++companies }),
    }),
  };
}

const own = ({ address }: Making) => ({ kind: 'OWN', address: address(), proof: 'LEASE' });

const company = (making: Making): ApplicationForm =>
  aForm({
    name: `广州市南沙区${making.word()}百货有限公司`,
    premises: own(making),
    people: { p1: making.person(), p2: making.person(), p3: making.person() },
  });
const sole = (making: Making): ApplicationForm =>
  aSoleProprietorship({
    name: `广州市南沙区${making.word()}百货商行`,
    premises: own(making),
    people: { p1: making.person() },
  });
const individual = (making: Making): ApplicationForm =>
  anIndividualBusiness({
    name: `广州市南沙区${making.word()}百货店`,
    premises: own(making),
    people: { p1: making.person() },
  });

const family = (making: Making): ApplicationForm => ({
  ...individual(making),
  operation: 'FAMILY',
  people: { p1: making.person(), p2: making.person(), p3: making.person() },
  roles: { operator: 'p1', family: ['p2', 'p3'], liaison: 'p2' },
});

/** A board of three, a board of supervisors of three, and a charter that fits. */
const board = (making: Making): ApplicationForm => {
  const form = company(making);
  const more = Object.fromEntries(['p4', 'p5', 'p6', 'p7'].map((key) => [key, making.person()]));
  return {
    ...form,
    people: { ...form.people, ...more },
    roles: {
      ...form.roles,
      directors: ['p1', 'p4', 'p5'],
      supervisors: ['p2', 'p6', 'p7'],
    },
    supervision: 'BOARD',
    charter: { model: 'LIMITED_COMPANY_BOARD' },
  };
};

/** Three shareholders, the third a company of 湖南 with 30 %. */
const hunan = (making: Making): ApplicationForm => {
  const form = company(making);
  const [first, second] = form.shareholders ?? [];
  return {
    ...form,
    shareholders: [
      { ...first, fen: 40_000_000 },
      { ...second, fen: 30_000_000 },
      { company: making.company(), fen: 30_000_000, contribution: 'CASH', due: '2030-12-31' },
    ],
    beneficialOwners: {
      owners: [
        { person: 'p1', share: 40 },
        { person: 'p2', share: 30 },
      ],
    },
  };
};

/** Each agent is one of his own: of whom much is returned, another rule tells. */
const mandate = ({ word }: Making) => ({
  agent: `agent-${word()}`,
  acts: ['ESTABLISHMENT'],
  from: '2026-11-01',
  until: '2027-03-31',
  corrections: true,
});
const byAgent = (make: (making: Making) => ApplicationForm) => (making: Making) => ({
  ...make(making),
  mandate: mandate(making),
});
const hosted = (make: (making: Making) => ApplicationForm) => (making: Making) => ({
  ...make(making),
  ...atHost,
});
const nameless = (making: Making): ApplicationForm => {
  const { name: _, ...form } = individual(making);
  return form;
};
const inTianhe = (making: Making): ApplicationForm => ({
  ...company(making),
  registrar: '440106',
  name: `广州市天河区${making.word()}百货有限公司`,
  premises: { kind: 'OWN', address: making.address('天河区'), proof: 'TITLE' },
});

/** Lawful applications of every kind, that pass without a word. */
export const BASES = {
  company,
  sole,
  individual,
  family,
  nameless,
  board,
  hunan,
  inTianhe,
  'company by agent': byAgent(company),
  'individual by agent': byAgent(individual),
  'company at host': hosted(company),
  'sole at host': hosted(sole),
  'individual at host': hosted(individual),
} satisfies Record<string, (making: Making) => ApplicationForm>;

export type Base = keyof typeof BASES;

const isBase = (name: string): name is Base => name in BASES;
export const BASE_NAMES: readonly Base[] = Object.keys(BASES).filter(isBase);
