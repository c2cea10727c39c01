import { describe, expect, it } from 'vitest';
import { RULE_SET, RULES, ruleSetHash } from '#functions/review/rule-set.ts';

describe('the rule set', () => {
  it('gives every rule an id of its own', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it('has the rules under their release', () => {
    expect(RULE_SET.rules).toBe(RULES);
  });

  it('has a digest that every word of its rules changes, and their code does not', async () => {
    const [first, ...others] = RULES;
    if (!first) throw new Error('no rules');
    const hash = await ruleSetHash();
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await ruleSetHash([{ ...first, check: () => 'MET' }, ...others])).toBe(hash);
    expect(await ruleSetHash([{ ...first, says: {} }, ...others])).not.toBe(hash);
    expect(await ruleSetHash([{ ...first, version: 2 }, ...others])).not.toBe(hash);
    expect(await ruleSetHash([{ ...first, parameters: { months: 6 } }, ...others])).not.toBe(hash);
    expect(await ruleSetHash(others)).not.toBe(hash);
  });
});
