import * as z from 'zod';

/** Of a subject forty applications are remembered at most (review/cross-case.ts): a higher figure would never be passed. */
const figure = z.int().min(1).max(39);

/**
 * Statistical: no law sets these figures, and nothing is ever returned or refused for them. They only
 * pick what a person looks at.
 */
export const StatisticalFigures = z.strictObject({
  /** businesses that one person heads, beyond which a person looks */
  businessesOfOneHead: figure,
  /** applications of one agent's file with one head, from which on */
  ofOneHeadInOneFile: figure,
  /** applicants with one telephone number or e-mail address in 30 to 60 days, beyond which */
  applicantsWithOneContact: figure,
  /** applications at one address (99th percentile of addresses), beyond which, if also of late more than the second */
  atOneAddress: figure,
  newAtOneAddress: figure,
  /** applications of one file that are alike, from which on */
  alikeInOneFile: figure.default(5),
  /** of so many alike ones a person looks at one */
  oneLookedAtOfAlike: figure.default(10),
  /** percent of an agent's decisions of 30 to 60 days that were returns (90th percentile of agents), beyond which it is told */
  returnedOfAgent: z.int().min(1).max(100).default(40),
  /** decisions below which an agent's share says nothing */
  decidedOfAgent: z.int().min(1).max(10_000).default(20),
});
export type StatisticalFigures = z.infer<typeof StatisticalFigures>;
