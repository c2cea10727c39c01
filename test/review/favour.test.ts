import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptDecision } from '#functions/application/decision.ts';
import { RANKS } from '#functions/registrar/favour-policy.ts';
import type { Listed } from '#functions/review/cross-case.ts';
import { favour, favourKept } from '#functions/review/favour.ts';
import { review } from '#functions/review/review.ts';
import { RULES } from '#functions/review/rule-set.ts';
import { atHost } from '#test/builders/a-form.ts';
import { aHost } from '#test/builders/review-facts.ts';
import { company } from './rule-row.ts';

const entry = (pointer: string, list: Listed['list'], ground: string): Listed => ({
  pointer,
  list,
  ground,
  from: '2026-01-01',
});
const whitelisted: Listed = {
  ...entry('/people/p1', 'FAVOURED', 'WHITELIST'),
  until: '2026-12-31',
  source: '广州市商务局',
  officer: 'official-nansha',
};
const mandate = { agent: 'agent-1', acts: ['ESTABLISHMENT'], from: '2026-11-01' };
const of = (...listed: readonly Listed[]) => {
  const facts = company({ mandate }, { listed });
  return favour(facts.form, facts);
};

describe('a favour', () => {
  it('comes of a whitelist or a referral, with who referred, from when and until when, and a named officer', () => {
    expect(of(whitelisted)).toEqual({
      rank: 'FAVOURED',
      because: [
        { ground: 'WHITELIST', source: '广州市商务局', from: '2026-01-01', until: '2026-12-31' },
      ],
      officer: 'official-nansha',
      sampling: 0.5,
    });
  });

  it('is none of whoever holds a post only, and none that is over or has not begun', () => {
    const ordinary = { rank: 'ORDINARY', because: [], sampling: 1 };
    expect(of({ ...whitelisted, pointer: '/people/p3' })).toEqual(ordinary);
    expect(of({ ...whitelisted, until: '2026-11-22' })).toEqual(ordinary);
    expect(of({ ...whitelisted, from: '2026-11-24' })).toEqual(ordinary);
  });

  it.each([
    ['CLASS_A', ['A'], 0.5],
    ['ORDINARY', ['A', 'B'], 1],
    ['CLASS_C', ['A', 'C'], 2],
    ['CLASS_D', ['D', 'A'], 3],
  ])('is by the worst credit class: %s', (rank, grounds, sampling) => {
    const [one = '', other] = grounds;
    const listed = [
      entry('/people/p1', 'CREDIT', one),
      ...(other ? [entry('/mandate/agent', 'CREDIT', other)] : []),
    ];
    expect(of(...listed)).toMatchObject({ rank, sampling });
  });

  it('looks at the host of a cluster address', () => {
    const facts = company(atHost, { host: aHost({ creditClass: 'A' }) });
    expect(favour(facts.form, facts).rank).toBe('CLASS_A');
    const own = company({}, { host: aHost({ creditClass: 'A' }) });
    expect(favour(own.form, own).rank).toBe('ORDINARY');
  });

  it('is none for who is of class C or D', () => {
    expect(of(whitelisted, entry('/people/p2', 'CREDIT', 'D'))).toMatchObject({
      rank: 'CLASS_D',
      sampling: 3,
    });
  });

  it('has more read again of an agent whose work comes back often, whoever he is', () => {
    const facts = company({ mandate }, { listed: [whitelisted] });
    expect(favour(facts.form, facts, [{ rule: 'BA-08' }]).sampling).toBe(2);
  });

  it('is found again from what a decision kept', () => {
    const facts = company({ mandate }, { listed: [whitelisted] });
    const { because } = keptDecision({
      schemaVersion: 1,
      round: 1,
      decidedAt: '2026-11-23T04:00:00.000Z',
      verdict: 'REFER',
      findings: [],
      rules: [],
      ruleSet: { id: '2026-11', hash: '' },
      facts,
    });
    const { sampling: _ofApprovals, ...found } = favour(facts.form, facts);
    expect(favourKept(facts.form, because.facts)).toEqual(found);
    expect(favourKept(facts.form, { submittedOn: 'never' })).toBeUndefined();
  });

  it('lowers no rule: without its list entries every other finding is the same', () => {
    const pointer = fc.constantFrom('/people/p1', '/people/p2', '/premises/host', '/mandate/agent');
    const entries = fc.array(
      fc
        .record({ pointer, ground: fc.constantFrom('WHITELIST', 'KEY_ENTERPRISE') })
        .map((it) => entry(it.pointer, 'FAVOURED', it.ground)),
      { maxLength: 4 },
    );
    const others = fc.array(
      fc
        .record({ pointer, ground: fc.constantFrom('A', 'B', 'C', 'D') })
        .map((it) => entry(it.pointer, 'CREDIT', it.ground)),
      { maxLength: 3 },
    );
    const told = (listed: readonly Listed[]) =>
      review(
        company({ mandate, termYears: 200 }, { listed }),
        RULES.filter(({ id }) => id !== 'RC-02'),
      );
    fc.assert(
      fc.property(entries, others, (favours, credit) => {
        expect(told([...favours, ...credit])).toEqual(told(credit));
        expect(RANKS).toContain(of(...favours, ...credit).rank);
      }),
    );
  });
});
