import { decodeJwt } from 'jose';
import * as z from 'zod';
import type { ApplicationForm } from '../application/form.ts';

/** APPLICATION 申请书, CHARTER 章程, CONSENT to a post or part, MANDATE 委托书 for an agent. */
type Signing = 'APPLICATION' | 'CHARTER' | 'CONSENT' | 'MANDATE';

export interface Signer {
  /** key into `form.people` */
  readonly person: string;
  readonly signs: readonly Signing[];
}

/**
 * Who signs what: the head (legal representative, sole owner or operator) the application, and the
 * mandate where an agent acts; shareholders who are natural persons the charter; whoever takes a
 * post or, in a family business, a part, consents to it.
 *
 * One entry for each person key, in the order of first mention. The same persons must be verified
 * by their real name (实施细则 art. 16). A key without an entry in `form.people` is listed too.
 */
export function signersOf(form: ApplicationForm): readonly Signer[] {
  const roles = form.roles ?? {};
  const signs = new Map<string, Set<Signing>>();
  const add = (signing: Signing, ...people: readonly (string | undefined)[]) => {
    for (const person of people) {
      if (person !== undefined) signs.set(person, (signs.get(person) ?? new Set()).add(signing));
    }
  };
  const heads = [roles.legalRepresentative, roles.owner, roles.operator];
  add('APPLICATION', ...heads);
  if (form.mandate) add('MANDATE', ...heads);
  add('CHARTER', ...(form.shareholders ?? []).map((it) => it.person));
  add('CONSENT', ...(roles.directors ?? []), ...(roles.managers ?? []));
  add('CONSENT', ...(roles.supervisors ?? []), roles.financeHead);
  add('CONSENT', ...(roles.family ?? []), roles.liaison);
  return [...signs].map(([person, signings]) => ({ person, signs: [...signings] }));
}

/** The natural person whom an assertion names. */
export const AssertedPerson = z.object({
  name: z.string(),
  document: z.object({ kind: z.string(), number: z.string() }),
});
export type AssertedPerson = z.infer<typeof AssertedPerson>;

const Claims = z.object({ person: AssertedPerson });

/** Same name and same number of the document, as people type them: full-width, a small x, white space around. */
export function isNamedBy(form: ApplicationForm, person: string, named: AssertedPerson): boolean {
  const { name, document } = form.people?.[person] ?? {};
  return (
    asTyped(name) === asTyped(named.name) &&
    asTyped(document?.number) === asTyped(named.document.number)
  );
}

const asTyped = (text: string | undefined) => text?.normalize('NFKC').trim().toUpperCase();

/** Whom an assertion claims to name, read without any verification. */
function claimedPerson(assertion: string): AssertedPerson | undefined {
  try {
    return Claims.parse(decodeJwt(assertion)).person;
  } catch {
    return undefined;
  }
}

/**
 * The signers whom no assertion names, so that the application waits in SIGNING for them.
 *
 * Nothing is verified here: whether an assertion is genuine is for the review to say. A person
 * whose name or number the form leaves out is not waited for, since nobody could ever sign for
 * him; the review names the gap.
 */
export function missingSigners(
  form: ApplicationForm,
  assertions: readonly string[],
): readonly Signer[] {
  const named = assertions.map(claimedPerson).filter((it) => it !== undefined);
  return signersOf(form).filter(({ person }) => {
    const { name, document } = form.people?.[person] ?? {};
    return name && document?.number && !named.some((it) => isNamedBy(form, person, it));
  });
}
