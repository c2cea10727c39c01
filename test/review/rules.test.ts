import { describe, expect, it } from 'vitest';
import type { ReviewFacts } from '#functions/review/facts.ts';
import { renderFinding } from '#functions/review/finding-in-words.ts';
import { type Finding, review } from '#functions/review/review.ts';
import { RULES } from '#functions/review/rule-set.ts';
import { readRules } from '#rules/read-rules.ts';
import { ADDRESS_ROWS } from './rows/address-rows.ts';
import { AGENT_ROWS } from './rows/agent-rows.ts';
import { CAPITAL_ROWS } from './rows/capital-rows.ts';
import { LICENCE_ROWS } from './rows/licence-rows.ts';
import { NAME_ROWS } from './rows/name-rows.ts';
import { PATTERN_ROWS } from './rows/pattern-rows.ts';
import { PEOPLE_ROWS } from './rows/people-rows.ts';
import { SCOPE_ROWS } from './rows/scope-rows.ts';
import type { RuleRow } from './rule-row.ts';

const ROWS: readonly RuleRow[] = [
  ...NAME_ROWS,
  ...SCOPE_ROWS,
  ...ADDRESS_ROWS,
  ...CAPITAL_ROWS,
  ...PEOPLE_ROWS,
  ...AGENT_ROWS,
  ...LICENCE_ROWS,
  ...PATTERN_ROWS,
];

const TEXTS = new Map((await readRules()).map((rule) => [rule.id, rule]));

const told = (findings: readonly Finding[]) =>
  findings.map(({ pointer, says, consequence }) => `${pointer} ${says} ${consequence}`).join(' + ');

it('has a row of cases for every rule', () => {
  expect(ROWS.map(({ rule }) => rule.id).sort()).toEqual(RULES.map(({ id }) => id).sort());
});

describe.each(ROWS.map((row) => ({ id: row.rule.id, row })))('$id', ({ row }) => {
  const { rule, hits, passes, notApplicable } = row;
  const result = (facts: ReviewFacts) => review(facts, [rule]);

  it.each(Object.entries(hits))('tells %s', (findings, facts) => {
    expect(told(result(facts).findings)).toBe(findings);
  });

  if (passes !== 'NEVER_MET')
    it('is met', () => {
      expect(result(passes).rules).toMatchObject([{ id: rule.id, result: 'MET' }]);
    });

  if (notApplicable !== 'ALWAYS_APPLIES')
    it('is silent where it does not apply', () => {
      expect(result(notApplicable).rules).toMatchObject([{ result: 'NOT_APPLICABLE' }]);
    });

  it('has a case for each of its texts', () => {
    const used = Object.values(hits).flatMap((facts) => result(facts).findings);
    expect([...new Set(used.map(({ says }) => says))].sort()).toEqual(
      Object.keys(TEXTS.get(rule.id)?.says ?? {}).sort(),
    );
  });

  it('fills every placeholder of its texts, in both languages', () => {
    const texts = Object.values(hits)
      .flatMap((facts) => result(facts).findings)
      .flatMap((it) => [renderFinding(it, 'zh-Hans'), renderFinding(it, 'en')])
      .flatMap(({ fault, mend }) => [fault, mend]);
    expect(texts.filter((text) => /[{}]|undefined/.test(text) || text === '')).toEqual([]);
  });

  it('quotes the law', () => {
    expect(TEXTS.get(rule.id)?.basis.length).toBeGreaterThan(0);
  });
});
