/** Where the template is deployed, and with what. */
export interface AwsAccount {
  readonly region: string;
  readonly accountId: string;
  /** values of the template's parameters; a parameter without one takes its default */
  readonly parameters: Readonly<Record<string, string>>;
}

/** What CloudFormation answers for a resource: its physical name, `Ref` and `Fn::GetAtt`. */
export interface Described {
  readonly name: string;
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

interface Asked {
  readonly logicalId: string;
  readonly type: string;
  readonly account: AwsAccount;
  /** a property that is a text, resolved */
  readonly property: (name: string) => string | undefined;
}

type Describe = (asked: Asked) => Described;

/** A resource that `Ref` names and that has an ARN of the given service and form. */
const withArn =
  (service: string, nameProperty: string, path: (name: string) => string): Describe =>
  ({ logicalId, account: { region, accountId }, property }) => {
    const name = property(nameProperty) ?? logicalId;
    const Arn = `arn:aws:${service}:${region}:${accountId}:${path(name)}`;
    return { name, ref: name, attributes: { Arn } };
  };

const table: Describe = withArn('dynamodb', 'TableName', (name) => `table/${name}`);

const byLogicalId: Describe = ({ logicalId }) => ({
  name: logicalId,
  ref: logicalId,
  attributes: {},
});

/** The types that the local system runs; each names itself as AWS would. */
const RUN: Readonly<Record<string, Describe>> = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::Lambda::Function': withArn('lambda', 'FunctionName', (name) => `function:${name}`),
  'AWS::StepFunctions::StateMachine': (asked) => {
    const machine = withArn('states', 'StateMachineName', (name) => `stateMachine:${name}`)(asked);
    const { Arn = '' } = machine.attributes;
    return { ...machine, ref: Arn, attributes: { Arn, Name: machine.name } };
  },
  'AWS::S3::Bucket': ({ logicalId, property }) => {
    const name = property('BucketName') ?? logicalId.toLowerCase();
    const DomainName = `${name}.s3.amazonaws.com`;
    const attributes = { Arn: `arn:aws:s3:::${name}`, DomainName, RegionalDomainName: DomainName };
    return { name, ref: name, attributes };
  },
  'AWS::KMS::Key': (asked) => {
    const key = withArn('kms', '', (name) => `key/${name}`)(asked);
    return { ...key, attributes: { ...key.attributes, KeyId: key.name } };
  },
  'AWS::KMS::Alias': withArn('kms', 'AliasName', (name) => name),
  'AWS::ApiGatewayV2::Api': ({ logicalId, account: { region } }) => ({
    name: logicalId,
    ref: logicalId,
    attributes: {
      ApiId: logicalId,
      ApiEndpoint: `https://${logicalId}.execute-api.${region}.amazonaws.com`,
    },
  }),
  'AWS::CloudFront::Distribution': ({ logicalId }) => ({
    name: logicalId,
    ref: logicalId,
    attributes: { DomainName: `${logicalId.toLowerCase()}.cloudfront.net` },
  }),
  'AWS::CloudFront::Function': ({ logicalId, account: { accountId } }) => {
    const arn = `arn:aws:cloudfront::${accountId}:function/${logicalId}`;
    return { name: logicalId, ref: arn, attributes: { 'FunctionMetadata.FunctionARN': arn } };
  },
  'AWS::CloudFront::ResponseHeadersPolicy': byLogicalId,
  'AWS::Events::Rule': withArn('events', 'Name', (name) => `rule/${name}`),
  'AWS::Scheduler::Schedule': withArn('scheduler', 'Name', (name) => `schedule/default/${name}`),
  'Custom::CDKBucketDeployment': byLogicalId,
};

/** Types that are read together with another one, or have no effect on one machine. */
const WITHOUT_EFFECT: Readonly<Record<string, Describe>> = {
  'AWS::ApiGatewayV2::Authorizer': byLogicalId,
  'AWS::ApiGatewayV2::Integration': byLogicalId,
  'AWS::ApiGatewayV2::Route': byLogicalId,
  'AWS::ApiGatewayV2::Stage': byLogicalId,
  'AWS::CDK::Metadata': byLogicalId,
  'AWS::CloudFront::OriginAccessControl': byLogicalId,
  'AWS::CloudWatch::Alarm': withArn('cloudwatch', 'AlarmName', (name) => `alarm:${name}`),
  'AWS::CloudWatch::Dashboard': byLogicalId,
  'AWS::IAM::ManagedPolicy': withArn('iam', 'ManagedPolicyName', (name) => `policy/${name}`),
  'AWS::IAM::Policy': byLogicalId,
  'AWS::IAM::Role': withArn('iam', 'RoleName', (name) => `role/${name}`),
  'AWS::Lambda::EventInvokeConfig': byLogicalId,
  'AWS::Lambda::LayerVersion': byLogicalId,
  'AWS::Lambda::Permission': byLogicalId,
  'AWS::Logs::LogGroup': withArn('logs', 'LogGroupName', (name) => `log-group:${name}:*`),
  'AWS::Logs::MetricFilter': byLogicalId,
  'AWS::Logs::ResourcePolicy': byLogicalId,
  'AWS::S3::BucketPolicy': byLogicalId,
  'AWS::Scheduler::ScheduleGroup': byLogicalId,
  'AWS::SNS::Topic': (asked) => {
    const topic = withArn('sns', 'TopicName', (name) => name)(asked);
    return { ...topic, ref: topic.attributes.Arn ?? '' };
  },
};

/** @throws {TypeError} when the local system does not know the type. */
export function describe(asked: Asked): Described {
  const known = RUN[asked.type] ?? WITHOUT_EFFECT[asked.type];
  if (!known) {
    throw new TypeError(
      `${asked.logicalId}: the local system does not know ${asked.type}; teach it in local/resource-types.ts`,
    );
  }
  return known(asked);
}
