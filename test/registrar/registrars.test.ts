import { describe, expect, it } from 'vitest';
import {
  BUSINESS_TYPES,
  mayAct,
  REGISTRARS,
  registersType,
  registrarOf,
  withoutOverlaps,
} from '#functions/registrar/registrars.ts';

const nansha = registrarOf('440115', '2026-11-23');
const tianhe = registrarOf('440106', '2026-11-23');
if (!nansha || !tianhe) throw new Error('no registrar');

describe('a registrar', () => {
  it('is one entry in force on a day, and none before its first', () => {
    expect(registrarOf('440115', '2024-04-01')).toBe(nansha);
    expect(registrarOf('440115', '2024-03-31')).toBeUndefined();
    expect(registrarOf('110101', '2026-11-23')).toBeUndefined();
    expect(registrarOf(undefined, '2026-11-23')).toBeUndefined();
  });

  it('changes from one day to the next, by entries that follow each other', () => {
    const until = { ...tianhe, until: '2026-12-31' };
    const after = { ...tianhe, from: '2027-01-01', registers: ['LIMITED_COMPANY'] as const };
    expect(withoutOverlaps([until, nansha, after])).toHaveLength(3);
  });

  it.each([
    ['the same days', tianhe],
    ['a day in common', { ...tianhe, from: '2026-12-31' }],
    ['days within', { ...tianhe, from: '2023-01-01', until: '2023-01-31' }],
  ])('may not have two entries with %s', (_, other) => {
    const first = { ...tianhe, until: '2026-12-31' };
    expect(() => withoutOverlaps([first, nansha, other])).toThrow(/two entries of 440106/);
    expect(() => withoutOverlaps([other, first])).toThrow(RangeError);
  });

  it('has a seal of its own, by name and key', () => {
    expect(nansha.seal.name).toBe('广州市南沙区市场监督管理局登记专用章');
    const seals = REGISTRARS.flatMap(({ seal }) => [seal.name, seal.key]);
    expect(new Set(seals).size).toBe(REGISTRARS.length * 2);
  });

  it('registers what it says, and nothing that a form misspells', () => {
    expect(BUSINESS_TYPES.every((type) => registersType(nansha, type))).toBe(true);
    expect(
      registersType({ ...nansha, registers: ['LIMITED_COMPANY'] }, 'INDIVIDUAL_BUSINESS'),
    ).toBe(false);
    expect(registersType(nansha, 'limited_company')).toBe(false);
    expect(registersType(nansha, undefined)).toBe(false);
  });

  it('lets its officials decide and hand over, and only its head extend', () => {
    const acts = ['DECIDE', 'HAND_OVER', 'EXTEND'] as const;
    expect(acts.map((act) => mayAct(nansha, 'OFFICER', act))).toEqual([true, true, false]);
    expect(acts.map((act) => mayAct(nansha, 'SUPERVISOR', act))).toEqual([true, true, true]);
    const strict = { ...nansha, officials: { OFFICER: [], SUPERVISOR: ['DECIDE' as const] } };
    expect(acts.map((act) => mayAct(strict, 'SUPERVISOR', act))).toEqual([true, false, false]);
    expect(mayAct(undefined, 'OFFICER', 'EXTEND')).toBe(false);
  });
});
