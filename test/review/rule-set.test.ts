import { describe, expect, it } from 'vitest';
import { TEXTS_IN_FORCE } from '#functions/review/finding-in-words.ts';
import { RULE_SET, RULES } from '#functions/review/rule-set.ts';
import { RULE_SET_IN_FORCE } from '#functions/review/rule-set-in-force.ts';
import { canonicalJson } from '#functions/shared/canonical-json.ts';
import { sha256 } from '#functions/shared/digest.ts';
import { ruleSetRelease } from '#infra/rule-set-release.ts';
import { readRules } from '#rules/read-rules.ts';

describe('the rule set', () => {
  it('gives every rule an id of its own', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it('has the rules under their release', () => {
    expect(RULE_SET.rules).toBe(RULES);
  });

  it('is named by the digest of its release, which has every word of its rules', async () => {
    const said = (await readRules()).map(({ check: _code, ...words }) => words);
    expect(TEXTS_IN_FORCE).toBe(canonicalJson(JSON.parse(JSON.stringify(said))));
    const { hash, text } = ruleSetRelease();
    expect(RULE_SET_IN_FORCE).toEqual({ id: RULE_SET.id, hash });
    expect(text).toContain(TEXTS_IN_FORCE);
    expect(hash).toBe(await sha256(text));
  });
});
