import type { ApplicationForm } from '#functions/application/form.ts';

/** Members of the form, by their names, in which a person stands. */
interface PersonInForm {
  /** key into `people` */
  readonly person: string;
  readonly name: string | undefined;
  readonly roles: readonly string[];
}

/** Every person of a form with all that he is in it, whoever is most first. */
export function rolesIn({
  people = {},
  roles = {},
  shareholders = [],
  beneficialOwners,
}: Pick<
  ApplicationForm,
  'people' | 'roles' | 'shareholders' | 'beneficialOwners'
>): PersonInForm[] {
  const holds = [
    ...Object.entries(roles).map(([role, held]) => [role, [held].flat()] as const),
    ['shareholders', shareholders.map((it) => it.person)] as const,
    ['beneficialOwners', (beneficialOwners?.owners ?? []).map((it) => it.person)] as const,
  ];
  return Object.entries(people)
    .map(([person, { name }]) => ({
      person,
      name,
      roles: holds.filter(([, held]) => held.includes(person)).map(([role]) => role),
    }))
    .sort((a, b) => b.roles.length - a.roles.length);
}
