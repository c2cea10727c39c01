import { describe, expect, it } from 'vitest';
import { standingDuties } from '#web/applications/standing-duties.ts';

const namesOf = (type: string) => standingDuties(type, '2026-11-23').map(({ name }) => name);

describe('the standing duties of a business', () => {
  it('of a company are all of them, what has a last day first', () => {
    expect(standingDuties('LIMITED_COMPANY', '2026-11-23')).toEqual([
      { name: 'TAX', need: 'MUST', until: '2026-12-23' },
      { name: 'HOUSING', need: 'MUST', until: '2026-12-23' },
      { name: 'YEARLY', need: 'MUST', from: '2027-01-01', until: '2027-06-30' },
      { name: 'SOCIAL', need: 'CASE' },
      { name: 'OWNERS', need: 'CASE' },
      { name: 'BANK_OF_COMPANY', need: 'CASE' },
      { name: 'SEAL', need: 'CASE' },
    ]);
  });

  it('of a 个人独资企业 leave out beneficial owners, whom it does not file', () => {
    expect(namesOf('SOLE_PROPRIETORSHIP')).toEqual([
      'TAX',
      'HOUSING',
      'YEARLY',
      'SOCIAL',
      'BANK',
      'SEAL',
    ]);
  });

  it('of a 个体工商户 leave out the housing fund besides, report by rules of their own, and oblige to no seal', () => {
    const duties = standingDuties('INDIVIDUAL_BUSINESS', '2026-11-23');
    expect(duties.map(({ name, need }) => [name, need])).toEqual([
      ['TAX', 'MUST'],
      ['YEARLY_OF_INDIVIDUAL', 'MUST'],
      ['SOCIAL', 'CASE'],
      ['BANK', 'OPTIONAL'],
      ['SEAL', 'OPTIONAL'],
    ]);
  });

  it.each([
    ['2026-01-31', '2026-03-02', '2027-06-30'],
    ['2028-01-30', '2028-02-29', '2029-06-30'],
    ['2026-12-15', '2027-01-14', '2027-06-30'],
  ])('licensed on %s end on %s, and with the report of the next year on %s', (day, tax, report) => {
    const [first, , yearly] = standingDuties('LIMITED_COMPANY', day);
    expect([first?.until, yearly?.until]).toEqual([tax, report]);
  });
});
