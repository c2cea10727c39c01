import { describe, expect, it } from 'vitest';
import { afterAct, type Inquiry, InquiryAct } from '#functions/register/inquiry.ts';
import { legalDateOf } from '#functions/shared/days.ts';
import { isDay } from '#web/supervision/day.ts';
import { openActs } from '#web/supervision/inquiries/open-acts.ts';
import {
  type Agreement,
  markOf,
  mostFirst,
  worstFirst,
} from '#web/supervision/quality/worst-first.ts';
import { valueAt } from '#web/supervision/value-at.ts';

const agreement = (rule: string, change: Partial<Agreement>): Agreement => ({
  rule,
  agreed: 20,
  of: 20,
  lower: 0.84,
  upper: 1,
  weak: false,
  ...change,
});
const target = { share: 0.8, atLeast: 20 };

describe('agreement with the rules', () => {
  it('is read from its worst end', () => {
    const weak = agreement('NM-07', { agreed: 15, of: 20, weak: true, target });
    const weaker = agreement('NM-08', { agreed: 10, of: 20, weak: true, target });
    const few = agreement('SC-01', { agreed: 3, of: 3, target });
    const good = agreement('CP-01', { target });
    const unmeasured = agreement('RC-01', { agreed: 0, of: 9 });
    const all = [unmeasured, good, few, weak, weaker];
    expect(worstFirst(all).map((it) => `${it.rule} ${markOf(it)}`)).toEqual([
      'NM-08 WEAK',
      'NM-07 WEAK',
      'SC-01 FEW',
      'CP-01 GOOD',
      'RC-01 UNMEASURED',
    ]);
  });

  it('of a candidate begins with the rule that changes most', () => {
    const change = (count: number) => ({ from: 'RETURN' as const, to: 'APPROVE' as const, count });
    const rules = [
      { rule: 'NM-01', changes: [change(2)], applications: [] },
      { rule: 'NM-02', changes: [change(1), change(4)], applications: [] },
    ];
    expect(mostFirst(rules).map(({ rule }) => rule)).toEqual(['NM-02', 'NM-01']);
  });
});

describe('what may be done in an inquiry', () => {
  const inquiry = (change: Partial<Inquiry>): Inquiry => ({
    schemaVersion: 1,
    id: 'in_01KARZ3QB0ZZZZZZZZZZZZZZZZ-2',
    uscc: '91440115MAX000023X',
    applicationId: 'ap_01KARZ3QB0ZZZZZZZZZZZZZZZZ',
    attempt: 1,
    registrar: '440115',
    state: 'FILED',
    version: 1,
    openedAt: '2026-11-23T01:00:00.000Z',
    due: '2026-11-26T16:00:00.000Z',
    acts: [],
    ...change,
  });
  const proposed = {
    act: 'PROPOSE_ANNULMENT',
    by: 'official-1',
    at: '2026-11-24T01:00:00.000Z',
    reason: 'x',
  } as const;
  const cases: readonly (readonly [string, Partial<Inquiry>])[] = [
    ['filed', {}],
    ['accepted', { state: 'ACCEPTED', due: '2027-02-28T16:00:00.000Z' }],
    ['overdue', { state: 'ACCEPTED' }],
    ['extended', { state: 'ACCEPTED', due: '2027-05-28T16:00:00.000Z', extended: true }],
    [
      'under notice',
      { state: 'NOTICE', due: '2027-02-28T16:00:00.000Z', noticeUntil: '2027-01-15T16:00:00.000Z' },
    ],
    [
      'after notice',
      { state: 'NOTICE', due: '2027-02-28T16:00:00.000Z', noticeUntil: '2026-11-30T16:00:00.000Z' },
    ],
    ['proposed', { state: 'PROPOSED', acts: [proposed] }],
    ['annulled', { state: 'UPHELD', acts: [proposed] }],
    ['declined', { state: 'DECLINED' }],
    ['rejected', { state: 'REJECTED' }],
  ];
  const readers = [
    { subject: 'official-1', isSupervisor: false },
    { subject: 'supervisor', isSupervisor: true },
  ];
  const at = '2026-12-01T01:00:00.000Z';

  it.each(cases)('that is %s is what the register lets each official do', (_, change) => {
    const { schemaVersion: _schema, person: _person, assertion: _proof, ...read } = inquiry(change);
    for (const reader of readers) {
      const lets = InquiryAct.options.filter(
        (act) =>
          !(
            'refused' in
            afterAct(
              inquiry(change),
              { act, by: reader.subject, at, reason: 'x' },
              reader.isSupervisor,
            )
          ),
      );
      const face = {
        name: '示例',
        head: '岑晓岚',
        type: '个体工商户',
        capitalFen: null,
        address: 'x',
        scope: 'x',
        registrar: 'x',
        established: '2026-11-23',
        uscc: read.uscc,
      };
      const shown = { ...read, business: { status: 'REGISTERED' as const, face } };
      expect(openActs(shown, reader, Date.parse(at)).toSorted()).toEqual(lets.toSorted());
    }
  });
});

describe('a day', () => {
  it.each([
    ['2027-01-31', true],
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2027-1-31', false],
    ['', false],
  ])('as %j is one: %s', (text, is) => {
    expect(isDay(text)).toBe(is);
  });

  it('of a moment is that of Guangzhou', () => {
    expect(legalDateOf('2026-11-23T15:59:59.999Z')).toBe('2026-11-23');
    expect(legalDateOf('2026-11-23T16:00:00.000Z')).toBe('2026-11-24');
  });
});

describe('what a fault is about', () => {
  const body = {
    from: '2026-11-24',
    content: { words: [{ word: '禁词' }], figures: { a: 5 } },
    x: '',
  };
  it.each([
    ['/from', '2026-11-24'],
    ['/content/words/0', '禁词'],
    ['/content/words/0/ground', '禁词'],
    ['/content/figures/a', '5'],
    ['/x', undefined],
    ['/missing/member', undefined],
  ])('at %s is %j', (pointer, text) => {
    expect(valueAt(body, pointer)).toBe(text);
  });
});
