import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Stack, Stage } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { RELEASES } from '../../functions/review/release.ts';
import { RULE_SET_IN_FORCE } from '../../functions/review/rule-set-in-force.ts';
import { ruleSetRelease } from '../rule-set-release.ts';
import { type Resources, throughService } from './rights.ts';

const may = (action: string, resource: string, where?: Readonly<Record<string, string>>) =>
  new PolicyStatement({
    actions: [action],
    resources: [resource],
    ...(where && { conditions: { StringLike: where } }),
  });

interface ReleasesProps {
  readonly resources: Resources;
  readonly log: LogGroup;
}

/**
 * Puts the release of the rule set that this tree carries into the bucket of files, under its digest,
 * beside those of before, which stay. Whoever decides by it depends on this: its release is there first.
 */
export class Releases extends Construct {
  constructor(scope: Construct, id: string, { resources, log }: ReleasesProps) {
    super(scope, id);
    const { files } = resources;
    const { hash, name, text } = ruleSetRelease();
    if (Stack.of(this).bundlingRequired && hash !== RULE_SET_IN_FORCE.hash)
      throw new Error('decisions would name a release that is not there: npm run rules');
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    log.grantWrite(role);
    // CDK's own grants would be to read and delete every file, and those of other stacks
    const narrowed = role.withoutPolicyUpdates();
    // beside the template: gone with it where that is only looked at
    const folder = join(Stage.of(this)?.outdir ?? '.', RELEASES, hash);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), text);
    const source = Source.asset(folder).bind(this, { handlerRole: narrowed });
    const statements = [
      may('s3:GetObject', source.bucket.arnForObjects(source.zipObjectKey)),
      may('s3:PutObject', files.arnForObjects(`${RELEASES}/*`)),
      may('s3:ListBucket', files.bucketArn, { 's3:prefix': `${RELEASES}/*` }),
      throughService(resources, 's3', ['kms:GenerateDataKey', 'kms:Decrypt']),
    ];
    for (const statement of statements) role.addToPolicy(statement);
    new BucketDeployment(this, 'RuleSet', {
      sources: [{ bind: () => source }],
      destinationBucket: files as IBucket, // CDK declares its own classes without exactOptionalPropertyTypes
      destinationKeyPrefix: RELEASES,
      prune: false,
      retainOnDelete: true,
      role: narrowed,
      logGroup: log,
    });
  }
}
