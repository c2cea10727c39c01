import type { ApplicationForm } from '#functions/application/form.ts';
import { personOf } from '#functions/application/form-places.ts';

export type Roles = NonNullable<ApplicationForm['roles']>;
export type Post = keyof Roles;

/** Posts of each type of business, in the order in which they are asked for. */
const POSTS: Readonly<Record<string, readonly Post[]>> = {
  LIMITED_COMPANY: [
    'legalRepresentative',
    'directors',
    'managers',
    'supervisors',
    'financeHead',
    'liaison',
  ],
  SOLE_PROPRIETORSHIP: ['owner', 'financeHead', 'liaison'],
  INDIVIDUAL_BUSINESS: ['operator', 'liaison'],
};

/** Posts that several people may hold; whoever takes one of the others takes it from who had it. */
const SHARED = ['directors', 'managers', 'supervisors', 'family'] as const;
type SharedPost = (typeof SHARED)[number];

export const isShared = (post: Post): post is SharedPost => SHARED.some((it) => it === post);

export const holders = (form: ApplicationForm, post: Post): readonly string[] =>
  [form.roles?.[post] ?? []].flat();

/** Whether a person may be a member of the operator's family who takes part. */
const mayBeFamily = (form: ApplicationForm, key: string): boolean =>
  form.type === 'INDIVIDUAL_BUSINESS' && form.roles?.operator !== key;

/** Posts that a person of this form may be given, and those that he has though its type has none such. */
export const postsFor = (form: ApplicationForm, key: string): readonly Post[] => {
  const asked: readonly Post[] = [
    ...(POSTS[form.type ?? ''] ?? ['liaison']),
    ...(mayBeFamily(form, key) ? (['family'] as const) : []),
  ];
  const others = (Object.keys(form.roles ?? {}) as Post[]).filter(
    (post) => !asked.includes(post) && holders(form, post).includes(key),
  );
  return [...asked, ...others];
};

/** Model charters by how the company is run (functions/review/rules/charter-fits-organs.ts). */
export const CHARTERS = ['LIMITED_COMPANY_ONE_DIRECTOR', 'LIMITED_COMPANY_BOARD'] as const;

/**
 * The form with a post given or taken. The model charter follows the number of directors; and it is a
 * family's business as soon as one of the family takes part.
 */
export function withPost(
  form: ApplicationForm,
  key: string,
  post: Post,
  held: boolean,
): ApplicationForm {
  const others = holders(form, post).filter((it) => it !== key && personOf(form, it));
  const now = held ? [...others, key] : others;
  const whom = isShared(post) ? (now.length > 0 ? now : undefined) : held ? key : others[0];
  const changed = { ...form, roles: { ...form.roles, [post]: whom } };
  if (post === 'family') return { ...changed, operation: now.length > 0 ? 'FAMILY' : 'PERSONAL' };
  if (post !== 'directors') return changed;
  return { ...changed, charter: { model: CHARTERS[now.length >= 3 ? 1 : 0] } };
}
