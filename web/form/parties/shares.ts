import type { ApplicationForm } from '#functions/application/form.ts';
import { yearsLater } from '#functions/shared/days.ts';

export type Shareholder = NonNullable<ApplicationForm['shareholders']>[number];

/** Years from the establishment in which contributions are paid (Company Law, art. 47). */
const YEARS = 5;

/** What the shareholders subscribe together, in fen, as far as they have said. */
export const subscribed = ({ shareholders = [] }: ApplicationForm): number =>
  shareholders.reduce((sum, { fen = 0 }) => sum + fen, 0);

/** What of the capital nobody has subscribed yet, in fen; below zero where it is too much. */
export const unsubscribed = (form: ApplicationForm): number | undefined =>
  form.capital?.fen === undefined ? undefined : form.capital.fen - subscribed(form);

/** The form with one shareholder more, who takes what is left, in cash, in the time that the law gives. */
export function withShareholder(
  form: ApplicationForm,
  kind: 'PERSON' | 'COMPANY',
  today: string,
): ApplicationForm {
  const { shareholders = [], people = {} } = form;
  const person = Object.keys(people).find((key) => shareholders.every((it) => it.person !== key));
  const left = unsubscribed(form) ?? 0;
  const one: Shareholder = {
    ...(kind === 'COMPANY' ? { company: {} } : { person }),
    ...(left > 0 && { fen: left }),
    contribution: 'CASH',
    due: yearsLater(today, YEARS),
  };
  return { ...form, shareholders: [...shareholders, one] };
}

export const withShareholderAt = (
  form: ApplicationForm,
  at: number,
  to: (shareholder: Shareholder) => Shareholder,
): ApplicationForm => ({
  ...form,
  shareholders: (form.shareholders ?? []).map((it, index) => (index === at ? to(it) : it)),
});

export const withoutShareholder = (form: ApplicationForm, at: number): ApplicationForm => ({
  ...form,
  shareholders: form.shareholders?.toSpliced(at, 1),
});
