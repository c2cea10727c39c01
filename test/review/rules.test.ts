import { describe, expect, it } from 'vitest';
import type { ReviewFacts } from '#functions/review/facts.ts';
import { renderFinding } from '#functions/review/finding-in-words.ts';
import { type Finding, review } from '#functions/review/review.ts';
import { RULES } from '#functions/review/rule-set.ts';
import { readRules } from '#rules/read-rules.ts';
import { ROWS } from './rows/all-rows.ts';

const TEXTS = new Map((await readRules()).map((rule) => [rule.id, rule]));

const told = (findings: readonly Finding[]) =>
  findings.map(({ pointer, says, consequence }) => `${pointer} ${says} ${consequence}`).join(' + ');

/** Cases that no rule of these can have, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  'AD-05 is met':
    'the platform’s certificate of a shop cannot be attached, so a person looks at each',
  'CO-01 does not apply': 'every form is complete or not',
  'CO-02 does not apply': 'every form can be read or not',
  'RC-05 does not apply': 'every application comes by a lane',
};

it('has a row of cases for every rule', () => {
  expect(ROWS.map(({ rule }) => rule.id).sort()).toEqual(RULES.map(({ id }) => id).sort());
});

it('has for every rule a case that it passes and one where it does not apply, but for those that cannot be', () => {
  const without = ROWS.flatMap(({ rule: { id }, passes, notApplicable }) => [
    ...(passes === 'NEVER_MET' ? [`${id} is met`] : []),
    ...(notApplicable === 'ALWAYS_APPLIES' ? [`${id} does not apply`] : []),
  ]);
  expect(without.toSorted()).toEqual(Object.keys(WITHOUT));
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

  it('fills every placeholder of its texts, in every language', () => {
    const texts = Object.values(hits)
      .flatMap((facts) => result(facts).findings)
      .flatMap((it) =>
        (['zh-Hans', 'zh-Hant', 'en'] as const).map((language) => renderFinding(it, language)),
      )
      .flatMap(({ fault, mend }) => [fault, mend]);
    expect(texts.filter((text) => /[{}]|undefined/.test(text) || text === '')).toEqual([]);
  });

  it('quotes the law', () => {
    expect(TEXTS.get(rule.id)?.basis.length).toBeGreaterThan(0);
  });
});
