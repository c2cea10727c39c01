import type { ReviewFacts } from './facts.ts';
import { type Review, reviewBy } from './review-by.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rule-set.ts';

export type { Finding, Review } from './review-by.ts';

/** The review by the rules in force, all of them unless said. */
export const review = (facts: ReviewFacts, rules: readonly Rule[] = RULES): Review =>
  reviewBy(facts, rules);
