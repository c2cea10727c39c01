import { describe, expect, it } from 'vitest';
import { lostInTheRace } from '#functions/register/lost-in-the-race.ts';

const ID = 'ap_01M82ZBDYEAMN8ZTTFCSH5X6YN';
const OTHER = 'ap_01M82ZBDYEAMN8ZTTFCSH5X6YP';
const USCC = '91440115MAX0000153';
const NOW = '2026-11-23T04:00:00.000Z';
const UNTIL = '2027-01-23T16:00:00.000Z';
const name = { registrar: '440115', key: '晨岚', industry: 'F52' };
const place = { host: 'H-0001' };
const tenant = { place: 7, holder: ID };

const card = (holder: string, { industry = 'F52', until = UNTIL } = {}) => ({
  version: 3,
  holdings: { [industry]: { kind: 'RESERVED' as const, holder, until } },
});
const race = (
  ...[wanted, held]: [Parameters<typeof lostInTheRace>[0], Parameters<typeof lostInTheRace>[1]]
) => lostInTheRace(wanted, held, ID, USCC, NOW);
const occupied = (version: number) => ({
  card: { version, holdings: { F52: { kind: 'LIVE', holder: USCC } } },
});

describe('the last look before registering', () => {
  it('makes the own reservation the business’s', () => {
    expect(race({ name }, { card: card(ID) })).toEqual(occupied(4));
  });

  it('takes a name that was never reserved, as long as nobody holds it', () => {
    expect(race({ name }, {})).toEqual(occupied(1));
    expect(race({ name }, { card: card(OTHER, { until: NOW }) })).toEqual(occupied(4));
  });

  it.each([
    ['in the same industry', 'F52'],
    ['without an industry', '*'],
  ])('finds the name lost to another one %s', (_, industry) => {
    expect(race({ name }, { card: card(OTHER, { industry }) })).toEqual({ lost: 'NAME' });
  });

  it('is not lost to a company that holds shares, and stands beside it', () => {
    const linked = [OTHER];
    expect(race({ name: { ...name, linked } }, { card: card(OTHER) })).toEqual({
      card: {
        version: 4,
        holdings: {
          F52: { kind: 'RESERVED', holder: OTHER, until: UNTIL },
          [`F52/${USCC}`]: { kind: 'LIVE', holder: USCC },
        },
      },
    });
  });

  it('finds the place lost where no place is held', () => {
    expect(race({ name, place }, { card: card(ID) })).toEqual({ lost: 'PLACE' });
  });

  it('takes name and place together', () => {
    expect(race({ name, place }, { card: card(ID), tenant })).toEqual({ ...occupied(4), tenant });
  });

  it('claims nothing for an application that wants neither', () => {
    expect(race({}, {})).toEqual({});
    expect(race({ place }, { tenant })).toEqual({ tenant });
  });

  describe('at what the client intends', () => {
    const claim = (holder: string) => ({ version: 2, holder, at: NOW, rivals: [] });

    it('claims what nobody has claimed', () => {
      expect(race({ intent: 'i' }, {})).toEqual({
        claim: { version: 1, holder: ID, at: NOW, rivals: [] },
      });
    });

    it('leaves its own claim as it is', () => {
      expect(race({ intent: 'i' }, { claim: claim(ID) })).toEqual({});
    });

    it('finds it lost to another application', () => {
      expect(race({ intent: 'i', name }, { claim: claim(OTHER) })).toEqual({ lost: 'CLAIM' });
    });
  });
});
