/** A rule of AwsSolutionsChecks that does not hold here, and why that is right. */
export interface Suppression {
  /** a finding's id begins so */
  readonly rule: string;
  /** path of the construct in its stack; what it matches is a decision, so it is as narrow as the reason */
  readonly where: RegExp;
  readonly reason: string;
}

const ROLES = /^[^/]+\/(Role|Machine\/Role\/DefaultPolicy)\/Resource$/;

/** All of them. A test holds every stage's stack against this list, and this list against the stacks. */
export const SUPPRESSIONS: readonly Suppression[] = [
  {
    rule: 'AwsSolutions-IAM5[Resource::<Files',
    where: /^Releases\/Role\/DefaultPolicy\/Resource$/,
    reason:
      'Releases of the rule set are named by their digests, which nobody knows before they are made. What puts them there may write under rule-sets/ and list that folder, and read no file.',
  },
  {
    rule: 'AwsSolutions-L1',
    where: /^Custom::CDKBucketDeployment[0-9A-F]+\/Resource$/,
    reason:
      'CDK’s own function, which puts the release of the rule set into the bucket when a stack is deployed: CDK chooses its runtime and raises it with its releases. It runs at deployments only, and may write under rule-sets/ and nowhere else (constructs/releases.ts).',
  },
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
      /^HttpApi\/(readBusiness|searchRegister|verifyLicence|readKeys|readStatusList|readProblem|readOpenApi|readDocs|readStatistics|countListEntries)$/,
    reason:
      'The register is public by law (条例 art. 35: 公示), and whoever is shown a licence must be able to verify it without an account: these routes answer what is published, and read nothing else. Figures on review and lists are sums of many; small ones are not told.',
  },
  {
    rule: 'AwsSolutions-APIG4',
    where:
      /^HttpApi\/(readNamingsDocument|beginNamingsFaceCheck|endNamingsFaceCheck|listNamings|denyNaming|readMandateDocument|listMandates|chooseMandate|endMandate)$/,
    reason:
      'A person who is named by others, or whose agent acts for her, has no account with us. The assertion of the identity provider in the body says who she is (party/person-proof.ts, party/enquiry.ts): signed by its key, over the enquiry of the day, of a face seen in the last 72 hours; without one these routes answer nothing. How she comes by it is one of them: a code of the provider, worth nothing without the secret with which her face check was begun.',
  },
  {
    rule: 'AwsSolutions-APIG4',
    where: /^HttpApi\/(openSigning|sign|refuseSigning)$/,
    reason:
      'A party who signs by a link has no account with us. The link’s secret in the body opens it, compared in constant time with its digest; a signature besides needs the identity provider’s assertion for that very document.',
  },
  {
    rule: 'AwsSolutions-APIG4',
    where: /^HttpApi\/(readPromises|verifyNotice)$/,
    reason:
      'The texts of promises are published policy; and whoever is shown a notice must be able to verify it without an account. Neither reads anything of an application.',
  },
  {
    rule: 'AwsSolutions-APIG4',
    where: /^HttpApi\/(suggestScope|listScopeItems|listScopeBundles|previewScope|readDuty)$/,
    reason:
      'The catalogue of business scope is published policy, and whoever wonders whether to register has no account yet. These routes answer from the catalogue and keep nothing of what is asked.',
  },
  {
    rule: 'AwsSolutions-APIG4',
    where: /^HttpApi\/(listRegistrars|listHosts)$/,
    reason:
      'Which authority registers what, and at whose address many may register, is published; an applicant chooses before he has an account. They tell names, addresses of hosts and about how many places are free, and nothing of a tenant.',
  },
  {
    rule: 'AwsSolutions-CFR1',
    where: /^Pages\/Distribution$/,
    reason:
      'Founders from Hong Kong, Macao and abroad register too (domain: foreign shareholders, Bay Area handling): no country is shut out.',
  },
  {
    rule: 'AwsSolutions-CFR2',
    where: /^Pages\/Distribution$/,
    reason:
      'A web ACL for CloudFront lives in us-east-1 and would be a second stack, and China has none for CloudFront. The pages are the same public files for everybody; calls behind them are throttled by API Gateway, checked by strict schemas and answered by parametrised database calls only.',
  },
  {
    rule: 'AwsSolutions-CFR3',
    where: /^Pages\/Distribution$/,
    reason:
      'Every call of the API is in API Gateway’s access log, without addresses. Which address of the network looked at which page would be personal data that nobody needs (PIPL art. 6), and the pages are the same for everybody.',
  },
  {
    rule: 'AwsSolutions-DDB3',
    where: /^Tables\/(applications|register|batches|access)\/Resource$/,
    reason:
      'Stage local only: the database is a file on one machine, and nothing is there to put it back to another second. Every stage in the cloud has point-in-time recovery.',
  },
  {
    rule: 'AwsSolutions-S1',
    where: /^(Files|Pages\/Bucket)\/Resource$/,
    reason:
      'Stage local only: files are a folder on one machine. Every stage in the cloud logs who reads which file.',
  },
];
