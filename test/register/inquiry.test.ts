import { describe, expect, it } from 'vitest';
import { afterAct, type Inquiry, InquiryAct, openedInquiry } from '#functions/register/inquiry.ts';

const opened = openedInquiry(
  {
    id: 'in_01JD0000000000000000000000-1',
    uscc: '91440115MAX0000153',
    applicationId: 'ap_01JD0000000000000000000000',
    attempt: 1,
    registrar: '440115',
    person: 'p1',
    assertion: 'a.b.c',
  },
  '2026-11-23T04:00:00.000Z',
);

type Step = readonly [act: InquiryAct, by?: string, at?: string];
const AT = '2026-11-24T04:00:00.000Z';
const tried = (from: Inquiry, [act, by = 'one', at = AT]: Step, isHead = false) =>
  afterAct(from, { act, by, at, reason: '已核实' }, isHead);
const acted = (...steps: readonly Step[]): Inquiry =>
  steps.reduce((inquiry, step) => {
    const done = tried(inquiry, step, true);
    if (!('next' in done)) throw new Error(`${step[0]}: ${done.refused}`);
    return done.next;
  }, opened);
const refusal = (from: Inquiry, step: Step, isHead = false) => {
  const done = tried(from, step, isHead);
  return 'refused' in done ? done.refused : undefined;
};

describe('an inquiry', () => {
  it('is to be accepted or declined within three working days', () => {
    expect(opened).toMatchObject({ state: 'FILED', due: '2026-11-26T16:00:00.000Z' });
  });

  it('once accepted, takes three months, and three more with the head’s approval, once', () => {
    const accepted = acted(['ACCEPT']);
    expect(accepted).toMatchObject({ state: 'ACCEPTED', due: '2027-02-24T16:00:00.000Z' });
    expect(refusal(accepted, ['EXTEND'])).toBe('HEAD_ONLY');
    const extended = acted(['ACCEPT'], ['EXTEND']);
    expect(extended).toMatchObject({ state: 'ACCEPTED', due: '2027-05-24T16:00:00.000Z' });
    expect(refusal(extended, ['EXTEND'], true)).toBe('NOT_NOW');
    const late = ['EXTEND', 'one', '2027-02-24T16:00:00.000Z'] as const;
    expect(refusal(accepted, late, true)).toBe('NOT_NOW');
  });

  it('is upheld by two officials, never by one', () => {
    const proposed = acted(['ACCEPT'], ['PROPOSE_ANNULMENT', 'one']);
    expect(refusal(proposed, ['CONFIRM_ANNULMENT', 'one'], true)).toBe('ANOTHER_OFFICIAL');
    expect(refusal(proposed, ['DISAGREE', 'one'])).toBe('ANOTHER_OFFICIAL');
    const upheld = acted(['ACCEPT'], ['PROPOSE_ANNULMENT', 'one'], ['CONFIRM_ANNULMENT', 'two']);
    expect(upheld.state).toBe('UPHELD');
    expect(upheld.acts.map(({ act, by }) => [act, by])).toEqual([
      ['ACCEPT', 'one'],
      ['PROPOSE_ANNULMENT', 'one'],
      ['CONFIRM_ANNULMENT', 'two'],
    ]);
  });

  it('goes on where the second official disagrees', () => {
    const open = acted(['ACCEPT'], ['PROPOSE_ANNULMENT', 'one'], ['DISAGREE', 'two']);
    expect(open.state).toBe('ACCEPTED');
    const again = tried(open, ['PROPOSE_ANNULMENT', 'two']);
    if (!('next' in again)) throw new Error('not proposed again');
    expect(refusal(again.next, ['CONFIRM_ANNULMENT', 'two'])).toBe('ANOTHER_OFFICIAL');
    expect(refusal(again.next, ['CONFIRM_ANNULMENT', 'one'])).toBeUndefined();
  });

  it('proposes nothing before the 45 days of public notice are over', () => {
    const noticed = acted(['ACCEPT'], ['GIVE_NOTICE']);
    expect(noticed).toMatchObject({ state: 'NOTICE', noticeUntil: '2027-01-08T16:00:00.000Z' });
    const early = ['PROPOSE_ANNULMENT', 'one', '2027-01-08T15:59:59.999Z'] as const;
    expect(refusal(noticed, early)).toBe('NOT_NOW');
    const due = ['PROPOSE_ANNULMENT', 'one', '2027-01-08T16:00:00.000Z'] as const;
    expect(refusal(noticed, due)).toBeUndefined();
  });

  it('that is closed stays closed', () => {
    const ends = [
      acted(['DECLINE']),
      acted(['ACCEPT'], ['REJECT']),
      acted(['ACCEPT'], ['PROPOSE_ANNULMENT', 'one'], ['CONFIRM_ANNULMENT', 'two']),
    ];
    for (const end of ends) {
      for (const act of InquiryAct.options)
        expect(refusal(end, [act, 'three'], true)).toBe('NOT_NOW');
    }
  });

  it('that nobody has accepted is neither upheld nor rejected', () => {
    for (const act of ['PROPOSE_ANNULMENT', 'CONFIRM_ANNULMENT', 'REJECT', 'GIVE_NOTICE'] as const)
      expect(refusal(opened, [act])).toBe('NOT_NOW');
  });
});
