import { ApplicationForm } from '#functions/application/form.ts';
import type { ReviewFacts } from '#functions/review/facts.ts';
import type { Rule } from '#functions/review/rule.ts';
import { aForm, anIndividualBusiness, aSoleProprietorship, people } from '#test/builders/a-form.ts';
import { reviewFacts } from '#test/builders/review-facts.ts';

/** What one rule says of forms that differ in one thing. */
export interface RuleRow {
  readonly rule: Rule;
  /** facts by the findings expected: `pointer SAYS CONSEQUENCE`, several joined by ` + ` */
  readonly hits: Readonly<Record<string, ReviewFacts>>;
  /** NEVER_MET: wherever it applies, it has something to tell */
  readonly passes: ReviewFacts | 'NEVER_MET';
  readonly notApplicable: ReviewFacts | 'ALWAYS_APPLIES';
}

type Change = Partial<ApplicationForm>;
type Facts = Partial<ReviewFacts>;

export const company = (change: Change = {}, facts: Facts = {}): ReviewFacts =>
  reviewFacts({ form: aForm(change), ...facts });
export const sole = (change: Change = {}, facts: Facts = {}): ReviewFacts =>
  reviewFacts({ form: aSoleProprietorship(change), ...facts });
export const individual = (change: Change = {}, facts: Facts = {}): ReviewFacts =>
  reviewFacts({ form: anIndividualBusiness(change), ...facts });

/** A form with nothing in it, and what follows from that. */
export const empty = (facts: Facts = {}): ReviewFacts =>
  reviewFacts({ form: ApplicationForm.parse({}), ...facts });

type Person = NonNullable<ApplicationForm['people']>[string];

export const withPerson = (key: keyof typeof people, change: Person) => ({
  people: { ...people, [key]: { ...people[key], ...change } },
});
export const withDocument = (key: keyof typeof people, number: string, kind = 'RESIDENT_ID') =>
  withPerson(key, { document: { kind, number } });
