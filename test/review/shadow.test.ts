import { describe, expect, it } from 'vitest';
import type { Replay, Reviewed } from '#functions/review/replay.ts';
import { shadowing } from '#functions/review/shadow.ts';

const finding = (rule: string, change: object = {}): Reviewed['findings'][number] => ({
  rule,
  version: 1,
  pointer: '/name',
  says: 'X',
  consequence: 'RETURN',
  ...change,
});
const reviewed = (
  verdict: Reviewed['verdict'],
  findings: Reviewed['findings'] = [],
  rules: Reviewed['rules'] = [],
): Reviewed => ({ verdict, findings, rules });
const replayed = (was: Reviewed, is: Reviewed): Replay => ({ differs: [], was, is });

const approved = reviewed('APPROVE');
const returned = reviewed('RETURN', [finding('NM-01')]);

describe('what a candidate decides otherwise', () => {
  it('is counted by verdict, and by each rule that finds otherwise', () => {
    const counts = shadowing();
    counts.add('ap_1', replayed(approved, approved));
    counts.add('ap_2', replayed(approved, returned));
    counts.add('ap_3', replayed(returned, approved));
    const two = reviewed('RETURN', [finding('NM-01'), finding('CP-01')]);
    counts.add('ap_4', replayed(approved, two));
    counts.add('ap_5', replayed(returned, two));
    expect(counts.told()).toEqual({
      decisions: 5,
      failed: 0,
      changes: [
        { from: 'APPROVE', to: 'RETURN', count: 2 },
        { from: 'RETURN', to: 'APPROVE', count: 1 },
        { from: 'RETURN', to: 'RETURN', count: 1 },
      ],
      rules: [
        {
          rule: 'CP-01',
          changes: [
            { from: 'APPROVE', to: 'RETURN', count: 1 },
            { from: 'RETURN', to: 'RETURN', count: 1 },
          ],
          applications: ['ap_4', 'ap_5'],
        },
        {
          rule: 'NM-01',
          changes: [
            { from: 'APPROVE', to: 'RETURN', count: 2 },
            { from: 'RETURN', to: 'APPROVE', count: 1 },
          ],
          applications: ['ap_2', 'ap_3', 'ap_4'],
        },
      ],
    });
  });

  it('is nothing where a rule is new and met, or has a new version that finds the same', () => {
    const counts = shadowing();
    const met = (id: string, version: number) => ({ id, version, result: 'MET' });
    const is = reviewed('APPROVE', [], [met('NM-01', 2), met('NM-99', 1)]);
    counts.add('ap_1', replayed(reviewed('APPROVE', [], [met('NM-01', 1)]), is));
    const again = reviewed('RETURN', [finding('NM-01', { version: 2 })]);
    counts.add('ap_2', replayed(returned, again));
    expect(counts.told()).toEqual({ decisions: 2, failed: 0, changes: [], rules: [] });
  });

  it('names twenty applications at most, and counts on', () => {
    const counts = shadowing();
    for (let n = 0; n < 30; n++) counts.add(`ap_${n}`, replayed(approved, returned));
    const [rule] = counts.told().rules;
    expect(rule?.applications).toHaveLength(20);
    expect(rule?.changes).toEqual([{ from: 'APPROVE', to: 'RETURN', count: 30 }]);
  });

  it('goes on from what was counted before', () => {
    const first = shadowing();
    first.add('ap_1', replayed(approved, returned));
    first.add('ap_2', undefined);
    const second = shadowing(first.told());
    second.add('ap_3', replayed(approved, returned));
    const whole = shadowing();
    whole.add('ap_1', replayed(approved, returned));
    whole.add('ap_2', undefined);
    whole.add('ap_3', replayed(approved, returned));
    expect(second.told()).toEqual(whole.told());
    expect(second.told().failed).toBe(1);
  });
});
