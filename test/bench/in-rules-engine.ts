import { Engine } from 'json-rules-engine';
import type { ReviewFacts } from '#functions/review/facts.ts';
import type { RuleInWords } from '#rules/read-rules.ts';

/**
 * The same rules for json-rules-engine: each of our checks a fact of its, found out once for each
 * application, and one of its rules, of one condition, for each kind of fault that a check tells. The least that can
 * say the same: spelt out in its JSON, every comparison within a check would be a condition too.
 */
export function inRulesEngine(rules: readonly RuleInWords[]) {
  const engine = new Engine();
  engine.addOperator('tells', (said: readonly string[], says: string) => said.includes(says));
  for (const { id, check, says } of rules) {
    engine.addFact(id, async (_, almanac) => {
      const checked = check(await almanac.factValue<ReviewFacts>('application'));
      return typeof checked === 'string' ? [] : checked.faults.map((fault) => fault.says);
    });
    for (const value of Object.keys(says))
      engine.addRule({
        conditions: { all: [{ fact: id, operator: 'tells', value }] },
        event: { type: `${id} ${value}` },
      });
  }

  /** What is told of an application, each kind of fault once: `NM-01 FORM`. */
  return async (application: ReviewFacts): Promise<readonly string[]> =>
    (await engine.run({ application })).events.map(({ type }) => type);
}
