import type { ApplicationForm } from './form.ts';

/** Steps from the form's root to one of its members: `['people', 'p1', 'name']`. */
export type Path = readonly PropertyKey[];

/** JSON Pointer (RFC 6901) of a path. */
export const pointerOf = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

type People = NonNullable<ApplicationForm['people']>;

/** The person of a key. `people` comes from outside, and a key like `constructor` must not reach the prototype. */
export const personOf = (
  form: ApplicationForm,
  key: string | undefined,
): People[string] | undefined =>
  key !== undefined && form.people && Object.hasOwn(form.people, key)
    ? form.people[key]
    : undefined;

/** Every place of the form that names a person: `[['roles', 'directors', 0], 'p1']`. */
export function rolesOf(form: ApplicationForm): readonly (readonly [Path, string])[] {
  const roles = Object.entries(form.roles ?? {}).flatMap(([role, who]) =>
    [who ?? []]
      .flat()
      .map((key, at) => [['roles', role, ...(Array.isArray(who) ? [at] : [])], key] as const),
  );
  const shareholders = (form.shareholders ?? []).flatMap(({ person }, at) =>
    person === undefined ? [] : [[['shareholders', at, 'person'], person] as const],
  );
  const owners = (form.beneficialOwners?.owners ?? []).map(
    ({ person }, at) => [['beneficialOwners', 'owners', at, 'person'], person] as const,
  );
  return [...roles, ...shareholders, ...owners];
}

/** People with their keys. */
export const peopleOf = (form: ApplicationForm): readonly (readonly [string, People[string]])[] =>
  Object.entries(form.people ?? {});

/** Who it is, whatever key he stands under: two keys with one document number are one person. */
export function identityOf(form: ApplicationForm, key: string): string {
  const number = personOf(form, key)?.document?.number?.normalize('NFKC').trim().toUpperCase();
  return number ? `number:${number}` : `key:${key}`;
}
