import { decodeJwt } from 'jose';
import * as z from 'zod';
import type { ApplicationForm, Signatures } from '../application/form.ts';
import { identityOf, personOf } from '../application/form-places.ts';
import { type Part, postsOf } from './document-parts.ts';

/** The parts of the document, each signer's CONSENT being his own. */
export const SigningKind = z.enum([
  'APPLICATION',
  'CHARTER',
  'CONSENT',
  'MANDATE',
  'CUSTODY',
  'PROMISES',
]);
export type SigningKind = z.infer<typeof SigningKind>;

export interface Signer {
  /** key into `form.people` */
  readonly person: string;
  readonly signs: readonly SigningKind[];
}

/**
 * Who signs what: the head (legal representative, sole owner or operator) the application and what
 * goes with it (mandate where an agent acts, promises, custody agreement); shareholders who are
 * natural persons the charter; whoever takes a post or, in a family business, a part, consents to it.
 *
 * One entry for each person key, in the order of first mention. The same persons must be verified
 * by their real name (实施细则 art. 16). A key without an entry in `form.people` is listed too. Those
 * who sign and are no natural persons: parties.ts.
 */
export function signersOf(form: ApplicationForm): readonly Signer[] {
  const { roles = {}, mandate, promises, premises, shareholders = [] } = form;
  const signs = new Map<string, Set<SigningKind>>();
  const add = (signing: SigningKind, ...people: readonly (string | undefined)[]) => {
    for (const person of people) {
      if (person !== undefined) signs.set(person, (signs.get(person) ?? new Set()).add(signing));
    }
  };
  const heads = [roles.legalRepresentative, roles.owner, roles.operator];
  add('APPLICATION', ...heads);
  if (mandate) add('MANDATE', ...heads);
  if (promises) add('PROMISES', ...heads);
  if (premises?.kind === 'CLUSTER') add('CUSTODY', ...heads);
  add('CHARTER', ...shareholders.map((it) => it.person));
  add('CONSENT', ...postsOf(form).keys());
  return [...signs].map(([person, signings]) => ({ person, signs: [...signings] }));
}

/** The parts of the document that a signer signs. */
export const partsSignedBy = ({ person, signs }: Signer): readonly Part[] =>
  signs.map((signing): Part => (signing === 'CONSENT' ? `CONSENT:${person}` : signing));

/** The natural person whom an assertion names. */
export const AssertedPerson = z.object({
  name: z.string(),
  document: z.object({ kind: z.string(), number: z.string() }),
});
export type AssertedPerson = z.infer<typeof AssertedPerson>;

const Claims = z.object({ person: AssertedPerson, document_hash: z.string().optional() });

/**
 * Same name, same kind and same number of the document, as people type them: full-width, a small x,
 * white space around. A kind that the form leaves out is for the review to ask for.
 */
export const isNamedBy = (form: ApplicationForm, person: string, named: AssertedPerson): boolean =>
  hasName(form, person, named) && hasNumber(form, person, named);

const hasName = (form: ApplicationForm, person: string, { name }: AssertedPerson): boolean =>
  asTyped(personOf(form, person)?.name) === asTyped(name);

function hasNumber(form: ApplicationForm, person: string, { document }: AssertedPerson): boolean {
  const { kind = document.kind, number } = personOf(form, person)?.document ?? {};
  return asTyped(number) === asTyped(document.number) && asTyped(kind) === asTyped(document.kind);
}

const asTyped = (text: string | undefined) => text?.normalize('NFKC').trim().toUpperCase();

/** What an assertion claims, read without any verification. */
export function claimedBy(assertion: string): z.infer<typeof Claims> | undefined {
  try {
    return Claims.parse(decodeJwt(assertion));
  } catch {
    return undefined;
  }
}

export const assertionsOf = (signatures: Signatures): readonly string[] =>
  signatures.flatMap((it) => ('assertion' in it ? [it.assertion] : []));

/**
 * The signers for whom an assertion was given: those whom it names; failing that, the one person
 * whose name or whose number it has, where it was given for this document: then the form has a slip,
 * which is for the review to tell and nothing to wait for.
 *
 * @param documents digests that are this application's, so that an assertion over one was made for it
 */
export function signersNamedBy(
  form: ApplicationForm,
  assertion: string,
  documents: readonly string[],
): readonly Signer[] {
  const claims = claimedBy(assertion);
  if (!claims) return [];
  const signers = signersOf(form);
  const { person: named, document_hash: document } = claims;
  const exactly = signers.filter(({ person }) => isNamedBy(form, person, named));
  const known = Object.keys(form.people ?? {}).some((person) => isNamedBy(form, person, named));
  if (known || document === undefined || !documents.includes(document)) return exactly;
  const nearly = signers.filter(
    ({ person }) => hasName(form, person, named) || hasNumber(form, person, named),
  );
  const persons = new Set(nearly.map(({ person }) => identityOf(form, person)));
  return persons.size === 1 ? nearly : [];
}

/**
 * The signers for whom no assertion was given, so that the application waits in SIGNING for them.
 *
 * Nothing is verified here: whether an assertion is genuine is for the review to say. A person
 * whose name or number the form leaves out is not waited for, since nobody could ever sign for
 * him; the review names the gap.
 *
 * @param documents as for `signersNamedBy`
 */
export function missingSigners(
  form: ApplicationForm,
  assertions: readonly string[],
  documents: readonly string[] = [],
): readonly Signer[] {
  const signed = new Set(
    assertions
      .flatMap((assertion) => signersNamedBy(form, assertion, documents))
      .map(({ person }) => person),
  );
  return signersOf(form).filter(({ person }) => {
    const { name, document } = personOf(form, person) ?? {};
    return name && document?.number && !signed.has(person);
  });
}
