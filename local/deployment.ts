import * as z from 'zod';
import { FUNCTIONS } from '#functions/catalogue.ts';
import { type DeployedPages, deployedPages } from './deployed-pages.ts';
import { Cors, type DeployedRoute, deployedRoute } from './deployed-route.ts';
import { ruleSchedules, type Schedule, schedule } from './deployed-schedule.ts';
import type { Resource } from './template.ts';

/** A Lambda as the template deploys it: a file of the catalogue in one lane, with its environment. */
export interface DeployedFunction {
  readonly arn: string;
  readonly name: string;
  /** path of the handler's file from the root of the repository */
  readonly handler: string;
  readonly lane: 'online' | 'batch';
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** invocations at once, if the template limits them */
  readonly concurrency?: number;
}

interface DeployedMachine {
  readonly arn: string;
  readonly name: string;
  readonly type: 'STANDARD' | 'EXPRESS';
  /** the definition, with its substitutions made */
  readonly definition: unknown;
}

const Key = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const Index = z.object({
  IndexName: z.string(),
  KeySchema: Key,
  Projection: z.object({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
});
const TableProperties = z.object({
  KeySchema: Key,
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  GlobalSecondaryIndexes: z.array(Index).default([]),
  LocalSecondaryIndexes: z.array(Index).default([]),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
});
export type DeployedTable = z.infer<typeof TableProperties> & { readonly name: string };

const BucketCorsRule = z.object({
  AllowedOrigins: z.array(z.string()),
  AllowedMethods: z.array(z.string()),
  AllowedHeaders: z.array(z.string()).default([]),
  ExposedHeaders: z.array(z.string()).default([]),
  MaxAge: z.number().optional(),
});
export interface DeployedBucket {
  readonly name: string;
  readonly cors: readonly z.infer<typeof BucketCorsRule>[];
}

const KeyUsage = z.enum(['SIGN_VERIFY', 'GENERATE_VERIFY_MAC']);

/** A key that signs or makes codes (HMAC); keys that only encrypt at rest have no counterpart here. */
export interface DeployedKey {
  readonly id: string;
  readonly arn: string;
  readonly aliases: readonly string[];
  readonly usage: z.infer<typeof KeyUsage>;
}

const UploadProperties = z.object({
  /** the function of CDK's own that uploads on AWS */
  ServiceToken: z.string(),
  DestinationBucketName: z.string(),
  DestinationBucketKeyPrefix: z.string(),
});

export interface Deployment {
  readonly tables: readonly DeployedTable[];
  readonly functions: readonly DeployedFunction[];
  readonly machines: readonly DeployedMachine[];
  readonly routes: readonly DeployedRoute[];
  readonly cors: Cors | undefined;
  readonly buckets: readonly DeployedBucket[];
  readonly keys: readonly DeployedKey[];
  readonly schedules: readonly Schedule[];
  readonly pages: DeployedPages | undefined;
  /** where releases of the rule set are put: what is there stays there */
  readonly releases: { readonly bucket: string; readonly folder: string } | undefined;
}

/** Everything that runs, out of the resolved template. */
export function deploymentOf(resources: ReadonlyMap<string, Resource>): Deployment {
  const ofType = (...types: readonly string[]) =>
    [...resources.values()].filter(({ type }) => types.includes(type));
  const byReference = (reference: string, type: string): Resource => {
    const found = ofType(type).find(({ ref }) => ref === reference);
    if (!found) throw new TypeError(`${reference} names no ${type}`);
    return found;
  };
  const [api] = ofType('AWS::ApiGatewayV2::Api');
  const [distribution] = ofType('AWS::CloudFront::Distribution');
  const uploads = ofType('Custom::CDKBucketDeployment').map(({ properties }) =>
    UploadProperties.parse(properties),
  );
  const [upload, ...others] = uploads;
  if (others.length > 0)
    throw new TypeError('uploads other than that of releases are not known here');
  const uploaders = new Set(uploads.map(({ ServiceToken }) => ServiceToken));

  return {
    tables: ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').map(
      ({ name, properties }) => ({ name, ...TableProperties.parse(properties) }),
    ),
    functions: ofType('AWS::Lambda::Function')
      .filter((it) => !uploaders.has(arnOf(it)))
      .map(deployedFunction),
    machines: ofType('AWS::StepFunctions::StateMachine').map(deployedMachine),
    routes: ofType('AWS::ApiGatewayV2::Route').map((route) => deployedRoute(route, byReference)),
    cors: Cors.optional().parse(api?.properties.CorsConfiguration),
    buckets: ofType('AWS::S3::Bucket').map(({ name, properties }) => ({
      name,
      cors: z
        .object({ CorsRules: z.array(BucketCorsRule) })
        .default({ CorsRules: [] })
        .parse(properties.CorsConfiguration).CorsRules,
    })),
    keys: ofType('AWS::KMS::Key').flatMap((key): DeployedKey[] => {
      const { data: usage } = KeyUsage.safeParse(key.properties.KeyUsage);
      if (!usage) return [];
      const aliases = ofType('AWS::KMS::Alias')
        .filter(({ properties: { TargetKeyId } }) =>
          [key.ref, arnOf(key)].includes(String(TargetKeyId)),
        )
        .map(({ name }) => name);
      return [{ id: key.ref, arn: arnOf(key), aliases, usage }];
    }),
    schedules: [
      ...ofType('AWS::Events::Rule').flatMap(ruleSchedules),
      ...ofType('AWS::Scheduler::Schedule').map(schedule),
    ],
    pages: distribution && deployedPages(distribution, byReference),
    releases: upload && {
      bucket: upload.DestinationBucketName,
      folder: upload.DestinationBucketKeyPrefix,
    },
  };
}

const arnOf = ({ attributes: { Arn }, logicalId }: Resource): string => {
  if (!Arn) throw new TypeError(`${logicalId} has no ARN`);
  return Arn;
};

const FunctionProperties = z.object({
  Timeout: z.coerce.number().default(3),
  ReservedConcurrentExecutions: z.coerce.number().optional(),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()) }).optional(),
});
const FunctionMetadata = z.object({
  'market-entry:function': z.string(),
  'market-entry:lane': z.enum(['online', 'batch']),
});

function deployedFunction(resource: Resource): DeployedFunction {
  const { Timeout, ReservedConcurrentExecutions, Environment } = FunctionProperties.parse(
    resource.properties,
  );
  const { 'market-entry:function': name, 'market-entry:lane': lane } = FunctionMetadata.parse(
    resource.metadata,
    { error: () => `${resource.logicalId} does not say which function of the catalogue it is` },
  );
  const entry = Object.entries(FUNCTIONS).find(([key]) => key === name)?.[1];
  if (!entry) throw new TypeError(`${resource.logicalId}: ${name} is not in the catalogue`);
  return {
    arn: arnOf(resource),
    name: resource.name,
    handler: entry.handler,
    lane,
    environment: Environment?.Variables ?? {},
    timeoutMs: Timeout * 1000,
    ...(ReservedConcurrentExecutions && { concurrency: ReservedConcurrentExecutions }),
  };
}

const MachineProperties = z.object({
  StateMachineType: z.enum(['STANDARD', 'EXPRESS']).default('STANDARD'),
  DefinitionString: z.string(),
  DefinitionSubstitutions: z.record(z.string(), z.coerce.string()).default({}),
});

function deployedMachine(resource: Resource): DeployedMachine {
  const { StateMachineType, DefinitionString, DefinitionSubstitutions } = MachineProperties.parse(
    resource.properties,
  );
  const definition = DefinitionString.replace(/\$\{([A-Za-z0-9_]+)\}/g, (_, name: string) => {
    const value = DefinitionSubstitutions[name];
    if (value === undefined) {
      throw new TypeError(`${resource.logicalId}: \${${name}} has no substitution`);
    }
    return JSON.stringify(value).slice(1, -1);
  });
  return {
    arn: arnOf(resource),
    name: resource.name,
    type: StateMachineType,
    definition: JSON.parse(definition),
  };
}
