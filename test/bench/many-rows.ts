import type { ApplicationForm } from '#functions/application/form.ts';
import { inNfc } from '#functions/party/in-nfc.ts';
import { legalDateOf } from '#functions/shared/days.ts';
import type { IdentityProvider } from '#local/demo/identity-provider.ts';
import { ROOMY_HOST } from '#local/sample/hosts.ts';
import { inventionOf } from '#local/sample/invention.ts';
import {
  atHost,
  CLOTHING,
  DEPARTMENT_STORE,
  individualBusiness,
  limitedCompany,
  type Making,
  soleProprietorship,
} from '#local/sample/lawful-forms.ts';
import { type Seeded, seeded } from '#local/sample/seeded.ts';
import { signed } from '#local/sample/signing.ts';

/** What the automatic review must make of a form. */
export type Kind = 'APPROVE' | 'APPROVE_AT_HOST' | 'RETURN' | 'REFER';

export interface MadeRow {
  readonly form: ApplicationForm;
  readonly signatures: readonly { readonly assertion: string }[];
}

const LINES = [
  DEPARTMENT_STORE,
  CLOTHING,
  { bundle: 'B08', industry: '美妆' },
  { bundle: 'B10', industry: '数码' },
];
const TYPES = [limitedCompany, soleProprietorship, individualBusiness];

/** Characters that stand in no industry word, division or banned word of the sample. */
const CHARACTERS = [...'澜沐栖漱霁昀砚苒菀瑶皓筠絮蕴谧逸霏黛岫沅岚汀禾屿桐笙苓萤蓁露鹭蘅'];

/** A 字号 of four characters, another for each number up to a million. */
export function tradeNameOf(number: number): string {
  let name = '';
  for (let rest = number, place = 0; place < 4; place++) {
    name += CHARACTERS[rest % CHARACTERS.length] ?? '';
    rest = Math.floor(rest / CHARACTERS.length);
  }
  return name;
}

/** Of nobody else: what many share brings an official. */
const contactsOf = (stock: number, person: number) => ({
  phone: `13${String(stock).padStart(2, '0')}${String(person % 10_000_000).padStart(7, '0')}`,
  email: `p${stock}-${person}@example.com`,
});

/**
 * Makes forms, each with people, name and address of its own: a third companies, a third sole
 * proprietorships, a third individual businesses.
 *
 * @param stock which of several makers this is, up to 99: no two make the same name
 */
export function formMaker(stock: number, random: Seeded, now: number) {
  const today = legalDateOf(now);
  const invention = inventionOf(random, today);
  let made = 0;
  let people = 0;

  /** @param agent who sends it under a mandate; absent = the applicant does */
  return (kind: Kind, agent?: string): ApplicationForm => {
    const index = made++;
    const making: Making = {
      ...invention,
      person: (age) => ({ ...invention.person(age), ...contactsOf(stock, people++) }),
      tradeName: () =>
        tradeNameOf(stock * 10_000 + (index % 10_000)) +
        tradeNameOf(Math.floor(index / 10_000)).slice(0, 1),
      index: index % 60,
      today,
    };
    const line = LINES[index % LINES.length] ?? CLOTHING;
    const make = TYPES[index % TYPES.length] ?? limitedCompany;
    const { mandate, ...own } = make(making, line);
    const sent = agent ? { ...own, mandate: { ...mandate, agent } } : own;
    return inNfc(formOf(kind, making, sent));
  };
}

/** The forms of `formMaker`, signed by everybody who must. */
export function rowMaker(identity: Pick<IdentityProvider, 'assert'>, stock: number) {
  const now = Date.now();
  const random = seeded(stock);
  const make = formMaker(stock, random, now);
  return async (kind: Kind, agent?: string): Promise<MadeRow> => {
    const form = make(kind, agent);
    return { form, signatures: await signed(form, { identity, random, now }) };
  };
}

function formOf(kind: Kind, making: Making, form: ApplicationForm): ApplicationForm {
  if (kind === 'APPROVE') return form;
  if (kind === 'APPROVE_AT_HOST') return atHost(form, ROOMY_HOST, making);
  if (kind === 'REFER') return { ...form, name: form.name?.replace('南沙区', '南沙区中国') };
  return { ...form, premises: { kind: 'OWN', address: making.address('天河区'), proof: 'LEASE' } };
}

/** Rows of an agent's file, one line each, made as they are asked for. */
export async function* linesOf(
  make: (kind: Kind, agent: string) => Promise<MadeRow>,
  count: number,
  reference: string,
  agent = 'agent-qihang',
): AsyncGenerator<string> {
  for (let row = 1; row <= count; row++) {
    yield `${JSON.stringify({ clientRowRef: `${reference}-${row}`, ...(await make('APPROVE', agent)) })}\n`;
  }
}
