import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rulesAsText, rulesFromText } from '#functions/application/checked-rules.ts';
import { Decision } from '#functions/application/decision.ts';
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

  it('is read in every form in which decisions have kept it', () => {
    const rules = [
      { id: 'CO-01', version: 1, result: 'MET' },
      { id: 'NM-01', version: 2, result: 'BREACHED' },
      { id: 'SC-01', version: 1, result: 'NOT_APPLICABLE' },
    ];
    const facts = { submittedOn: '2026-11-23' };
    const decision = {
      schemaVersion: 1,
      round: 1,
      decidedAt: '2026-11-23T04:00:00.000Z',
      verdict: 'APPROVE',
      findings: [],
      ruleSet: { id: '2026-11', hash: '' },
    };
    const texts = { rules: JSON.stringify(rules), facts: JSON.stringify(facts) };
    const read = (kept: object) => Decision.parse({ ...decision, ...kept });
    for (const kept of [{ rules, facts }, texts, { rules: 'CO-01 NM-01.2! SC-01/', facts }])
      expect(read(kept)).toMatchObject({ rules, facts });
  });

  it('takes a seventh of its JSON', () => {
    const rules = RULES.map(({ id, version }) => ({ id, version, result: 'MET' as const }));
    expect(rulesAsText(rules).length).toBeLessThan(JSON.stringify(rules).length / 6);
  });
});
