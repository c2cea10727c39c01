import { describe, expect, it } from 'vitest';
import type { ReviewFacts } from '#functions/review/facts.ts';
import { review } from '#functions/review/review.ts';
import { ROWS } from './rows/all-rows.ts';

/** Every case of a rule, those that it passes and those to which it does not apply among them. */
const casesOf = ({ hits, passes, notApplicable }: (typeof ROWS)[number]): ReviewFacts[] =>
  [...Object.values(hits), passes, notApplicable].filter((it) => typeof it !== 'string');

const LONG_AGO = '1999-01-04';
const FAR_OFF = '2061-03-07';

describe.each(ROWS.map(({ rule, ...row }) => ({ id: rule.id, rule, row: { rule, ...row } })))(
  '$id',
  ({ rule, row }) => {
    const result = (facts: ReviewFacts) => review(facts, [rule]);

    if (rule.counts !== 'DECISION')
      it('asks nothing of the day of the decision', () => {
        for (const facts of casesOf(row))
          for (const decidedOn of [LONG_AGO, FAR_OFF])
            expect(result({ ...facts, decidedOn })).toEqual(result(facts));
      });

    if (rule.counts !== 'SUBMISSION')
      it('asks nothing of the day of the submission', () => {
        for (const facts of casesOf(row))
          for (const submittedOn of [LONG_AGO, FAR_OFF])
            expect(result({ ...facts, submittedOn })).toEqual(result(facts));
      });
  },
);
