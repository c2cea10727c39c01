import { Rule } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns';
import { Aws, CfnCondition, Fn, NestedStack, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Dashboard } from './dashboard.ts';
import type { Measures } from './measures.ts';

interface WatchProps {
  readonly measures: Measures;
  /** without which nothing can be read or signed */
  readonly keys: readonly IKey[];
  /** who is told by e-mail; empty = nobody */
  readonly email: string;
}

/**
 * The topic by which a person is called, what calls him, and the page that he then looks at: a nested
 * stack, because CloudFormation allows 500 resources in one, and alarms are a fifth of ours.
 */
export class Watch extends NestedStack {
  constructor(scope: Construct, id: string, { measures, keys, email }: WatchProps) {
    super(scope, id);
    const topic = this.topic(email);
    const alarms = new Alarms(this, 'Alarms', measures, topic);
    new Dashboard(this, 'Dashboard', Stack.of(scope).stackName, measures, alarms);
    new Rule(this, 'KeyInDanger', {
      description:
        'A key is disabled or is to be deleted: without it no table can be read, no licence signed or no application taken in. See infra/RUNBOOK.md#key-rotation.',
      eventPattern: {
        source: ['aws.kms'],
        detailType: ['AWS API Call via CloudTrail'],
        detail: {
          eventName: ['DisableKey', 'ScheduleKeyDeletion'],
          resources: { ARN: keys.map((key) => key.keyArn) },
        },
      },
      targets: [new SnsTopic(topic)],
    });
  }

  /** Encrypted by a key of its own: the data key is of no use to CloudWatch and EventBridge. */
  private topic(email: string): Topic {
    const key = new Key(this, 'Key', {
      description: 'Encrypts what alarms say.',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: ['cloudwatch', 'events'].map(
          (service) => new ServicePrincipal(`${service}.amazonaws.com`),
        ),
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'], // of a key's policy: this key
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    const topic = new Topic(this, 'Topic', { masterKey: key, enforceSSL: true });
    const told = new CfnCondition(this, 'Told', {
      expression: Fn.conditionNot(Fn.conditionEquals(email, '')),
    });
    const subscription = new CfnSubscription(this, 'Email', {
      topicArn: topic.topicArn,
      protocol: 'email',
      endpoint: email,
    });
    subscription.cfnOptions.condition = told;
    return topic;
  }
}
