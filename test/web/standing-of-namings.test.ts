import { describe, expect, it } from 'vitest';
import { afterDenial, type Naming, type Standing, standingOf } from '#web/namings/standing.ts';

const aNaming = (change: Partial<Naming> = {}): Naming => ({
  id: 'ap_01KARZ3QB0000000000000000A',
  state: 'DRAFT',
  createdAt: '2026-11-20T04:00:00.000Z',
  updatedAt: '2026-11-21T04:00:00.000Z',
  parts: ['shareholders'],
  sentBy: 'APPLICANT',
  denied: false,
  ...change,
});
const inquiry = {
  id: 'in_01KARZ3QB0000000000000000A-2',
  state: 'FILED',
  openedAt: '2026-11-23T04:00:00.000Z',
  due: '2026-11-26T16:00:00.000Z',
} as const;
const business = (status: 'REGISTERED' | 'ANNULLED') =>
  ({ state: 'REGISTERED', business: { uscc: '91440115MA0000007L', status } }) as const;

describe('what can be done about what names a person', () => {
  it.each<[string, Partial<Naming>, Standing]>([
    ['a draft', { state: 'DRAFT' }, 'MAY_STOP'],
    ['what waits for signatures', { state: 'SIGNING' }, 'MAY_STOP'],
    ['what the machine has', { state: 'SUBMITTED' }, 'MAY_STOP'],
    ['what was returned', { state: 'RETURNED' }, 'MAY_STOP'],
    ['what an official has', { state: 'REFERRED' }, 'MAY_STOP'],
    ['what she denied already', { state: 'REFERRED', denied: true }, 'STOPPED'],
    ['a business', business('REGISTERED'), 'MAY_INQUIRE'],
    ['one registered after her denial', { ...business('REGISTERED'), denied: true }, 'MAY_INQUIRE'],
    ['one with an inquiry', { ...business('REGISTERED'), denied: true, inquiry }, 'INQUIRED'],
    ['one annulled by her inquiry', { ...business('ANNULLED'), denied: true, inquiry }, 'INQUIRED'],
    ['one annulled by another’s', business('ANNULLED'), 'ANNULLED'],
    ['what was refused', { state: 'REFUSED' }, 'OVER'],
    ['what was withdrawn', { state: 'WITHDRAWN', denied: true }, 'OVER'],
    ['what lapsed', { state: 'LAPSED' }, 'OVER'],
    ['what another registrar has', { state: 'HANDED_OVER' }, 'HANDED_OVER'],
  ])('of %s', (_, change, standing) => {
    expect(standingOf(aNaming(change))).toBe(standing);
  });

  it('is what came of it, once she has denied it', () => {
    const stopped = afterDenial(aNaming({ state: 'SUBMITTED' }), {
      outcome: 'STOPPED',
      state: 'REFERRED',
    });
    expect([stopped.state, standingOf(stopped)]).toEqual(['REFERRED', 'STOPPED']);
    const inquired = afterDenial(aNaming(business('REGISTERED')), { outcome: 'INQUIRY', inquiry });
    expect([inquired.denied, standingOf(inquired)]).toEqual([true, 'INQUIRED']);
  });
});
