/** A rule of AwsSolutionsChecks that does not hold here, and why that is right. */
export interface Suppression {
  /** a finding's id begins so */
  readonly rule: string;
  /** path of the construct in its stack; what it matches is a decision, so it is as narrow as the reason */
  readonly where: RegExp;
  readonly reason: string;
}

const ROLES = /^[^/]+\/(Role|Machine\/Role)\/DefaultPolicy\/Resource$/;

/** All of them. A test holds every stage's stack against this list, and this list against the stacks. */
export const SUPPRESSIONS: readonly Suppression[] = [
  {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    where: ROLES,
    reason:
      'X-Ray’s PutTraceSegments, PutTelemetryRecords and the sampling calls, and the log-delivery calls that Step Functions makes for a machine, know no resources: IAM takes "*" only. No data is behind them; test/infra/functions.test.ts shows that no other action has it.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    where: /^Canary\/Role\/DefaultPolicy\/Resource$/,
    reason:
      'CodeDeploy asks for the state of alarms by DescribeAlarms, which knows no resources. It reads nothing of applications.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::<Files',
    where: ROLES,
    reason:
      'The rest of the path is an object’s key, and names by id only: a function reads and writes the files of any batch, because any agent’s batch comes to it. The bucket itself is named, and listing it is not allowed.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:',
    where: /^BatchWorkflow\/Machine\/Role\/DefaultPolicy\/Resource$/,
    reason:
      'A Distributed Map starts, describes and stops children of its own machine; AWS chooses their names. The machine itself is named.',
  },
  {
    rule: 'AwsSolutions-APIG4',
    where:
      /^HttpApi\/(readBusiness|verifyLicence|readKeys|readStatusList|readProblem|readOpenApi|readDocs)$/,
    reason:
      'The register is public by law (条例 art. 35: 公示), and whoever is shown a licence must be able to verify it without an account: these routes answer what is published, and read nothing else. test/infra/http-api.test.ts shows that they are those of public.routes.ts.',
  },
  {
    rule: 'AwsSolutions-DDB3',
    where: /^Tables\/(applications|register|batches|access)\/Resource$/,
    reason:
      'Stage local only: the database is a file on one machine, and nothing is there to put it back to another second. Every stage in the cloud has point-in-time recovery.',
  },
  {
    rule: 'AwsSolutions-S1',
    where: /^Files\/Resource$/,
    reason:
      'Stage local only: files are a folder on one machine. Every stage in the cloud logs who reads which file.',
  },
];
