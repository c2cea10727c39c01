import { describe, expect, it } from 'vitest';
import { rereadShare } from '#functions/party/due-diligence.ts';

describe('due diligence', () => {
  it('reads the more again, the lower the class of the agent', () => {
    const shares = ['A', 'B', 'C', 'D'].map((it) => rereadShare(it, '2026-11-23'));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect([shares[0], shares.at(-1)]).toEqual([0.03, 1]);
  });

  it('treats an agent without a class, or with one that nobody knows, as most', () => {
    expect(rereadShare(undefined, '2026-11-23')).toBe(0.05);
    expect(rereadShare('constructor', '2026-11-23')).toBe(0.05);
  });

  it('reads everything again on a day for which no table is in force', () => {
    expect(rereadShare('A', '2025-09-14')).toBe(1);
  });
});
