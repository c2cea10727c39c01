import type { ApplicationForm } from '#functions/application/form.ts';
import type { Bundle } from './scope-answers.ts';

export type Scope = NonNullable<ApplicationForm['scope']>;
/** What a bundle holds; nothing where none is chosen, or it is not known yet. */
export type Core = Bundle['core'];

/** The wordings that a choice comes to, in the order of the review: functions/scope/chosen-scope. */
export const wordingsOf = ({ without = [], items = [] }: Scope = {}, core: Core): string[] => [
  ...new Set([...core.filter((it) => !without.includes(it)), ...items]),
];

/** All that may be ticked, in an order that unticking does not change. */
export function rowsOf(scope: Scope = {}, core: Core): string[] {
  const { items = [] } = scope;
  const wordings = wordingsOf(scope, core);
  return items.some((it) => core.includes(it))
    ? [...wordings, ...core.filter((it) => !wordings.includes(it))]
    : [...new Set([...core, ...items])];
}

/** Said in as few words as possible: signers read it. */
const inShort = ({ bundle, without = [], items = [] }: Scope): Scope => ({
  ...(bundle && { bundle }),
  ...(without.length > 0 && { without }),
  ...(items.length > 0 && { items }),
});

export const withBundle = ({ items = [] }: Scope = {}, { id, version, core }: Bundle): Scope =>
  inShort({ bundle: { id, version }, items: items.filter((it) => !core.includes(it)) });

/** Without its bundle, but with what was added. */
export const withoutBundle = ({ items = [] }: Scope = {}): Scope => inShort({ items });

/** One more: of the bundle at its place there, unless its order was changed; any other at the end. */
export function withWording(scope: Scope = {}, core: Core, wording: string): Scope {
  const { without = [], items = [] } = scope;
  if (wordingsOf(scope, core).includes(wording)) return scope;
  return core.includes(wording) && !items.some((it) => core.includes(it))
    ? inShort({ ...scope, without: without.filter((it) => it !== wording) })
    : { ...scope, items: [...items, wording] };
}

export function withoutWording(scope: Scope = {}, core: Core, wording: string): Scope {
  const { without = [], items = [] } = scope;
  return inShort({
    ...scope,
    ...(core.includes(wording) && { without: [...new Set([...without, wording])] }),
    items: items.filter((it) => it !== wording),
  });
}

/**
 * With another main item: the first fixes the main industry. What stood before it in the
 * bundle is taken out there and added behind; where it is none of the bundle's, it is no choice of
 * that bundle any more.
 */
export function withFirst(scope: Scope = {}, core: Core, wording: string): Scope {
  const wordings = [wording, ...wordingsOf(scope, core).filter((it) => it !== wording)];
  const places = wordings.map((it) => core.indexOf(it));
  const broken = places.findIndex((it, at) => it <= (places[at - 1] ?? -1));
  const kept = broken < 0 ? wordings : wordings.slice(0, broken);
  if (kept.length === 0) return { items: wordings };
  return inShort({
    ...scope,
    without: core.filter((it) => !kept.includes(it)),
    items: wordings.slice(kept.length),
  });
}

/** The form with another choice, without what it says of items that are no more chosen. */
export function withScope(form: ApplicationForm, scope: Scope, core: Core): ApplicationForm {
  const { filings, approvals, ...others } = form;
  const wordings = wordingsOf(scope, scope.bundle ? core : []);
  // what a bundle holds that is not known yet may be chosen
  const isOpen = scope.bundle !== undefined && core.length === 0;
  const isStill = ({ item }: { readonly item: string }) => isOpen || wordings.includes(item);
  return {
    ...others,
    scope,
    ...(filings?.some(isStill) && { filings: filings.filter(isStill) }),
    ...(approvals?.some(isStill) && { approvals: approvals.filter(isStill) }),
  };
}
