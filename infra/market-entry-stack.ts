import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { CfnOutput, CfnParameter, Duration, Stack, type StackProps } from 'aws-cdk-lib/core';
import { S3_SERVER_ACCESS_LOGS_USE_BUCKET_POLICY } from 'aws-cdk-lib/cx-api';
import type { Construct } from 'constructs';
import { FUNCTIONS, type FunctionName, type Lane, SCHEDULES } from '../functions/catalogue.ts';
import { Canary } from './constructs/canary.ts';
import { HttpApi } from './constructs/http-api.ts';
import { Journal } from './constructs/journal.ts';
import { MACHINES, type MachineId, machineArn } from './constructs/machines.ts';
import { measure } from './constructs/measures.ts';
import { Pages } from './constructs/pages.ts';
import { Releases } from './constructs/releases.ts';
import type { DeployedLicenceKey, Resources } from './constructs/rights.ts';
import { Tables } from './constructs/tables.ts';
import { TaskFunction } from './constructs/task-function.ts';
import { Watch } from './constructs/watch.ts';
import { Workflow } from './constructs/workflow.ts';
import { DOORS } from './doors.ts';
import { type LicenceKey, signingFirst } from './licence-keys.ts';
import { FILE_RETENTION_DAYS } from './retention.ts';
import type { Stage } from './stage.ts';

type Functions = Readonly<Record<Lane, Map<FunctionName, IFunction>>>;

const isFunction = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name);
const isMachine = (name: string): name is MachineId => Object.hasOwn(MACHINES, name);

interface MarketEntryStackProps extends StackProps {
  readonly stage: Stage;
}

/** The whole system: what the catalogue, the route tables and the machines' files ask for, and no more. */
export class MarketEntryStack extends Stack {
  private readonly stage: Stage;
  private readonly pagesDomain: string;
  /** where S3 notes who read or wrote which file */
  private readonly accessLog: IBucket | undefined;

  constructor(scope: Construct, id: string, { stage, ...props }: MarketEntryStackProps) {
    super(scope, id, props);
    this.node.setContext(S3_SERVER_ACCESS_LOGS_USE_BUCKET_POLICY, true); // no access lists
    this.stage = stage;
    this.pagesDomain = this.text(
      'PagesDomain',
      'Host name of the pages, and of the API beside them.',
    );
    this.accessLog = stage.evidence ? this.accessLogBucket() : undefined;
    const resources = this.resources();
    const journals = {
      online: new Journal(this, 'online', stage),
      batch: new Journal(this, 'batch', stage),
    };
    const functions = this.functions(resources, journals);
    const releases = new Releases(this, 'Releases', { resources, log: journals.online.log });
    for (const lane of Object.values(functions))
      lane.get('AutoReview')?.node.addDependency(releases);
    const machines = this.machines(resources, functions);
    this.schedules(functions);

    const answering = (name: FunctionName): IFunction => {
      const fn = functions.online.get(name);
      if (fn === undefined) throw new RangeError(`${name} is not in the online lane`);
      return fn;
    };
    const api = new HttpApi(this, 'HttpApi', {
      stage,
      issuer: this.url('OidcIssuer', 'Issuer of all access tokens; they are signed by RSA.'),
      doors: DOORS.map(({ name, routes }) => ({ name, routes, fn: answering(name) })),
    });
    new CfnOutput(this, 'ApiUrl', { value: api.url });
    const pages = new Pages(this, 'Pages', {
      stage,
      domain: this.pagesDomain,
      certificate: this.text('PagesCertificate', 'Its certificate; see constructs/pages.ts.'),
      signIn: {
        client: this.text('SignInClient', 'OIDC client of the pages, which has no secret.'),
        authorize: this.url('SignInAuthorize', 'Authorisation end-point of the issuer.'),
        token: this.url('SignInToken', 'Token end-point of the issuer.'),
      },
      apiUrl: api.url,
      tables: api.tables,
      files: resources.files as IBucket, // CDK declares its own classes without exactOptionalPropertyTypes
      accessLog: this.accessLog,
    });
    new CfnOutput(this, 'PagesBucket', { value: pages.bucketName });
    if (stage.watched) {
      const tables = Object.values(resources.tables);
      const measures = measure(this, { functions, machines, tables, journals, apiId: api.id });
      const { dataKey, personKey, licenceKeys } = resources;
      new Watch(this, 'Watch', {
        measures,
        keys: [dataKey, personKey, ...licenceKeys.map(({ key }) => key)],
        email: this.text('AlarmEmail', 'Who is told of alarms; he confirms by a link.', ''),
      });
    }
  }

  /** What functions and machines are given rights to. */
  private resources(): Resources {
    const { stage } = this;
    const dataKey = new Key(this, 'DataKey', {
      description: 'Encrypts tables and files.',
      enableKeyRotation: true,
      removalPolicy: stage.removal,
    });
    const [signing, ...others] = signingFirst(stage.licenceKeys);
    const personKey = new Key(this, 'PersonKey', {
      description: 'Keys the index of persons and intended businesses (HMAC).',
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy: stage.removal,
    });
    const files = new Bucket(this, 'Files', {
      encryption: BucketEncryption.KMS,
      encryptionKey: dataKey,
      bucketKeyEnabled: true,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      versioned: true, // an original is evidence: it is not overwritten
      // by presigned addresses, from the agents' page
      cors: [
        {
          allowedOrigins: [`https://${this.pagesDomain}`],
          allowedMethods: [HttpMethods.PUT],
          maxAge: 3_600,
        },
      ],
      lifecycleRules: [
        {
          abortIncompleteMultipartUploadAfter: Duration.days(FILE_RETENTION_DAYS.unfinishedUpload),
        },
      ],
      removalPolicy: stage.removal,
      ...(this.accessLog && { serverAccessLogsBucket: this.accessLog }),
    });
    return {
      tables: new Tables(this, 'Tables', { stage, dataKey }).named,
      dataKey,
      licenceKeys: [this.licenceKey(signing), ...others.map((key) => this.licenceKey(key))],
      personKey,
      files,
      machineArns: {
        RegistrationOnline: machineArn(this, 'RegistrationOnline'),
        RegistrationBatch: machineArn(this, 'RegistrationBatch'),
        Review: machineArn(this, 'Review'),
        Batch: machineArn(this, 'Batch'),
      },
      settings: {
        DECISION_HOLD_SECONDS: String(stage.decisionHoldSeconds),
        SWEEP_AFTER_SECONDS: String(stage.sweepAfterSeconds),
        AGENT_SYSTEM: this.text('AgentSystem', 'National agent system and its keys, as JSON.'),
        IDENTITY_PROVIDER: this.text(
          'IdentityProvider',
          'Identity provider and its keys, as JSON.',
        ),
        TRUST_LIST: this.text('TrustList', 'Issuers of e-licences that are recognised, as JSON.'),
        // a new number is a new key; entries are written anew under it before the old one goes
        PERSON_KEY_LABEL: 'market-entry person index 1',
        LICENCE_ISSUER: this.url('LicenceIssuer', 'Who our licences say issued them (iss).'),
        SIGNING_PAGE: this.url('SigningPage', 'Where a person opens the link by which he signs.'),
        PROBLEM_BASE: this.url('ProblemBase', 'Where the pages of problem types stand.'),
      },
    };
  }

  private licenceKey(key: LicenceKey): DeployedLicenceKey {
    return {
      key: new Key(this, key.name, {
        description: 'Signs business licences, their status lists and notices (ES256).',
        keySpec: KeySpec.ECC_NIST_P256,
        keyUsage: KeyUsage.SIGN_VERIFY,
        removalPolicy: this.stage.removal,
      }),
      ...(key.use === 'WITHDRAWN' && { withdrawn: key.on }),
    };
  }

  /** Who read which file, and when; S3 writes such logs into buckets with its own key only. */
  private accessLogBucket(): IBucket {
    const log = new Bucket(this, 'AccessLog', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [{ expiration: Duration.days(FILE_RETENTION_DAYS.accessLog) }],
      removalPolicy: this.stage.removal,
    });
    return log as IBucket; // CDK declares its own classes without exactOptionalPropertyTypes
  }

  private functions(resources: Resources, journals: Readonly<Record<Lane, Journal>>): Functions {
    const { stage } = this;
    const canary = stage.canary && new Canary(this, 'Canary', stage.canary);
    const made: Functions = { online: new Map(), batch: new Map() };
    for (const name of Object.keys(FUNCTIONS).filter(isFunction)) {
      for (const lane of FUNCTIONS[name].lanes) {
        const { log } = journals[lane];
        const props = { name, lane, stage, resources, log, canary };
        made[lane].set(name, new TaskFunction(this, props).invoked);
      }
    }
    return made;
  }

  private machines(resources: Resources, functions: Functions): Map<MachineId, StateMachine> {
    return new Map(
      Object.keys(MACHINES)
        .filter(isMachine)
        .map((id) => {
          const props = { stage: this.stage, resources, functions: functions[MACHINES[id].lane] };
          return [id, new Workflow(this, { id, ...props }).machine];
        }),
    );
  }

  private schedules(functions: Functions): void {
    for (const [name, minutes] of Object.entries(SCHEDULES)) {
      if (!isFunction(name)) throw new RangeError(`the schedule names unknown ${name}`);
      for (const lane of FUNCTIONS[name].lanes) {
        const fn = functions[lane].get(name);
        if (fn === undefined) continue;
        new Rule(this, `${name}Schedule`, {
          schedule: Schedule.rate(Duration.minutes(minutes)),
          targets: [new LambdaFunction(fn)],
        });
      }
    }
  }

  private url(id: string, description: string): string {
    const props = { description, allowedPattern: 'https?://\\S+' };
    return new CfnParameter(this, id, props).valueAsString;
  }

  /** @param value where the deployer names none; absent: he must */
  private text(id: string, description: string, value?: string): string {
    const props = { description, ...(value !== undefined && { default: value }) };
    return new CfnParameter(this, id, props).valueAsString;
  }
}
