import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, parseResidentId } from '#functions/shared/resident-id.ts';

const TODAY = '2026-11-23';

describe('a resident ID', () => {
  it.each([
    ['11010519491231002X', '1949-12-31'],
    ['440524188001010014', '1880-01-01'],
    ['440115199003070016', '1990-03-07'],
    ['110105202611230015', TODAY],
  ])('%s is valid and tells the birth date', (number, birth) => {
    expect(parseResidentId(number, TODAY)).toEqual({ ok: true, number, birth });
  });

  it('is read in full width and with a small x', () => {
    expect(parseResidentId(' １１０１０５１９４９１２３１００２ｘ', TODAY)).toMatchObject({
      ok: true,
      number: '11010519491231002X',
    });
  });

  it.each([
    ['110105491231002', 'LENGTH'],
    ['1101051949123100XX', 'CHARACTER'],
    ['11010519491231002A', 'CHARACTER'],
    ['99010519491231002X', 'DIVISION'],
    ['16010519491231002X', 'DIVISION'],
    ['18310519491231002X', 'DIVISION'],
    ['10105194912310020X', 'DIVISION'],
    ['110105194902300020', 'DATE'],
    ['110105190102290020', 'DATE'],
    ['110105202611240020', 'DATE'],
    ['110105194912310020', 'CHECK'],
  ])('%s has the fault %s', (number, fault) => {
    expect(parseResidentId(number, TODAY)).toEqual({ ok: false, fault });
  });

  it('is never valid with one character changed', () => {
    const number = '11010519491231002X';
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...'0123456789X'), (place, character) => {
        fc.pre(number[place] !== character);
        const changed = number.slice(0, place) + character + number.slice(place + 1);
        expect(parseResidentId(changed, TODAY).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('age', () => {
  it.each([
    ['2008-11-23', '2026-11-22', 17],
    ['2008-11-23', '2026-11-23', 18],
    ['2008-02-29', '2026-02-27', 17],
    ['2008-02-29', '2026-02-28', 18],
    ['2008-02-29', '2028-02-28', 19],
    ['2008-02-29', '2028-02-29', 20],
  ])('of one born on %s is on %s %d', (birth, date, years) => {
    expect(ageOn(birth, date)).toBe(years);
  });
});
