import * as z from 'zod';
import type { Resource } from './template.ts';

/** One call as IAM sees it. */
export interface Act {
  /** e.g. `dynamodb:PutItem` */
  readonly action: string;
  /** its ARN; absent where the call names none (a task token) */
  readonly resource?: string;
}

/** One right of a role: an action on some resources. */
export interface Right {
  readonly action: string;
  readonly resources: readonly string[];
}

const Texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const PolicyDocument = z.object({
  Statement: z.array(
    z.object({
      Effect: z.literal('Allow'),
      Action: Texts,
      Resource: Texts,
      Condition: z.unknown().optional(),
    }),
  ),
});
const Policy = z.object({ Roles: z.array(z.string()), PolicyDocument });
/** policies that stand within their role */
const Inline = z.object({ Policies: z.array(z.object({ PolicyDocument })).default([]) });

/**
 * What each function of the template may do, by its name. Left out is what no function calls by
 * itself: its log, its traces, and the data key, which is of use only through DynamoDB and S3.
 */
export function rightsOfFunctions(
  resources: ReadonlyMap<string, Resource>,
): ReadonlyMap<string, readonly Right[]> {
  const all = [...resources.values()];
  const policies = [
    ...all
      .filter(({ type }) => type === 'AWS::IAM::Policy')
      .map(({ properties }) => Policy.parse(properties)),
    ...all
      .filter(({ type }) => type === 'AWS::IAM::Role')
      .flatMap(({ name, properties }) =>
        Inline.parse(properties).Policies.map((it) => ({ ...it, Roles: [name] })),
      ),
  ];
  return new Map(
    all
      .filter(({ type }) => type === 'AWS::Lambda::Function')
      .map(({ name, properties }) => {
        const role = all.find((it) => it.attributes.Arn === properties.Role)?.name;
        const statements = policies
          .filter(({ Roles }) => role !== undefined && Roles.includes(role))
          .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
          .filter(({ Condition }) => Condition === undefined);
        const rights = statements.flatMap(({ Action, Resource: on }) =>
          Action.filter((action) => !/^(logs|xray):/.test(action)).map((action) => ({
            action,
            resources: on,
          })),
        );
        return [name, rights] as const;
      }),
  );
}

/** IAM's `*` stands for any text; everything else for itself. */
const covers = (pattern: string, resource: string): boolean => {
  const literal = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll('*', '.*')}$`).test(resource);
};

/** The right that allows a call, or undefined where none does. */
export const rightFor = (rights: readonly Right[], { action, resource }: Act): Right | undefined =>
  rights.find(
    (right) =>
      right.action === action &&
      (resource === undefined || right.resources.some((it) => covers(it, resource))),
  );
