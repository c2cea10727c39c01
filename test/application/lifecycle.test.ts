import { describe, expect, it } from 'vitest';
import { ApplicationState, LIFECYCLE, mayBecome } from '#functions/application/lifecycle.ts';

/** The table of the design's procedure, read from there and not from the code. */
const PROCEDURE: Record<string, readonly string[]> = {
  DRAFT: ['SIGNING', 'WITHDRAWN', 'LAPSED'],
  SIGNING: ['SUBMITTED', 'DRAFT', 'WITHDRAWN', 'LAPSED'],
  SUBMITTED: ['REGISTERED', 'RETURNED', 'REFERRED', 'HANDED_OVER', 'WITHDRAWN'],
  RETURNED: ['DRAFT', 'REFERRED', 'WITHDRAWN', 'LAPSED'],
  REFERRED: ['REGISTERED', 'RETURNED', 'REFUSED', 'HANDED_OVER', 'WITHDRAWN'],
};
const ENDS = ['REGISTERED', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'HANDED_OVER'];
const STATES = ApplicationState.options;

describe('the life of an application', () => {
  it.each(STATES.flatMap((from) => STATES.map((to) => [from, to] as const)))(
    'from %s to %s is as the procedure has it',
    (from, to) => {
      expect(mayBecome(from, to)).toBe((PROCEDURE[from] ?? []).includes(to));
    },
  );

  it('has a line for each state and no other', () => {
    expect(Object.keys(LIFECYCLE).toSorted()).toEqual(STATES.toSorted());
  });

  it('ends where a state has no successors', () => {
    expect(STATES.filter((state) => LIFECYCLE[state].length === 0).toSorted()).toEqual(
      ENDS.toSorted(),
    );
  });

  it('reaches every state from a draft', () => {
    const reached = new Set<ApplicationState>(['DRAFT']);
    for (const state of reached) for (const next of LIFECYCLE[state]) reached.add(next);
    expect([...reached].toSorted()).toEqual(STATES.toSorted());
  });

  it('refuses an application only when a person looks at it', () => {
    expect(STATES.filter((from) => mayBecome(from, 'REFUSED'))).toEqual(['REFERRED']);
  });
});
