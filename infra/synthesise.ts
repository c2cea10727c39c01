import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import { MarketEntryStack } from './market-entry-stack.ts';
import { STAGES, type Stage, type StageName } from './stage.ts';

/**
 * The CloudFormation template that would be deployed in this stage, as JSON, but for the functions'
 * code: nothing is bundled, so it takes a second or two and needs no handler. The metadata
 * `market-entry:function` and `market-entry:lane` of a function say which line of the catalogue it is.
 *
 * @param licenceKeys in place of the stage's own: what a rotation makes of it
 */
export function synthesise(
  stage: StageName,
  licenceKeys: Stage['licenceKeys'] = STAGES[stage].licenceKeys,
): Record<string, unknown> {
  const outdir = mkdtempSync(join(tmpdir(), 'market-entry-'));
  try {
    const app = new App({
      outdir,
      analyticsReporting: false,
      context: { 'aws:cdk:bundling-stacks': [], 'aws:cdk:disable-asset-staging': true },
    });
    const stack = new MarketEntryStack(app, `market-entry-${stage}`, {
      stage: { ...STAGES[stage], licenceKeys },
    });
    return app.synth().getStackArtifact(stack.artifactId).template;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
