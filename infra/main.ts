import { App } from 'aws-cdk-lib/core';
import { MarketEntryStack } from './market-entry-stack.ts';
import { STAGES, stageNamed } from './stage.ts';

/**
 * The CDK app: writes the templates to `cdk.out` (or the folder in CDK_OUTDIR).
 * The stage comes from `-c stage=…` or STAGE. SKIP_BUNDLING=1 leaves the functions' code out.
 */
const app = new App({
  outdir: process.env.CDK_OUTDIR ?? 'cdk.out',
  analyticsReporting: false,
  ...(process.env.SKIP_BUNDLING === '1' && { context: { 'aws:cdk:bundling-stacks': [] } }),
});
const stage = stageNamed(String(app.node.tryGetContext('stage') ?? process.env.STAGE ?? 'dev'));
new MarketEntryStack(app, `market-entry-${stage}`, { stage: STAGES[stage] });
app.synth();
