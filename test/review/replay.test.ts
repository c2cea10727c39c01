import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decision, keptDecision } from '#functions/application/decision.ts';
import type { ApplicationForm } from '#functions/application/form.ts';
import type { ReviewFacts } from '#functions/review/facts.ts';
import { releaseIn } from '#functions/review/release.ts';
import { factsAgain, replay } from '#functions/review/replay.ts';
import { review } from '#functions/review/review.ts';
import { packed, unpacked } from '#functions/runtime/packed.ts';
import { aForm } from '#test/builders/a-form.ts';
import { reviewFacts } from '#test/builders/review-facts.ts';
import { reviewsIn, today, withoutRule } from './a-release.ts';
import { anArbitraryForm } from './an-arbitrary-form.ts';

const reviews = reviewsIn(today.text);

/** A decision as it is read again after it was kept. */
function decided(facts: ReviewFacts, change: Partial<Decision> = {}): Decision {
  const { decision, because } = keptDecision({
    schemaVersion: 1,
    round: 1,
    decidedAt: '2026-11-23T04:00:00.000Z',
    ...review(facts),
    ruleSet: { id: '', hash: today.hash },
    facts,
    ...change,
  });
  return Decision.parse(unpacked({ ...decision, ...packed(because) }));
}
/** Facts as they are gathered of a form: without its licence tokens. */
const factsOfForm = (form: ApplicationForm): ReviewFacts => {
  const { form: _whole, ...facts } = reviewFacts({ form });
  const gathered = JSON.parse(factsAgain({ facts }, form));
  return { ...facts, form: gathered.form };
};
const returned = () => aForm({ capital: { fen: 1, currency: 'CNY' } });

describe('a decision that is replayed', () => {
  it('comes out byte for byte, whatever form it was about', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anArbitraryForm, (form) => {
        expect(replay(reviews, decided(factsOfForm(form)), form).differs).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('comes out the same for a form that showed a licence, whose token is not among the facts', () => {
    const form: ApplicationForm = aForm({
      shareholders: [
        { person: 'p1' },
        { company: { uscc: '91440115MAX0000153', licence: 'token~' } },
      ],
    });
    const { facts, ...decision } = decided(factsOfForm(form));
    expect(JSON.stringify(facts)).not.toContain('token~');
    expect(replay(reviews, { facts, ...decision }, form).differs).toEqual([]);
  });

  it('is compared with the review, where a person weighs a third return', () => {
    const form = returned();
    const third = decided(factsOfForm(form), {
      verdict: 'REFER',
      insteadOfReturn: 'TWO_RETURNS',
    });
    expect(replay(reviews, third, form)).toMatchObject({ differs: [], is: { verdict: 'RETURN' } });
  });

  it('differs where another verdict, finding or result was kept', () => {
    const form = returned();
    const right = decided(factsOfForm(form));
    const differs = (change: Partial<Decision>) =>
      replay(reviews, { ...right, ...change }, form).differs;
    expect(differs({ verdict: 'APPROVE' })).toEqual(['verdict']);
    expect(differs({ findings: right.findings.slice(1) })).toEqual(['findings']);
    expect(differs({ rules: right.rules.toReversed() })).toEqual(['rules']);
  });

  it('differs on other facts, and on another form', () => {
    const decision = decided(factsOfForm(returned()));
    expect(replay(reviews, decision, aForm()).differs).toContain('verdict');
    const facts = { ...Object(decision.facts), submittedOn: '2001-01-01' };
    expect(replay(reviews, { ...decision, facts }, returned()).differs).toContain('findings');
  });

  it('comes out otherwise by a release whose code was changed', async () => {
    const form = returned();
    const candidate = reviewsIn((await withoutRule('CP-01')).text);
    const { was, is } = replay(candidate, decided(factsOfForm(form)), form);
    expect(was.findings.map(({ rule }) => rule)).toContain('CP-01');
    expect(is.findings.map(({ rule }) => rule)).not.toContain('CP-01');
  });
});

describe('a release', () => {
  it('is believed by its digest alone', async () => {
    const { hash, text } = today;
    expect(await releaseIn(text, hash)).toMatchObject({ schemaVersion: 1 });
    expect(await releaseIn(text.replace('"RETURN"', '"REFER"'), hash)).toBeUndefined();
    expect(await releaseIn(`${text} `, hash)).toBeUndefined();
  });
});
