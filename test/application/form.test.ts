import { describe, expect, it } from 'vitest';
import { ApplicationForm } from '#functions/application/form.ts';
import { aForm } from '#test/builders/a-form.ts';

const taken = (change: object) => ApplicationForm.safeParse({ ...aForm(), ...change }).success;
const person = { name: '岑晓岚' };

describe('a form', () => {
  it.each([1e300, -1e300, Number.MAX_SAFE_INTEGER + 1, 5e-324])(
    'with the number %d, which could not be kept as it came, is refused at the door',
    (fen) => {
      expect(taken({ capital: { fen } })).toBe(false);
    },
  );

  it.each([0, -1, 0.5, 33.34, 1e-9, Number.MAX_SAFE_INTEGER])(
    'with the number %d is taken in, whatever the review says of it',
    (fen) => {
      expect(taken({ capital: { fen }, termYears: fen })).toBe(true);
    },
  );

  it('names nobody by a key that the database could not keep', () => {
    expect(taken({ people: { constructor: person } })).toBe(false);
    expect(taken({ roles: { operator: 'constructor' } })).toBe(false);
    expect(taken({ people: { prototype: person } })).toBe(true);
  });
});
