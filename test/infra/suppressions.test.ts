import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, describe, expect, it } from 'vitest';
import { MarketEntryStack } from '#infra/market-entry-stack.ts';
import { STAGES, stageNamed } from '#infra/stage.ts';
import { SUPPRESSIONS, type Suppression } from '#infra/suppressions.ts';

const outdir = mkdtempSync(join(tmpdir(), 'cdk-nag-'));
afterAll(() => rmSync(outdir, { recursive: true }));

interface Found {
  readonly stage: string;
  readonly rule: string;
  readonly path: string;
}

/** Everything that the rules find in a stage's stack, where it stands in it. */
function findingsOf(stage: keyof typeof STAGES): Found[] {
  const context = { 'aws:cdk:bundling-stacks': [] };
  const app = new App({ outdir, analyticsReporting: false, context });
  new MarketEntryStack(app, 'stack', { stage: STAGES[stage] });
  const { violations } = new AwsSolutionsChecks(app).validateScope(app);
  return violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath = '' }) => ({
      stage,
      rule: ruleName,
      path: constructPath.replace('stack/', ''),
    })),
  );
}

const found = Object.keys(STAGES).map(stageNamed).flatMap(findingsOf);
const matches = ({ rule, where }: Suppression, it: Found) =>
  it.rule.startsWith(rule) && where.test(it.path);

describe('AWS Solutions rules', () => {
  it('find nothing that is not suppressed with a reason', () => {
    expect(found.filter((it) => !SUPPRESSIONS.some((line) => matches(line, it)))).toEqual([]);
  });

  it.each(SUPPRESSIONS)('are suppressed as $rule only where they find something', (line) => {
    expect(found.filter((it) => matches(line, it))).not.toEqual([]);
    expect(line.reason.length).toBeGreaterThan(80);
  });

  it('are suppressed for one machine alone where the reason says so', () => {
    for (const line of SUPPRESSIONS.filter(({ reason }) => reason.startsWith('Stage local only'))) {
      expect(new Set(found.filter((it) => matches(line, it)).map(({ stage }) => stage))).toEqual(
        new Set(['local']),
      );
    }
  });
});
