import { describe, expect, it } from 'vitest';
import { daysLeft } from '#functions/intake/expiring-data.ts';
import { HOLIDAYS_KNOWN_UNTIL } from '#functions/shared/working-days.ts';
import { demoRegion } from '#test/builders/a-licence.ts';

const hunan = (await demoRegion()).trustListEntry('http://127.0.0.1:4100/hunan');
const from = '2026-01-01';

describe('days left', () => {
  it('of the published holidays are counted to their last day', () => {
    expect(daysLeft([], HOLIDAYS_KNOWN_UNTIL)).toEqual({ holidayDaysLeft: 0 });
    expect(daysLeft([], '2026-10-02').holidayDaysLeft).toBe(90);
    expect(daysLeft([], '2027-01-01').holidayDaysLeft).toBe(-1);
    expect(daysLeft([], '2027-01-01', '2027-12-31').holidayDaysLeft).toBe(364);
  });

  it('of the trust list are those of the issuer that ends first', () => {
    const list = [
      { ...hunan, from, until: '2026-06-30' },
      { ...hunan, issuer: 'https://hubei.example', from, until: '2026-06-10' },
      { ...hunan, issuer: 'https://jiangxi.example', from },
    ];
    expect(daysLeft(list, '2026-06-01').trustDaysLeft).toBe(9);
    expect(daysLeft(list, '2026-06-11').trustDaysLeft).toBe(19);
    expect(daysLeft(list, '2026-07-01')).not.toHaveProperty('trustDaysLeft');
    expect(daysLeft([{ ...hunan, from }], '2026-06-01')).not.toHaveProperty('trustDaysLeft');
  });

  it('do not count an entry that another follows, nor one that has not begun', () => {
    const list = [
      { ...hunan, from, until: '2026-06-30' },
      { ...hunan, from: '2026-07-01', until: '2027-06-30' },
    ];
    expect(daysLeft(list, '2026-06-20')).not.toHaveProperty('trustDaysLeft');
    expect(daysLeft(list, '2026-07-01').trustDaysLeft).toBe(364);
  });
});
