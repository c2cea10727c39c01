import type { Application } from '../application/application.ts';
import type { ApplicationForm } from '../application/form.ts';
import { type Holdings, type Wanted, wanted } from '../application/holds.ts';
import type { Host } from '../cluster/host.ts';
import type { LicenceCheck } from '../e-licence/licence-check.ts';
import { alternatives } from '../name/alternatives.ts';
import { conflictsOn, type NameCard } from '../name/name-card.ts';
import { nearSubject } from '../name/near-key.ts';
import type { WantedName } from '../name/wanted-name.ts';
import { inNfc } from '../party/in-nfc.ts';
import type { Known } from '../party/known.ts';
import type { IndexForm } from '../party/person-index.ts';
import { signersOf } from '../party/signers.ts';
import { periodOf } from '../party/traces.ts';
import type { Edition } from '../published/edition.ts';
import { listedIn, seenWith, subjectsOf } from '../review/cross-case.ts';
import type { ReviewFacts } from '../review/facts.ts';
import { factsOf } from '../review/gathered-facts.ts';
import { type Review, review } from '../review/review.ts';
import { RULES } from '../review/rule-set.ts';
import { legalDateOf } from '../shared/days.ts';

/** The review, and names that are free where the one asked for is not. */
export interface PreChecked extends Review {
  readonly freeNames?: readonly string[];
}

export interface PreCheckPorts {
  /** what is held of what is wanted, and what is known of the subjects */
  held(
    application: { readonly id: string; readonly owner: string },
    wanted: Wanted,
    subjects: Iterable<string>,
    period: number,
  ): Promise<{ readonly holdings: Holdings; readonly known: ReadonlyMap<string, Known> }>;
  readonly index: IndexForm;
  /** of the 字号 remembered as near, those of others */
  nearNames(
    wanted: WantedName,
    holder: string,
    now: string,
    remembered: Iterable<string>,
  ): Promise<readonly string[]>;
  /** every edition of dated data that officials have published */
  published(): Promise<readonly Edition[]>;
  /** the cards of names, in their order; at most 100 */
  cards(names: readonly WantedName[]): Promise<readonly (NameCard | undefined)[]>;
  /** whether a place could be held now; nothing is held */
  placeFree(host: Host, agreed?: number): Promise<boolean>;
  now(): number;
}

/** Nobody holds anything under this id: everything held counts as another's. */
const NOBODY = 'ap_00000000000000000000000000';

const NEW = { id: NOBODY, owner: NOBODY };

/** Where natural persons and the agent stand in a form. */
const ABOUT_PERSONS = /^\/(people|mandate)\//;

/**
 * The review of a form that nobody sent yet: the same rules on the same facts, nothing saved.
 * Signatures do not exist yet and partners are not asked: both are taken to be in order. What lists and
 * other applications tell of the persons named is nobody's to know before they are verified: those
 * rules are left out, and those subjects not even looked up.
 *
 * @param verified whether the identity of everybody named is verified
 * @param application what the form is to be sent as: what it holds already is held by no other
 */
export async function preCheck(
  ports: PreCheckPorts,
  sent: ApplicationForm,
  verified = false,
  application: Pick<Application, 'id' | 'owner'> = NEW,
): Promise<PreChecked> {
  const form = inNfc(sent);
  const now = new Date(ports.now()).toISOString();
  const want = wanted({ form }, now);
  const compared = { application, sent: { form, ...(await ports.index(form)) } };
  const subjects = new Map(
    [...subjectsOf(compared)].filter(([pointer]) => verified || !ABOUT_PERSONS.test(pointer)),
  );
  const near = want.name && nearSubject(want.name);
  const asking = [...subjects.values(), ...(near ? [near] : [])];
  const [{ holdings, known }, editions] = await Promise.all([
    ports.held(application, want, asking, periodOf(now)),
    ports.published(),
  ]);
  const remembered = known.get(near ?? '')?.ever ?? [];
  const nearNames =
    want.name && (await ports.nearNames(want.name, application.id, now, remembered));
  const { card, host } = holdings;
  const gathered = {
    submittedAt: now,
    now,
    nameConflicts: want.name
      ? conflictsOn(card, { industry: want.name.industry, holder: application.id, now })
      : [],
    ...(nearNames && { nearNames }),
    ...(host && { host }),
    place: await placeStanding(ports, want, holdings),
    licences: licencesToCome(form),
    identities: signersOf(form).map(({ person }) => ({ person, outcome: 'VERIFIED' as const })),
    listed: listedIn(subjects, known),
    seen: seenWith(compared, known, undefined),
    editions,
  };
  const rules = RULES.filter(({ aboutPersons }) => verified || !aboutPersons);
  const reviewed = review(factsOf(form, gathered), rules);
  const taken = reviewed.findings.some(({ rule }) => rule === NAME_TAKEN);
  return { ...reviewed, ...(taken && { freeNames: await freeNames(ports, form, now) }) };
}

/** The rule on names that others hold; it alone is mended by another name. */
const NAME_TAKEN = 'NM-08';
const FREE_NAMES = 3;

/** Names like the one that is taken, which were free when they were looked up. Nothing is reserved. */
async function freeNames(
  ports: PreCheckPorts,
  form: ApplicationForm,
  now: string,
): Promise<readonly string[]> {
  const like = alternatives(form.name ?? '', legalDateOf(now)).flatMap((name) => {
    const { name: card } = wanted({ form: { ...form, name } }, now);
    return card ? [{ name, card }] : [];
  });
  const cards = await ports.cards(like.map(({ card }) => card));
  return like
    .filter(
      ({ card: { industry } }, at) =>
        conflictsOn(cards[at], { industry, holder: NOBODY, now }).length === 0,
    )
    .slice(0, FREE_NAMES)
    .map(({ name }) => name);
}

/** Each e-licence that is shown, as if its issuer had confirmed what the form says of the company. */
const licencesToCome = ({ shareholders = [] }: ApplicationForm): LicenceCheck[] =>
  shareholders.flatMap(({ company }, shareholder) =>
    company?.licence
      ? [
          {
            shareholder,
            outcome: 'VALID',
            ...(company.name && { holderName: company.name.trim() }),
            ...(company.uscc && { holderUscc: company.uscc.trim().toUpperCase() }),
          },
        ]
      : [],
  );

async function placeStanding(
  ports: PreCheckPorts,
  { place }: Wanted,
  { host, tenant }: Holdings,
): Promise<ReviewFacts['place']> {
  if (!place || !host || host.status !== 'ACTIVE') return 'NOT_NEEDED';
  if (tenant || (await ports.placeFree(host, place.agreed))) return 'HELD';
  return place.agreed === undefined ? 'NONE_FREE' : 'TAKEN';
}
