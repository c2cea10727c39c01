import type { ApplicationRecord } from '../application/application.ts';
import type { ApplicationForm } from '../application/form.ts';
import { personOf, rolesOf } from '../application/form-places.ts';
import { intentOf } from './intent.ts';
import { type PersonKey, personHash } from './person-hash.ts';
import { tracesOf } from './traces.ts';

/** What a sent form is found by, beside its id: keyed hashes, kept with the attempt. */
export interface Indexed {
  readonly intent?: string;
  /** who stands in a part of the form: key into `form.people` → keyed hash of the person */
  readonly persons: Readonly<Record<string, string>>;
  readonly traces: Readonly<Record<string, string>>;
}

/** An application that names a person, with its present attempt. */
export type NamedIn = Pick<ApplicationRecord, 'application' | 'sent'>;

/** Indexes a form when it is taken in. */
export type IndexForm = (form: ApplicationForm) => Promise<Indexed>;

/** @param key asked for at each form; held by whoever gives it */
export const indexing =
  (key: () => Promise<PersonKey>): IndexForm =>
  async (form) => {
    const held = await key();
    const keys = [...new Set(rolesOf(form).map(([, person]) => person))];
    const named = keys.flatMap((person) => {
      const { kind, number } = personOf(form, person)?.document ?? {};
      return kind?.trim() && number?.trim() ? [{ person, kind, number }] : [];
    });
    const [intent, traces, ...hashes] = await Promise.all([
      intentOf(held, form),
      tracesOf(held, form),
      ...named.map(async (it) => [it.person, await personHash(held, it)] as const),
    ]);
    return { ...(intent && { intent }), persons: Object.fromEntries(hashes), traces };
  };

/** What persons are in a form, by key: the member of `roles` that names them, or `shareholders`, `beneficialOwners`. */
export const partsOf = (form: ApplicationForm, keys: readonly string[]): string[] => [
  ...new Set(
    rolesOf(form)
      .filter(([, person]) => keys.includes(person))
      .map(([[member, role]]) => String(member === 'roles' ? role : member)),
  ),
];
