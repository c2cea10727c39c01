import { describe, expect, it } from 'vitest';
import { reasonsFor } from '#functions/case/reasons.ts';
import { REASONS } from '#functions/case/reasons-in-use.ts';
import { RULE_IDS } from '#functions/review/finding-in-words.ts';
import { traditional } from '#functions/shared/traditional.ts';
import { inTraditional } from '#rules/traditional-table.ts';

const ON = '2026-11-23';
const ids = (rule?: string, on: string = ON) => reasonsFor(rule, on).map(({ id }) => id);

describe('the reasons in common use', () => {
  it('have ids of their own, a provision, and name only rules that there are', () => {
    expect(new Set(REASONS.map(({ id }) => id)).size).toBe(REASONS.length);
    for (const { rules, basis } of REASONS) {
      expect(basis.length).toBeGreaterThan(0);
      expect(rules.filter((it) => !RULE_IDS.has(it))).toEqual([]);
    }
  });

  it('are those of a finding before those for any, and all where none is named', () => {
    expect(ids('NM-07')).toEqual(['REG-02', 'RET-02', 'REG-01', 'RET-01']);
    expect(ids('ZZ-99')).toEqual(['REG-01', 'RET-01']);
    expect(ids()).toHaveLength(REASONS.length);
  });

  it('are offered from their first day on', () => {
    expect(ids('NM-07', '2026-10-31')).toEqual([]);
  });

  it('are told in traditional characters as the dictionary has them', () => {
    for (const { text } of REASONS)
      expect(traditional(text.zh)).toBe(
        inTraditional(text.zh).replaceAll('“', '「').replaceAll('”', '」'),
      );
  });
});
