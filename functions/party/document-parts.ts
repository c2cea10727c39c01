import type { ApplicationForm } from '../application/form.ts';
import { personOf } from '../application/form-places.ts';
import type { Json } from '../shared/canonical-json.ts';
import { digestOf } from '../shared/digest.ts';
import { inNfc } from './in-nfc.ts';

/**
 * What one signature can be about: APPLICATION 申请书, CHARTER 章程, MANDATE 委托书 for an agent, CUSTODY
 * 住所托管协议 with a host, PROMISES 承诺书, and for each person who takes a post or part his CONSENT to it.
 */
export type Part =
  | 'APPLICATION'
  | 'CHARTER'
  | 'MANDATE'
  | 'CUSTODY'
  | 'PROMISES'
  | `CONSENT:${string}`;

/** The document: digest of each part that it has, 64 hexadecimal digits. */
export type Manifest = Readonly<Record<string, string>>;

/**
 * The document's manifest. Key order and Unicode composition of the form do not matter.
 *
 * | part | members of the form |
 * | --- | --- |
 * | APPLICATION | all but the mandate, licence tokens included |
 * | CHARTER | type, name, scope, capital, shareholders but for their licence tokens, address or host and place, charter, roles in the company's organs, supervision, term; of the people named in these, name and document: 公司法 art. 46 |
 * | MANDATE | mandate, type, name, registrar |
 * | CUSTODY | type, name, host, place, custody |
 * | PROMISES | promises |
 * | CONSENT:person | his entry in `people`, the names of his roles, type, name |
 *
 * A part without content of its own is left out: CHARTER without shareholders and charter, MANDATE,
 * CUSTODY or PROMISES without theirs.
 */
export async function manifestOf(sent: ApplicationForm): Promise<Manifest> {
  const digests = partsOf(inNfc(sent)).map(
    async ([part, content]) => [part, await digestOf(content)] as const,
  );
  return Object.fromEntries(await Promise.all(digests));
}

export function partsOf(form: ApplicationForm): readonly (readonly [Part, Json])[] {
  const { mandate, promises, premises, type, name, registrar } = form;
  const business = { type, name };
  const { mandate: _ofItsOwn, ...application } = form;
  return [
    ['APPLICATION', application],
    ...(form.shareholders || form.charter ? [['CHARTER', charterOf(form)] as const] : []),
    ...(mandate ? [['MANDATE', { ...business, registrar, mandate }] as const] : []),
    ...(premises?.kind === 'CLUSTER'
      ? [['CUSTODY', { ...business, ...custodyOf(premises) }] as const]
      : []),
    ...(promises ? [['PROMISES', promises] as const] : []),
    ...[...postsOf(form)].map(
      ([key, posts]) =>
        [`CONSENT:${key}`, { ...business, posts, person: personOf(form, key) }] as const,
    ),
  ];
}

type Premises = NonNullable<ApplicationForm['premises']>;

const custodyOf = ({ host, place, custody }: Premises) => ({ host, place, custody });

/** A charter names people by who they are, so it changes with their names and documents, not with a telephone number. */
function charterOf(form: ApplicationForm): Json {
  const { type, name, scope, capital, charter, supervision, termYears, premises } = form;
  const { legalRepresentative, directors, managers, supervisors, financeHead } = form.roles ?? {};
  const organs = { legalRepresentative, directors, managers, supervisors, financeHead };
  const shareholders = form.shareholders?.map(({ company, ...share }) => ({
    ...share,
    ...(company && { company: { name: company.name, uscc: company.uscc } }),
  }));
  const named = [...Object.values(organs).flat(), ...(shareholders ?? []).map((it) => it.person)];
  const people = named.flatMap((key) => {
    const person = personOf(form, key);
    const { kind, number } = person?.document ?? {};
    return key && person ? [[key, { name: person.name, kind, number }] as const] : [];
  });
  return {
    ...{ type, name, scope, capital, charter, supervision, termYears, shareholders, organs },
    address: { address: premises?.address, host: premises?.host, place: premises?.place },
    people: Object.fromEntries(people),
  };
}

/** Roles that one consents to; a head takes his with the application itself. */
const BY_CONSENT = ['directors', 'managers', 'supervisors', 'financeHead', 'family', 'liaison'];

/** Whoever takes a post or, in a family business, a part by his consent: key → the names of all his roles. */
export function postsOf({ roles = {} }: ApplicationForm): ReadonlyMap<string, readonly string[]> {
  const held = Object.entries(roles).map(
    ([role, who]) => [role, typeof who === 'string' ? [who] : (who ?? [])] as const,
  );
  const posts = new Map<string, Set<string>>();
  for (const [role, people] of held)
    if (BY_CONSENT.includes(role)) for (const person of people) posts.set(person, new Set());
  for (const [role, people] of held) for (const person of people) posts.get(person)?.add(role);
  return new Map([...posts].map(([person, its]) => [person, [...its].sort()]));
}
