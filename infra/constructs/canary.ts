import { Alarm, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import {
  LambdaApplication,
  LambdaDeploymentConfig,
  LambdaDeploymentGroup,
  TrafficRouting,
} from 'aws-cdk-lib/aws-codedeploy';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Stage } from '../stage.ts';

/** What API Gateway, machines and the clock invoke. */
const ALIAS = 'live';

/** More failures than this, in percent of the calls of a minute, are not chance; nor are three of them. */
const FAILED_PERCENT = 5;
const FAILED_CALLS = 3;

/**
 * New code answers a share of the calls first, and CodeDeploy takes it back by itself when too many
 * of them fail. Named failures that a machine tries again count too: a release that makes them
 * frequent is not wanted either.
 */
export class Canary extends Construct {
  private readonly application: LambdaApplication;
  private readonly config: LambdaDeploymentConfig;
  private readonly role: Role;

  constructor(scope: Construct, id: string, { percent, minutes }: NonNullable<Stage['canary']>) {
    super(scope, id);
    this.application = new LambdaApplication(this, 'Application');
    this.config = new LambdaDeploymentConfig(this, 'Config', {
      trafficRouting: TrafficRouting.timeBasedCanary({
        interval: Duration.minutes(minutes),
        percentage: percent,
      }),
    });
    // the managed policy may invoke functions and publish to topics besides
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('codedeploy.amazonaws.com'),
    });
    this.role.addToPolicy(
      new PolicyStatement({ actions: ['cloudwatch:DescribeAlarms'], resources: ['*'] }),
    );
  }

  /** The alias that callers invoke from now on; a deployment moves it from version to version. */
  of(fn: LambdaFunction): IFunction {
    const alias = fn.addAlias(ALIAS);
    const period = Duration.minutes(1);
    const alarm = new Alarm(fn, 'Failing', {
      alarmDescription:
        'New code of this function fails; while it is being deployed, CodeDeploy takes it back. See infra/RUNBOOK.md#roll-back.',
      metric: new MathExpression({
        label: 'failed calls in percent',
        expression: `IF(errors >= ${FAILED_CALLS}, 100 * errors / invocations, 0)`,
        usingMetrics: {
          errors: alias.metricErrors({ period }),
          invocations: alias.metricInvocations({ period }),
        },
        period,
      }),
      threshold: FAILED_PERCENT,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    new LambdaDeploymentGroup(fn, 'Deployment', {
      application: this.application,
      alias,
      deploymentConfig: this.config,
      alarms: [alarm],
      role: this.role.withoutPolicyUpdates(),
    });
    this.role.addToPolicy(
      new PolicyStatement({
        actions: [
          'lambda:GetAlias',
          'lambda:UpdateAlias',
          'lambda:GetProvisionedConcurrencyConfig',
        ],
        resources: [fn.functionArn, `${fn.functionArn}:${ALIAS}`],
      }),
    );
    return alias as IFunction; // CDK declares its own classes without exactOptionalPropertyTypes
  }
}
