import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  CfnFunction,
  Code,
  type IFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import {
  type BundlingOptions,
  Charset,
  NodejsFunction,
  OutputFormat,
} from 'aws-cdk-lib/aws-lambda-nodejs';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import {
  FUNCTIONS,
  type FunctionEntry,
  type FunctionName,
  type Lane,
} from '../../functions/catalogue.ts';
import type { Stage } from '../stage.ts';
import type { Canary } from './canary.ts';
import { environmentOf, type Resources, rightsOf } from './rights.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Credentials of a developer's machine; Lambda gives them by environment, where the SDK looks first. */
const NEVER_LOADED = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];
/** Only the client of S3 loads it at once; the others would for operations that we do not call. */
const EVENT_STREAMS = '@smithy/core/event-streams';

/** Words that no code looks into lie beside the bundle as they are, for whoever imports them: JSON, and no code to parse. */
const WORDS = ['functions/review/rule-texts.json', 'functions/scope/permits.json'] as const;

/** What lies beside the bundle of a function. */
export const besideOf = ({ beside }: FunctionEntry): readonly string[] => [
  ...WORDS,
  ...(beside ? [beside] : []),
];

/** One self-contained ES module; the SDK is ours, not the runtime's, so what was tested is what runs. */
export const bundlingOf = (entry: FunctionEntry) =>
  ({
    format: OutputFormat.ESM,
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    sourceMap: true,
    charset: Charset.UTF8,
    externalModules: [
      ...NEVER_LOADED,
      ...(entry.files || entry.releases ? [] : [EVENT_STREAMS]),
      ...besideOf(entry).map((file) => `./${basename(file)}`),
    ],
    commandHooks: {
      beforeBundling: () => [],
      beforeInstall: () => [],
      afterBundling: (from, to) => besideOf(entry).map((file) => `cp "${from}/${file}" "${to}"`),
    },
    // CommonJS packages inside an ES module still call require
    banner:
      "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);",
  }) as const satisfies BundlingOptions;

/** X-Ray knows no resources. */
const TRACES = new PolicyStatement({
  actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
  resources: ['*'],
});

/** What stands in the template where nothing is bundled: `local/` runs the handler's source instead. */
const NOT_BUNDLED = {
  code: Code.fromInline('// not bundled: see the metadata market-entry:function'),
  handler: 'index.handler',
};

interface TaskFunctionProps {
  readonly name: FunctionName;
  readonly lane: Lane;
  readonly stage: Stage;
  readonly resources: Resources;
  /** of the lane */
  readonly log: LogGroup;
  readonly canary?: Canary | undefined;
}

/** The logical id, e.g. VerifyLicencesBatch. */
const functionId = (name: FunctionName, lane: Lane): string =>
  `${name}${lane === 'online' ? 'Online' : 'Batch'}`;

/** A Lambda function of one lane: code, environment and rights from its line of the catalogue. */
export class TaskFunction extends Construct {
  readonly fn: NodejsFunction;
  /** what others invoke: the function, or the alias of the version that is live */
  readonly invoked: IFunction;

  constructor(scope: Construct, { name, lane, stage, resources, log, canary }: TaskFunctionProps) {
    super(scope, functionId(name, lane));
    const entry: FunctionEntry = FUNCTIONS[name];
    // within the role: a policy of its own for each function would be 40 of the 500 resources of a stack
    const rights = new PolicyDocument({
      statements: [
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [log.logGroupArn],
        }),
        ...rightsOf(entry, lane, resources),
        ...(stage.traceFunctions ? [TRACES] : []),
      ],
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { Rights: rights },
    }).withoutPolicyUpdates();

    this.fn = new NodejsFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 1024, // CPU comes with memory, and a person waits for three functions in a row
      timeout: Duration.seconds(entry.timeoutSeconds),
      tracing: stage.traceFunctions ? Tracing.ACTIVE : Tracing.DISABLED,
      role,
      logGroup: log,
      environment: {
        ...environmentOf(entry, lane, resources),
        NODE_OPTIONS: '--enable-source-maps',
      },
      ...(Stack.of(this).bundlingRequired
        ? {
            entry: `${ROOT}${entry.handler}`,
            projectRoot: ROOT,
            depsLockFilePath: `${ROOT}package-lock.json`,
            bundling: bundlingOf(entry),
          }
        : NOT_BUNDLED),
      ...(lane === 'batch' &&
        stage.batchConcurrency !== undefined && {
          reservedConcurrentExecutions: stage.batchConcurrency,
        }),
      // a version is what a deployment goes back to
      ...(canary && { currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN } }),
    });
    const resource = this.fn.node.defaultChild;
    if (!(resource instanceof CfnFunction)) throw new TypeError('a function without its resource');
    resource.overrideLogicalId(functionId(name, lane));
    resource.addMetadata('market-entry:function', name);
    resource.addMetadata('market-entry:lane', lane);
    this.invoked = canary?.of(this.fn) ?? this.fn;
  }
}
