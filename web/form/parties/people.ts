import type { ApplicationForm } from '#functions/application/form.ts';

export type People = NonNullable<ApplicationForm['people']>;
export type Person = People[string];

/** A key that no person of the form has, nor had since the last of them was entered. */
export const nextPersonKey = (people: People = {}): string => {
  const numbers = Object.keys(people).map((key) => Number(/^p(\d+)$/.exec(key)?.[1] ?? 0));
  return `p${Math.max(0, ...numbers) + 1}`;
};

const NEW: Person = { document: { kind: 'RESIDENT_ID' } };

/** What one person alone does at first in each type of business: the least to be ticked. */
const FIRST: Readonly<Record<string, Partial<ApplicationForm>>> = {
  INDIVIDUAL_BUSINESS: { operation: 'PERSONAL', roles: { operator: 'p1', liaison: 'p1' } },
  SOLE_PROPRIETORSHIP: { roles: { owner: 'p1', liaison: 'p1' } },
  LIMITED_COMPANY: {
    roles: { legalRepresentative: 'p1', directors: ['p1'], liaison: 'p1' },
    charter: { model: 'LIMITED_COMPANY_ONE_DIRECTOR' },
  },
};

/** The form, or where it has nobody yet, with the person who is signed in and does all. */
export function withFirstPerson(form: ApplicationForm, name?: string): ApplicationForm {
  if (Object.keys(form.people ?? {}).length > 0) return form;
  const first = FIRST[form.type ?? ''] ?? {};
  const operation = form.operation ?? first.operation;
  return { ...form, ...first, operation, people: { p1: { name, ...NEW } } };
}

export const withOneMore = (form: ApplicationForm): ApplicationForm => ({
  ...form,
  people: { ...form.people, [nextPersonKey(form.people)]: NEW },
});

export const withPerson = (
  form: ApplicationForm,
  key: string,
  to: (person: Person) => Person,
): ApplicationForm => ({
  ...form,
  people: { ...form.people, [key]: to(form.people?.[key] ?? {}) },
});

/** The form without a person, and without what it says of him. */
export function withoutPerson(form: ApplicationForm, key: string): ApplicationForm {
  const { [key]: _gone, ...people } = form.people ?? {};
  const roles = Object.entries(form.roles ?? {}).flatMap(([post, who]) => {
    const others = [who].flat().filter((it) => it !== key);
    return others.length > 0 ? [[post, Array.isArray(who) ? others : others[0]]] : [];
  });
  return {
    ...form,
    people,
    roles: Object.fromEntries(roles),
    ...(form.shareholders && {
      shareholders: form.shareholders.filter(({ person }) => person !== key),
    }),
    ...(form.beneficialOwners?.owners && {
      beneficialOwners: {
        ...form.beneficialOwners,
        owners: form.beneficialOwners.owners.filter(({ person }) => person !== key),
      },
    }),
    ...(form.mandate?.client === key && { mandate: { ...form.mandate, client: undefined } }),
  };
}
