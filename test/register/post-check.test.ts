import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueAfter, type PostCheck, queuedCheck } from '#functions/register/post-check.ts';

describe('a check that was made', () => {
  const made = (finding: PostCheck['finding']): PostCheck => ({
    schemaVersion: 1,
    uscc: '91440115MA0000001X',
    number: 1,
    class: 'MEDIUM',
    due: '2027-02-24',
    finding,
    by: 'official-1',
    at: '2026-12-01T02:00:00.000Z',
  });

  it('is followed by another one at the end of a term to correct', () => {
    const order = made({ result: 'CORRECTION', found: '地址不符', correctBy: '2026-12-31' });
    expect(dueAfter(order)).toEqual({ class: 'MEDIUM', due: '2026-12-31' });
  });

  it('is the last one where all is in order, or an inquiry follows', () => {
    expect(dueAfter(made({ result: 'IN_ORDER', found: '相符' }))).toBeUndefined();
    expect(dueAfter(made({ result: 'ANNULMENT', found: '查无此地' }))).toBeUndefined();
  });
});

describe('the queue', () => {
  const business = { uscc: '91440115MA0000001X', registrar: '440115', serial: 7 };

  it('has a business only while a check is due', () => {
    expect(queuedCheck(business)).toEqual({});
    expect(queuedCheck({ ...business, postCheck: { class: 'HIGH', due: '2026-12-24' } })).toEqual({
      postCheckQueue: 'POST-CHECK#440115#7',
      postCheckDue: '2026-12-24#91440115MA0000001X',
    });
  });

  it('spreads one after another over all its keys', () => {
    const due = { class: 'LOW', due: '2027-05-24' } as const;
    fc.assert(
      fc.property(fc.nat(10_000_000), (first) => {
        const keys = Array.from({ length: 16 }, (_, at) =>
          queuedCheck({ ...business, serial: first + at, postCheck: due }),
        );
        expect(new Set(keys.map((it) => JSON.stringify(it.postCheckQueue))).size).toBe(16);
      }),
    );
  });
});
