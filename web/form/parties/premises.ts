import type { ApplicationForm } from '#functions/application/form.ts';
import { yearsLater } from '#functions/shared/days.ts';

export type Premises = NonNullable<ApplicationForm['premises']>;

export const KINDS = ['OWN', 'HOME', 'NETWORK', 'CLUSTER'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * What each kind of premises begins with. Of a platform's shop the platform certifies that it may be used,
 * which is consent; a custody agreement of a year and a day from today is long enough whenever it is signed.
 */
export const begun = (kind: Kind, today: string): Premises => {
  if (kind === 'CLUSTER') return { kind, custody: { from: today, until: yearsLater(today, 1) } };
  return kind === 'NETWORK' ? { kind, proof: 'CONSENT' } : { kind };
};

/** Members that only the other kinds of premises have. */
export const foreignTo = (kind: string | undefined) =>
  kind === 'CLUSTER' ? (['address', 'proof'] as const) : (['host', 'place', 'custody'] as const);

/** The form with other premises, without promises that were made of those before. */
export function withPremises(form: ApplicationForm, to: Premises): ApplicationForm {
  const foreign: readonly string[] = foreignTo(to.kind);
  const premises: Premises = Object.fromEntries(
    Object.entries(to).filter(([name]) => !foreign.includes(name)),
  );
  const { address, noPremisesBoundActivity, ...others } = form.promises ?? {};
  const promises = {
    ...others,
    ...(premises.proof === 'PROMISE' && address && { address }),
    ...(premises.kind === 'CLUSTER' && noPremisesBoundActivity && { noPremisesBoundActivity }),
  };
  return { ...form, premises, ...(form.promises && { promises }) };
}
