import { describe, expect, it } from 'vitest';
import { expectations, type Outcome } from '#local/sample/expected.ts';
import { type ActualRow, outcomesOf, type SentRow } from '#local/sample/outcomes.ts';

const sent: SentRow[] = expectations.flatMap(([group, { rows }]) =>
  Array.from({ length: rows }, (_, index) => ({ clientRowRef: `${group}-${index}`, group })),
);

const asExpected: ActualRow[] = expectations.flatMap(([group, { becomes, rules }]) => {
  const states: readonly Outcome[] = ['REGISTERED', 'RETURNED', 'REFERRED'];
  return states
    .flatMap((state) => Array.from({ length: becomes[state] ?? 0 }, () => state))
    .map((state, index) => ({
      clientRowRef: `${group}-${index}`,
      state,
      rules: state === 'REGISTERED' ? [] : rules,
    }));
});

const changed = (clientRowRef: string, change: Partial<ActualRow>) =>
  asExpected.map((it) => (it.clientRowRef === clientRowRef ? { ...it, ...change } : it));

describe('the outcomes of the sample', () => {
  it('agree where every group becomes what it must', () => {
    expect(outcomesOf(sent, asExpected)).toEqual({
      registered: 163,
      returned: 29,
      referred: 8,
      lost: 0,
      deviations: [],
    });
  });

  it('do not care which rows of a contended group win', () => {
    const swapped = asExpected.map((it) =>
      it.clientRowRef === 'one-name-for-two-0'
        ? { ...it, clientRowRef: 'one-name-for-two-1' }
        : it.clientRowRef === 'one-name-for-two-1'
          ? { ...it, clientRowRef: 'one-name-for-two-0' }
          : it,
    );
    expect(outcomesOf(sent, swapped).deviations).toEqual([]);
  });

  it('tell one tenant too many', () => {
    const tooMany = changed('tenants-of-one-host-29', { state: 'REGISTERED', rules: [] });
    expect(outcomesOf(sent, tooMany)).toMatchObject({
      registered: 164,
      deviations: [
        'tenants-of-one-host: 26 REGISTERED, expected 25',
        'tenants-of-one-host: 4 RETURNED, expected 5',
      ],
    });
  });

  it('tell a row that another rule stopped, or one rule too few', () => {
    const { deviations } = outcomesOf(sent, changed('wrong-sum-0', { rules: ['CP-02'] }));
    expect(deviations).toEqual(['wrong-sum-0 (wrong-sum): RETURNED by [CP-02], expected [CP-01]']);
    const fewer = changed('several-faults-1', { rules: ['AD-01'] });
    expect(outcomesOf(sent, fewer).deviations).toHaveLength(1);
  });

  it('count as lost what is absent, twice there, or still under way', () => {
    const without = asExpected.filter((it) => it.clientRowRef !== 'bundle-B01-0');
    expect(outcomesOf(sent, without)).toMatchObject({ registered: 162, lost: 1 });
    const twice = [...asExpected, ...asExpected.slice(0, 1)];
    expect(outcomesOf(sent, twice)).toMatchObject({ registered: 162, lost: 1 });
    const underWay = changed('bundle-B01-0', { state: 'SUBMITTED' });
    expect(outcomesOf(sent, underWay)).toMatchObject({ registered: 162, lost: 1 });
  });

  it('tell a row that nobody sent', () => {
    const stranger = { clientRowRef: 'stranger', state: 'REGISTERED', rules: [] };
    expect(outcomesOf(sent, [...asExpected, stranger]).deviations).toEqual([
      'stranger: was not sent',
    ]);
  });
});
