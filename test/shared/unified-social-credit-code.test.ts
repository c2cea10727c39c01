import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  organisationCheckCharacter,
  parseUscc,
  SERIALS,
  serialOf,
  usccCheckCharacter,
  usccOf,
} from '#functions/shared/unified-social-credit-code.ts';

/** Codes in public use, and one of an individual business; domain.md 2.1. */
const VALID =
  '914403001922038216 9144030071526726XG 91110000802100433B 91110108562144110X 911103026605015136 ' +
  '91440101633203772F 91440000100017600N 91440606722473344C 91440300192317458F 91440300100012316L ' +
  '91440300192185379H 914403001017814402 91350900587527783P 91370200264574251E 91100000100003962T ' +
  '911000001000013428 91110000710926094P 11100000MB0143028R 92330105MAKDBGY136 ' +
  '91440115MAX0000153 91440115MAX000023X 91440115MAX000031Q 91440115MAX00004XG 91440115MAX000058G ' +
  '92440115MAX0001119 92440115MAX00012X1 92440115MAX0001381';

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

const lot = fc.record({
  class: fc.constantFrom('1' as const, '2' as const),
  division: fc.constantFrom('440103', '440115', '440118'),
  serial: fc.nat(SERIALS - 1),
});

describe('a unified social credit code', () => {
  it.each(VALID.split(' '))('%s is valid', (code) => {
    expect(parseUscc(code)).toEqual({ ok: true, code, division: code.slice(2, 8) });
  });

  it.each([
    ['91350203M0001QAY9B', 'CHECK'],
    ['91320115MAED2PCC0L', 'ORGANISATION_CHECK'],
    ['91110108592389887D', 'ORGANISATION_CHECK'],
    ['91330100788821896X', 'ORGANISATION_CHECK'],
    ['911000001000054748', 'CHECK'],
    ['91440101712408557V', 'CHARACTER'],
    ['91440101721408557U', 'ORGANISATION_CHECK'],
    ['91440101212408557U', 'ORGANISATION_CHECK'],
    ['9144O101712408557U', 'CHARACTER'],
    ['914A0101712408557U', 'CHARACTER'],
    ['91440300192203821', 'LENGTH'],
    ['9144030019220382166', 'LENGTH'],
    ['', 'LENGTH'],
    ['𠀀14403001922038216', 'CHARACTER'],
  ])('%s has the fault %s', (code, fault) => {
    expect(parseUscc(code)).toEqual({ ok: false, fault });
  });

  it('is read in full width, in lower case and with white space around it', () => {
    expect(parseUscc('　９１４４０３００７１５２６７２６ｘｇ ')).toMatchObject({
      ok: true,
      code: '9144030071526726XG',
    });
  });

  it('is never valid with one character changed', () => {
    fc.assert(
      fc.property(lot, fc.nat(17), fc.constantFrom(...ALPHABET), (of, place, character) => {
        const code = usccOf(of);
        fc.pre(code[place] !== character);
        const changed = code.slice(0, place) + character + code.slice(place + 1);
        expect(parseUscc(changed).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a lot of codes', () => {
  it('gives a valid code of its class and division to every serial, and the serial back', () => {
    fc.assert(
      fc.property(lot, (of) => {
        const code = usccOf(of);
        expect(parseUscc(code)).toEqual({ ok: true, code, division: of.division });
        expect(code.slice(0, 2)).toBe(`9${of.class}`);
        expect(serialOf(code)).toBe(of.serial);
      }),
    );
  });

  it('begins and ends where six characters do', () => {
    const of = { class: '1', division: '440115' } as const;
    expect(usccOf({ ...of, serial: 0 })).toMatch(/^91440115MA000000/);
    expect(usccOf({ ...of, serial: 31 ** 6 - 1 })).toMatch(/^91440115MAYYYYYY/);
    expect(usccOf({ ...of, serial: serialOf('91440115MAX0000153') })).toBe('91440115MAX0000153');
  });

  it.each([-1, 31 ** 6, 0.5, Number.NaN])('has no serial %d', (serial) => {
    expect(() => usccOf({ class: '1', division: '440115', serial })).toThrow('serial');
  });

  it('has no division but six digits', () => {
    for (const division of ['44011', '4401155', 'x440115', '44011x'])
      expect(() => usccOf({ class: '1', division, serial: 1 })).toThrow('division');
  });

  it('does not know the serial of a code that is not its own', () => {
    for (const code of ['914403001922038216', '991440115MAX0000153', '91440115MAX00001530'])
      expect(() => serialOf(code)).toThrow(RangeError);
  });
});

it('refuses to compute a check character for what is no body', () => {
  expect(() => usccCheckCharacter('9144030019220382')).toThrow(RangeError);
  expect(() => usccCheckCharacter('9144030019220382I')).toThrow(RangeError);
  expect(() => organisationCheckCharacter('MA00000-')).toThrow(RangeError);
});
