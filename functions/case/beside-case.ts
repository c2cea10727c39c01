import type { Application, SentAttempt } from '../application/application.ts';
import type { ApplicationForm } from '../application/form.ts';
import { type NamedIn, partsOf } from '../party/person-index.ts';

/** The same person over roles and applications, by the key under which this form has her. */
interface Elsewhere {
  readonly person: string;
  readonly applications: readonly {
    readonly id: Application['id'];
    readonly state: Application['state'];
    /** the first part of that form that she stands in */
    readonly role?: string;
  }[];
}

export interface BesideCase {
  readonly previous?: { readonly attempt: number; readonly form: ApplicationForm };
  readonly elsewhere: readonly Elsewhere[];
}

/** Persons of one form that are looked for, and applications that are told of them. */
const MOST_PERSONS = 10;
const MOST_TOLD = 20;

/** Key and hash of each person, once though she may stand under two keys. */
export const personsOf = ({
  persons = {},
}: Pick<SentAttempt, 'persons'>): readonly (readonly [person: string, hash: string])[] =>
  [...new Map(Object.entries(persons).map(([key, hash]) => [hash, key] as const))]
    .map(([hash, key]) => [key, hash] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .slice(0, MOST_PERSONS);

/** Applications that are told of, the newest first; what was never sent is nobody's to see but its sender's. */
export const newestSent = (heads: readonly Application[]): readonly Application[] =>
  heads
    .filter(({ state }) => state !== 'DRAFT' && state !== 'SIGNING')
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, MOST_TOLD);

/**
 * Of the applications that name a person now: what they are, and nothing of anybody else in them.
 *
 * @param found as newestSent has them
 */
export const elsewhereOf = (
  persons: readonly (readonly [person: string, hash: string])[],
  found: readonly NamedIn[],
): readonly Elsewhere[] =>
  persons.flatMap(([person, hash]) => {
    const applications = found.flatMap(({ application: { id, state }, sent }) => {
      const all = Object.entries(sent.persons ?? {});
      const keys = all.flatMap(([key, its]) => (its === hash ? key : []));
      const [role] = partsOf(sent.form, keys);
      return keys.length === 0 ? [] : [{ id, state, ...(role && { role }) }];
    });
    return applications.length > 0 ? [{ person, applications }] : [];
  });
