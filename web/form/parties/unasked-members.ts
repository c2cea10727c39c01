import type { ApplicationForm } from '#functions/application/form.ts';
import { holders, type Post } from './posts.ts';

type Member = keyof ApplicationForm;

/** What each type of business alone is asked for (functions/application/complete-application.ts). */
const ONLY: Readonly<Record<string, { members: readonly Member[]; posts: readonly Post[] }>> = {
  LIMITED_COMPANY: {
    members: ['capital', 'shareholders', 'supervision', 'charter', 'termYears', 'beneficialOwners'],
    posts: ['legalRepresentative', 'directors', 'managers', 'supervisors', 'financeHead'],
  },
  SOLE_PROPRIETORSHIP: {
    members: ['capital', 'householdProperty'],
    posts: ['owner', 'financeHead'],
  },
  INDIVIDUAL_BUSINESS: { members: ['operation'], posts: ['operator', 'family'] },
};

const MEMBERS = Object.values(ONLY).flatMap(({ members }) => members);
const POSTS = Object.values(ONLY).flatMap(({ posts }) => posts);

/** What was entered for another type of business, and this one is not asked for. */
export function unaskedOf(form: ApplicationForm): {
  readonly members: readonly Member[];
  readonly posts: readonly Post[];
} {
  const asked = ONLY[form.type ?? ''];
  if (!asked) return { members: [], posts: [] };
  const family = form.operation === 'FAMILY' ? [] : (['family'] as const);
  return {
    members: [...new Set(MEMBERS)].filter(
      (it) => form[it] !== undefined && !asked.members.includes(it),
    ),
    posts: [...new Set(POSTS)].filter(
      (it) =>
        holders(form, it).length > 0 &&
        (!asked.posts.includes(it) || family.some((other) => other === it)),
    ),
  };
}

export function withoutUnasked(form: ApplicationForm): ApplicationForm {
  const { members, posts } = unaskedOf(form);
  const none = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, undefined]));
  return { ...form, ...none(members), roles: { ...form.roles, ...none(posts) } };
}
