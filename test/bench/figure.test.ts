import { expect, it } from 'vitest';
import { table, verdictOf } from './figure.ts';

const figure = { name: 'a', value: 2, unit: 'ms' };

it('a figure passes at its target, misses beyond it, and without one is neither', () => {
  expect(verdictOf({ ...figure, atMost: 2 })).toBe('pass');
  expect(verdictOf({ ...figure, atMost: 1.9 })).toBe('MISS');
  expect(verdictOf({ ...figure, atLeast: 3 })).toBe('MISS');
  expect(verdictOf(figure)).toBeUndefined();
});

it('a table shows value, target and verdict of each figure', () => {
  expect(
    table([
      { ...figure, atMost: 1 },
      { ...figure, name: 'longer', note: 'why' },
    ]),
  ).toBe('a       2 ms  ≤ 1  MISS\nlonger  2 ms             why');
});
