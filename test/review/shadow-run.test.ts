import { describe, expect, it } from 'vitest';
import { applicationStore } from '#functions/application/application.store.ts';
import type { ApplicationForm } from '#functions/application/form.ts';
import { Release } from '#functions/review/release.ts';
import { keepDecision } from '#functions/review/review.store.ts';
import { review } from '#functions/review/review.ts';
import { shadowReports, toldDecisions } from '#functions/review/shadow.store.ts';
import { type Shown, shadowRun } from '#functions/review/shadow-run.ts';
import { newSalt } from '#functions/runtime/draws.ts';
import { scriptFunction } from '#functions/runtime/script.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm } from '#test/builders/a-form.ts';
import { applicationsIn, freshName } from '#test/builders/applications-in.ts';
import { reviewFacts } from '#test/builders/review-facts.ts';
import { today, withoutRule } from './a-release.ts';

const database = await aDatabase();
const { documents, tables } = database;
const keep = keepDecision(
  documents,
  tables.applications,
  applicationStore(documents, tables.applications, newSalt),
);
const reports = shadowReports(documents, tables.applications);

/** An application that was decided at a moment, as the index of decisions shows it. */
async function decided(at: string, change: Partial<ApplicationForm> = {}): Promise<Shown> {
  const form = aForm({ name: freshName(), ...change });
  const { application } = await applicationsIn(database).sent({ form });
  const facts = reviewFacts({ form });
  const reviewed = review(facts);
  const ruleSet = { id: 'then', hash: today.hash };
  const decision = { schemaVersion: 1 as const, round: 1, decidedAt: at, ruleSet, facts };
  expect(await keep(application, { ...decision, ...reviewed })).toBe('COMMITTED');
  const task = { applicationId: application.id, attempt: 1 };
  return { task, at, measured: { verdict: reviewed.verdict } };
}
const atMinute = (minute: number): string =>
  new Date(Date.UTC(2026, 10, 23, 4, minute)).toISOString();
const wrongCapital = { capital: { fen: 1, currency: 'CNY' } };

/** A pass over decisions by a candidate of its own, until a minute. */
const passing = (candidate: { hash: string; text: string } | undefined, runs = scriptFunction) => {
  const run = shadowRun({
    ...reports,
    told: toldDecisions(documents, tables.applications),
    candidate: async () =>
      candidate && { hash: candidate.hash, release: Release.parse(JSON.parse(candidate.text)) },
    runs,
  });
  return async (decisions: readonly Shown[], settled: number) => {
    const pass = await run(Date.parse(atMinute(settled)));
    await pass?.add(decisions);
    await pass?.keep();
    return candidate && reports.read(candidate.hash);
  };
};

describe('a candidate that runs in shadow', () => {
  it('is told with the decisions that would be others, and why', async () => {
    const [good, bad] = [await decided(atMinute(1)), await decided(atMinute(2), wrongCapital)];
    const kept = await passing(await withoutRule('CP-01'))([good, bad], 3);
    expect(kept).toMatchObject({
      id: 'candidate',
      through: atMinute(3),
      report: {
        decisions: 2,
        failed: 0,
        changes: [{ from: 'RETURN', to: 'APPROVE', count: 1 }],
        rules: [{ rule: 'CP-01', applications: [bad.task.applicationId] }],
      },
    });
  });

  it('counts each decision once, however often it is shown, and by whom', async () => {
    const pass = passing(await withoutRule('CP-02'));
    const all = [
      await decided(atMinute(1)),
      await decided(atMinute(5)),
      await decided(atMinute(9)),
    ];
    expect((await pass(all, 4))?.report.decisions).toBe(1);
    expect((await pass(all, 4))?.report.decisions).toBe(1);
    await Promise.all([pass(all, 7), pass(all, 7)]);
    expect((await pass(all, 7))?.report.decisions).toBe(2);
    expect((await pass(all, 10))?.report.decisions).toBe(3);
    expect((await pass(all, 3))?.through).toBe(atMinute(10));
  });

  it('is not run over decisions of officials', async () => {
    const { task, at } = await decided(atMinute(1));
    const pass = passing(await withoutRule('CP-03'));
    const byOfficial = { task, at, measured: { verdict: 'REFER' as const, outcome: 'REGISTER' } };
    expect((await pass([byOfficial], 2))?.report.decisions).toBe(0);
  });

  it('that fails is counted, and fails nobody else', async () => {
    const decision = await decided(atMinute(1));
    const { hash, text } = await withoutRule('CP-04');
    const broken = { hash, text: text.replace('"code":"', '"code":"throw 1;') };
    expect((await passing(broken)([decision], 2))?.report).toEqual({
      decisions: 1,
      failed: 1,
      changes: [],
      rules: [],
    });
  });

  it('is nobody where none is named', async () => {
    expect(await passing(undefined)([await decided(atMinute(1))], 2)).toBeUndefined();
  });
});
