import * as z from 'zod';
import { type AwsAccount, type Described, describe } from './resource-types.ts';

/** The parts of a CloudFormation template that the local system reads. */
export const Template = z.object({
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
  Mappings: z
    .record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())))
    .default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).default({}),
      Metadata: z.record(z.string(), z.unknown()).default({}),
      Condition: z.string().optional(),
    }),
  ),
});
export type Template = z.infer<typeof Template>;

/** A resource as deployed: named, and its properties without any intrinsic function. */
export interface Resource extends Described {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/**
 * Resolves a template as CloudFormation does when it deploys: parameters, conditions, `Ref`, and the
 * intrinsic functions that CDK writes. Resources that have no effect here are named too, because
 * others refer to them.
 *
 * @throws {TypeError} naming what it does not know: a resource type, function, attribute, parameter.
 */
export function resolveTemplate(
  template: Template,
  account: AwsAccount,
): ReadonlyMap<string, Resource> {
  const { Parameters, Mappings, Conditions, Resources } = template;
  const named = new Map<string, Described>();
  const { region } = account;
  const pseudo: Readonly<Record<string, unknown>> = {
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::AccountId': account.accountId,
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': 'local',
    'AWS::StackId': `arn:aws:cloudformation:${region}:${account.accountId}:stack/local/1`,
    'AWS::NoValue': undefined,
  };

  const ref = (id: string): unknown => {
    if (Object.hasOwn(pseudo, id)) return pseudo[id];
    if (Object.hasOwn(account.parameters, id)) return account.parameters[id];
    const parameter = Parameters[id];
    if (parameter && parameter.Default !== undefined) return parameter.Default;
    if (parameter) throw new TypeError(`parameter ${id} has no value and no default`);
    return describeOnce(id).ref;
  };

  const attribute = (id: string, name: string): string => {
    const value = describeOnce(id).attributes[name];
    if (value === undefined) {
      throw new TypeError(`Fn::GetAtt ${id}.${name}: ${Resources[id]?.Type} has no such attribute`);
    }
    return value;
  };

  const text = (value: unknown): string => {
    const resolved = resolve(value);
    if (typeof resolved === 'string') return resolved;
    if (typeof resolved === 'number' || typeof resolved === 'boolean') return String(resolved);
    throw new TypeError(`a text is expected, not ${JSON.stringify(resolved)}`);
  };
  const list = (value: unknown): readonly unknown[] => z.array(z.unknown()).parse(resolve(value));
  const pair = (value: unknown) => z.tuple([z.unknown(), z.unknown()]).parse(value);

  const condition = (name: string): boolean => {
    if (!Object.hasOwn(Conditions, name)) throw new TypeError(`condition ${name} is not there`);
    return z.boolean().parse(resolve(Conditions[name]));
  };
  const holds = (value: unknown): boolean => z.boolean().parse(resolve(value));
  const several = (value: unknown) => z.array(z.unknown()).parse(value);

  const substitute = (argument: unknown): string => {
    const [body, variables] = z
      .tuple([z.string(), z.record(z.string(), z.unknown())])
      .parse(typeof argument === 'string' ? [argument, {}] : argument);
    return body.replace(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (Object.hasOwn(variables, name)) return text(variables[name]);
      const dot = name.indexOf('.');
      if (dot < 0) return text({ Ref: name });
      return attribute(name.slice(0, dot), name.slice(dot + 1));
    });
  };

  const functions: Readonly<Record<string, (argument: unknown) => unknown>> = {
    Ref: (id) => ref(z.string().parse(id)),
    'Fn::GetAtt': (argument) => {
      const path = typeof argument === 'string' ? argument.split('.') : argument;
      const [id, ...name] = z.array(z.string()).parse(path);
      return attribute(id ?? '', name.join('.'));
    },
    'Fn::Join': (argument) => {
      const [separator, parts] = pair(argument);
      return list(parts).map(text).join(text(separator));
    },
    'Fn::Sub': substitute,
    'Fn::Select': (argument) => {
      const [index, values] = pair(argument);
      return list(values)[Number(text(index))];
    },
    'Fn::Split': (argument) => {
      const [separator, value] = pair(argument);
      return text(value).split(text(separator));
    },
    'Fn::FindInMap': (argument) => {
      const [map, first, second] = several(argument).map(text);
      return Mappings[map ?? '']?.[first ?? '']?.[second ?? ''];
    },
    'Fn::If': (argument) => {
      const [name, then, otherwise] = z
        .tuple([z.string(), z.unknown(), z.unknown()])
        .parse(argument);
      return resolve(condition(name) ? then : otherwise);
    },
    'Fn::Equals': (argument) => {
      const [left, right] = pair(argument);
      return text(left) === text(right);
    },
    'Fn::Not': (argument) => !several(argument).every(holds),
    'Fn::And': (argument) => several(argument).every(holds),
    'Fn::Or': (argument) => several(argument).some(holds),
    Condition: (name) => condition(z.string().parse(name)),
  };

  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== undefined);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [only] = entries;
    if (only && entries.length === 1) {
      const [name, argument] = only;
      if (Object.hasOwn(functions, name) && (name !== 'Condition' || typeof argument === 'string'))
        return functions[name]?.(argument);
      if (name.startsWith('Fn::')) throw new TypeError(`${name} is not known here`);
    }
    return Object.fromEntries(
      entries.map(([key, item]) => [key, resolve(item)]).filter(([, item]) => item !== undefined),
    );
  };

  const describeOnce = (id: string): Described => {
    const known = named.get(id);
    if (known) return known;
    const resource = Resources[id];
    if (!resource) throw new TypeError(`nothing in the template is called ${id}`);
    const described = describe({
      logicalId: id,
      type: resource.Type,
      account,
      property: (name) => {
        const value = resolve(resource.Properties[name]);
        return typeof value === 'string' ? value : undefined;
      },
    });
    named.set(id, described);
    return described;
  };

  return new Map(
    Object.entries(Resources)
      .filter(([, { Condition }]) => Condition === undefined || condition(Condition))
      .map(([logicalId, { Type, Properties, Metadata }]) => [
        logicalId,
        {
          logicalId,
          type: Type,
          ...describeOnce(logicalId),
          properties: z.record(z.string(), z.unknown()).parse(resolve(Properties)),
          metadata: Metadata,
        },
      ]),
  );
}
