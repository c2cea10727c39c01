import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incompleteness } from '#functions/application/complete-application.ts';
import { Decision } from '#functions/application/decision.ts';
import { renderFinding } from '#functions/review/finding-in-words.ts';
import { review } from '#functions/review/review.ts';
import type { Consequence, Rule } from '#functions/review/rule.ts';
import { DEFECT } from '#functions/review/rule.ts';
import { RULES } from '#functions/review/rule-set.ts';
import { aForm, anIndividualBusiness, aSoleProprietorship, atHost } from '#test/builders/a-form.ts';
import { reviewFacts } from '#test/builders/review-facts.ts';
import { anArbitraryForm } from './an-arbitrary-form.ts';

/** A rule that finds one fault with each of these consequences. */
const ruleThatTells = (...consequences: readonly Consequence[]): Rule => ({
  id: 'XX-01',
  version: 3,
  onBreach: 'WARN',
  check: () => {
    const [first, ...rest] = consequences.map((consequence) => ({
      pointer: '/name',
      says: 'X',
      consequence,
    }));
    return first ? { faults: [first, ...rest] } : 'MET';
  },
});

describe('the verdict', () => {
  it.each<{ told: readonly Consequence[]; verdict: string }>([
    { told: [], verdict: 'APPROVE' },
    { told: ['WARN'], verdict: 'APPROVE' },
    { told: ['WARN', 'REFER'], verdict: 'REFER' },
    { told: ['REFER', 'RETURN'], verdict: 'RETURN' },
    { told: ['RETURN', 'REFER', 'PROPOSE_REFUSAL'], verdict: 'REFER' },
    { told: ['PROPOSE_REFUSAL', 'WARN'], verdict: 'REFER' },
  ])('is $verdict after $told', ({ told, verdict }) => {
    expect(review(reviewFacts(), [ruleThatTells(...told)]).verdict).toBe(verdict);
    expect(
      review(
        reviewFacts(),
        told.map((it) => ruleThatTells(it)),
      ).verdict,
    ).toBe(verdict);
  });

  it('takes the rule’s own consequence where the fault has none', () => {
    const rule: Rule = {
      ...ruleThatTells(),
      check: () => ({ faults: [{ pointer: '/name', says: 'X' }] }),
    };
    expect(review(reviewFacts(), [{ ...rule, onBreach: 'RETURN' }]).verdict).toBe('RETURN');
    expect(review(reviewFacts(), [rule]).findings).toEqual([
      { rule: 'XX-01', version: 3, pointer: '/name', says: 'X', consequence: 'WARN' },
    ]);
  });

  it.each([
    { what: 'a company', form: aForm() },
    { what: 'a company at a host', form: aForm(atHost) },
    { what: 'a sole proprietorship', form: aSoleProprietorship() },
    { what: 'a sole proprietorship at a host', form: aSoleProprietorship(atHost) },
    { what: 'an individual business', form: anIndividualBusiness() },
    {
      what: 'a nameless one at a host',
      form: anIndividualBusiness({ ...atHost, name: undefined }),
    },
  ])('approves the lawful form of $what without a word', ({ form }) => {
    expect(review(reviewFacts({ form }))).toMatchObject({ verdict: 'APPROVE', findings: [] });
  });
});

describe('a review', () => {
  it('tells every fault at once, whatever the first one is', () => {
    const form = aForm({
      name: '南沙区晨岚百货店',
      capital: { fen: 1, currency: 'HKD' },
      supervision: 'BOARD',
      charter: undefined,
    });
    expect(review(reviewFacts({ form })).findings.map(({ rule }) => rule)).toEqual([
      'CO-01',
      'NM-02',
      'NM-04',
      'CP-01',
      'CP-05',
      'OG-03',
    ]);
  });

  it('refers when a rule of ours fails, and still runs the others', () => {
    const broken: Rule = {
      ...ruleThatTells(),
      check: () => {
        throw new TypeError('a defect');
      },
    };
    const { verdict, findings, rules } = review(reviewFacts(), [broken, ...RULES]);
    expect(verdict).toBe('REFER');
    expect(findings).toMatchObject([{ rule: 'XX-01', says: DEFECT, consequence: 'REFER' }]);
    expect(rules).toHaveLength(RULES.length + 1);
  });

  it('runs every rule on any form that gets past the door, and none of them fails', () => {
    fc.assert(
      fc.property(anArbitraryForm, (form) => {
        const facts = reviewFacts({ form });
        const { findings, rules, ...rest } = review(facts);
        expect(rules).toHaveLength(RULES.length);
        expect(findings.filter(({ says }) => says === DEFECT)).toEqual([]);
        expect(
          Decision.pick({ findings: true, rules: true }).safeParse({ findings, rules }).success,
        ).toBe(true);
        const text = JSON.stringify(findings.map((it) => renderFinding(it, 'zh-Hans')));
        expect(text).not.toContain('现行规则集');
        if (incompleteness(form).length > 0) expect(rest.verdict).not.toBe('APPROVE');
      }),
      { numRuns: 300 },
    );
  });
});
