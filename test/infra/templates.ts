import { Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import * as z from 'zod';
import { Watch } from '#infra/constructs/watch.ts';
import { MarketEntryStack } from '#infra/market-entry-stack.ts';
import { STAGES, type StageName } from '#infra/stage.ts';
import { synthesise } from '#infra/synthesise.ts';

/** What a person deploys, and what runs on one machine. */
export const PROD = Template.fromJSON(synthesise('prod'));
export const LOCAL = Template.fromJSON(synthesise('local'));

/** The nested stack of alarms, topic and dashboard. */
export function watchOf(stage: StageName, licenceKeys = STAGES[stage].licenceKeys): Template {
  const context = { 'aws:cdk:bundling-stacks': [], 'aws:cdk:disable-asset-staging': true };
  const app = new App({ analyticsReporting: false, context });
  const stack = new MarketEntryStack(app, `market-entry-${stage}`, {
    stage: { ...STAGES[stage], licenceKeys },
  });
  const watch = stack.node.findChild('Watch');
  if (!(watch instanceof Watch)) throw new TypeError(`${stage} is not watched`);
  return Template.fromStack(watch);
}

const Invoked = z.union([
  z.object({ Ref: z.string() }).transform(({ Ref }) => Ref),
  z
    .object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) })
    .transform((it) => it['Fn::GetAtt'][0]),
]);

/** The function that a reference in the template invokes, by itself or through its alias. */
export function functionBehind(template: Template, reference: unknown): string {
  const id = Invoked.parse(reference);
  const alias = template.findResources('AWS::Lambda::Alias')[id];
  return alias === undefined ? id : Invoked.parse(alias.Properties.FunctionName);
}

/** The functions of the catalogue, by id; the one that uploads releases when a stack is deployed is CDK's own. */
export const ourFunctions = (template: Template) =>
  Object.entries(template.findResources('AWS::Lambda::Function')).filter(
    ([, { Metadata = {} }]) => 'market-entry:function' in Metadata,
  );

const Policy = z.object({ PolicyDocument: z.object({ Statement: z.array(z.unknown()) }) });
const Within = z.object({ Policies: z.array(Policy).default([]) });
const Apart = Policy.extend({ Roles: z.array(z.object({ Ref: z.string() })) });

/** Every policy with the roles that it is of: those of their own, and those that stand within a role. */
export const policiesIn = (template: Template): z.infer<typeof Apart>[] => [
  ...Object.values(template.findResources('AWS::IAM::Policy')).map(({ Properties }) =>
    Apart.parse(Properties),
  ),
  ...Object.entries(template.findResources('AWS::IAM::Role')).flatMap(([Ref, { Properties }]) =>
    Within.parse(Properties).Policies.map((policy) => ({ ...policy, Roles: [{ Ref }] })),
  ),
];
