import { expect, it } from 'vitest';
import { review } from '#functions/review/review.ts';
import { RULES } from '#functions/review/rule-set.ts';
import { ABOUT_PERSONS, told } from './row-cases.ts';
import { EDGES } from './rows/edges.ts';

it.each(EDGES)('%s answers %s', (id, answer, facts) => {
  const own = RULES.filter((rule) => rule.id === id);
  const { findings, rules } = review(facts, own);
  expect(told(findings) || rules[0]?.result).toBe(answer);
});

it('is known which rules tell of persons what is not public', () => {
  const hidden = RULES.filter(({ aboutPersons }) => aboutPersons).map(({ id }) => id);
  expect(hidden.toSorted()).toEqual(ABOUT_PERSONS);
});
