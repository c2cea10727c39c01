import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rulesAsText, rulesFromText } from '#functions/application/checked-rules.ts';
import { RULES } from '#functions/review/rule-set.ts';

const aResult = fc.constantFrom('MET', 'NOT_APPLICABLE', 'BREACHED');
const aRule = fc.record({
  id: fc.constantFrom(...RULES.map(({ id }) => id)),
  version: fc.integer({ min: 1, max: 99 }),
  result: aResult,
});

describe('what every rule said', () => {
  it('is kept whole, in its order, as a short text', () => {
    fc.assert(
      fc.property(fc.array(aRule), (rules) => {
        expect(rulesFromText(rulesAsText(rules))).toEqual(rules);
      }),
    );
  });

  it('takes a seventh of its JSON', () => {
    const rules = RULES.map(({ id, version }) => ({ id, version, result: 'MET' as const }));
    expect(rulesAsText(rules).length).toBeLessThan(JSON.stringify(rules).length / 6);
  });
});
