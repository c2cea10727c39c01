import { describe, expect, it } from 'vitest';
import type { Measured } from '#functions/application/measured.ts';
import { personKeyOf } from '#functions/party/person-hash.ts';
import { newId } from '#functions/runtime/draws.ts';
import { judged } from '#functions/statistics/agreement.ts';
import { isDrawn, shareOf } from '#functions/statistics/sampling.ts';
import { aPersonKey } from '#test/builders/a-person-key.ts';

const task = () => ({ applicationId: newId('ap'), attempt: 1 });
const drawnOf = async (
  share: number,
  tasks: readonly ReturnType<typeof task>[],
  key = aPersonKey(),
) =>
  (await Promise.all(tasks.map(async (it) => isDrawn(await key, it, 'rules-1', share)))).filter(
    Boolean,
  ).length;

describe('the draw of second readings', () => {
  const tasks = Array.from({ length: 4_000 }, task);

  it('is the same whoever repeats it, of each release another', async () => {
    const key = await aPersonKey();
    const once = await Promise.all(tasks.slice(0, 200).map((it) => isDrawn(key, it, 'a', 0.5)));
    const again = await Promise.all(tasks.slice(0, 200).map((it) => isDrawn(key, it, 'a', 0.5)));
    const other = await Promise.all(tasks.slice(0, 200).map((it) => isDrawn(key, it, 'b', 0.5)));
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
  });

  it('draws about the share, all of one and none of nothing', async () => {
    expect(await drawnOf(0, tasks.slice(0, 100))).toBe(0);
    expect(await drawnOf(1, tasks.slice(0, 100))).toBe(100);
    const drawn = await drawnOf(0.03, tasks);
    // ten standard deviations of a binomial distribution
    expect(Math.abs(drawn - 120)).toBeLessThan(10 * Math.sqrt(4_000 * 0.03 * 0.97));
  });

  it('cannot be foreseen without the key', async () => {
    const stranger = personKeyOf(new Uint8Array(32).fill(9));
    const [ours, theirs] = await Promise.all(
      [await aPersonKey(), await stranger].map((key) =>
        Promise.all(tasks.slice(0, 200).map((it) => isDrawn(key, it, 'rules-1', 0.5))),
      ),
    );
    expect(theirs).not.toEqual(ours);
  });
});

describe('the share that is read again', () => {
  const of = (change: Partial<Measured>) =>
    shareOf({
      registrar: '440115',
      bundle: 'B01',
      lane: 'SINGLE',
      source: 'SELF',
      takenInAt: '2026-11-24T02:00:00.000Z',
      submittedAt: '2026-11-24T02:00:00.000Z',
      ...change,
    });

  it.each([
    ['of a person without an agent', {}, 0.03],
    ['of an agent of class A', { source: 'AGENT', agentClass: 'A' }, 0.03],
    ['of class C', { source: 'AGENT', agentClass: 'C' }, 0.2],
    ['of class D', { source: 'AGENT', agentClass: 'D' }, 1],
    ['of a class that nobody knows', { source: 'AGENT', agentClass: 'Z' }, 0.05],
    ['of an agent whose class is not told', { source: 'AGENT' }, 0.05],
    ['of who is favoured', { sampling: 0.5 }, 0.015],
    ['of who is of low credit', { sampling: 3 }, 0.09],
    ['never above all', { source: 'AGENT', agentClass: 'D', sampling: 3 }, 1],
  ] satisfies [string, Partial<Measured>, number][])('%s: %j → %d', (_who, change, share) => {
    expect(of(change)).toBeCloseTo(share, 10);
  });
});

describe('the judgement on a rule', () => {
  const policy = {
    approvals: { share: 0.99, atLeast: 400 },
    rules: { share: 0.8, atLeast: 20 },
  };
  const week = (name: string, agreement: Record<string, [number, number]>) => ({
    week: name,
    agreement,
  });
  const weak = (...of: Parameters<typeof judged>) =>
    judged(...of).flatMap((it) => (it.weak ? it.name : []));

  it('goes by the lower bound, over all weeks, once there are enough', () => {
    const once = week('2026-W47', { 'CP-01@1 RETURN': [8, 10] });
    const twice = week('2026-W48', { 'CP-01@1 RETURN': [9, 10] });
    expect(weak([once], policy)).toEqual([]);
    expect(weak([once, twice], policy)).toEqual(['CP-01@1 RETURN']);
    const agreed = week('2026-W48', { 'CP-01@1 RETURN': [40, 40], APPROVALS: [400, 400] });
    expect(weak([agreed], policy)).toEqual([]);
  });

  it('asks nothing of a rule that only calls a person, and more of approvals', () => {
    const of = week('2026-W48', { 'NM-07@1 REFER': [0, 500], APPROVALS: [395, 400] });
    expect(weak([of], policy)).toEqual(['APPROVALS']);
  });

  it('is of one version, and begins anew after a switch', () => {
    const of = [
      week('2026-W47', { 'CP-01@1 RETURN': [0, 30] }),
      week('2026-W48', { 'CP-01@1 RETURN': [20, 20], 'CP-01@2 RETURN': [30, 30] }),
    ];
    expect(weak(of, policy)).toEqual(['CP-01@1 RETURN']);
    expect(weak(of, policy, new Map([['CP-01@1 RETURN', '2026-W47']]))).toEqual([]);
  });
});
