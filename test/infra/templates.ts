import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { synthesise } from '#infra/synthesise.ts';

/** What a person deploys, and what runs on one machine. */
export const PROD = Template.fromJSON(synthesise('prod'));
export const LOCAL = Template.fromJSON(synthesise('local'));

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
