import { readFileSync } from 'node:fs';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { MOST_SUMMED } from '#infra/constructs/measures.ts';
import { LOCAL, ourFunctions, PROD, watchOf } from './templates.ts';

const WATCH = watchOf('prod');

const runbook = readFileSync(new URL('../../infra/RUNBOOK.md', import.meta.url), 'utf8');
/** Headings as a link to them ends. */
const sections = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading = '']) =>
  heading.toLowerCase().replaceAll(' ', '-'),
);

const Alarm = z.object({
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.object({ Ref: z.string() })).default([]),
  Metrics: z.array(z.looseObject({ MetricStat: z.unknown().optional() })).default([]),
  MetricName: z.string().optional(),
});
const alarmsIn = (template: Template) =>
  Object.entries(template.findResources('AWS::CloudWatch::Alarm')).map(([id, it]) => ({
    id,
    ...Alarm.parse(it.Properties),
  }));
const calling = alarmsIn(WATCH);
/** those too that roll a deployment back */
const alarms = [...calling, ...alarmsIn(PROD)];
const name = (id: string) => id.slice('Alarms'.length, -8);

describe('alarms', () => {
  it('call a person for each thing that wants one', () => {
    const machines = ['RegistrationOnline', 'RegistrationBatch', 'Review', 'Batch'];
    const groups = ['OnlineDoors', 'OnlineDoors2', 'OnlineTasks', 'BatchLane', 'BatchLane2'];
    expect(calling.map(({ id }) => name(id)).toSorted()).toEqual(
      [
        ...machines.flatMap((it) => [`${it}Stopped`, `${it}Throttled`]),
        ...groups.flatMap((it) => [`${it}Errors`, `${it}Throttles`]),
        'ApiFails',
        'ApprovalsDoubted',
        'BatchStuck',
        'CaseOverdue',
        'CountLiesBehind',
        'DatabaseThrottled',
        'HolidaysEnd',
        'Moved',
        'ProviderSilent',
        'ReferredForTechnicalReasons',
        'RegisterContended',
        'RuleSwitchedOff',
        'SigningThrottled',
        'Stuck',
        'TrustEnds',
      ].toSorted(),
    );
  });

  it.each(alarms)(
    '$id says what it means and where the runbook goes on',
    ({ AlarmDescription }) => {
      const [meaning = '', section = ''] = AlarmDescription.split(' See infra/RUNBOOK.md#');
      expect(meaning.length).toBeGreaterThan(60);
      expect(AlarmDescription.length).toBeLessThanOrEqual(1024);
      expect(sections).toContain(section.replace(/\.$/, ''));
    },
  );

  it('reach a person by the topic, and are said again when they are over', () => {
    for (const { AlarmActions } of calling) {
      expect(AlarmActions).toEqual([{ Ref: expect.stringMatching(/^Topic/) }]);
    }
  });

  it('sum no more metrics than an alarm may', () => {
    for (const { Metrics } of alarms) {
      expect(Metrics.filter((it) => it.MetricStat !== undefined).length).toBeLessThanOrEqual(
        MOST_SUMMED,
      );
    }
  });

  it('watch every function of the catalogue', () => {
    const watched = (metric: string) =>
      JSON.stringify(calling.filter(({ Metrics }) => JSON.stringify(Metrics).includes(metric)));
    for (const [id] of ourFunctions(PROD)) {
      expect(watched('"Errors"')).toContain(`prod${id}Function`);
      expect(watched('"Throttles"')).toContain(`prod${id}Function`);
    }
  });

  it('count only what some filter writes', () => {
    const written = Object.values(PROD.findResources('AWS::Logs::MetricFilter')).map(
      ({ Properties }) => Properties.MetricTransformations[0].MetricName,
    );
    const read = [
      ...JSON.stringify(calling).matchAll(/"MetricName":"([A-Z]\w+-(?:online|batch)|Outcomes)"/g),
    ];
    expect(read.length).toBeGreaterThan(5);
    expect(read.map(([, it]) => it).filter((it) => !written.includes(it))).toEqual([]);
  });
});

describe('the topic', () => {
  it('is encrypted by a key that CloudWatch and EventBridge may use, and takes TLS only', () => {
    WATCH.hasResourceProperties('AWS::SNS::Topic', {
      KmsMasterKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Key'), 'Arn'] },
    });
    WATCH.hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Principal: { Service: ['cloudwatch.amazonaws.com', 'events.amazonaws.com'] },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });

  it('writes to the address that the deployer names, and to nobody where he names none', () => {
    const [subscription] = Object.values(WATCH.findResources('AWS::SNS::Subscription'));
    expect(subscription?.Properties.Endpoint).toEqual({ Ref: expect.stringMatching(/AlarmEmail/) });
    expect(subscription?.Condition).toBeDefined();
  });

  it('is told when a key is disabled or is to be deleted', () => {
    WATCH.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.kms'],
        detail: {
          eventName: ['DisableKey', 'ScheduleKeyDeletion'],
          resources: {
            ARN: [
              { Ref: Match.stringLikeRegexp('DataKey.*Arn$') },
              { Ref: Match.stringLikeRegexp('PersonKey.*Arn$') },
              { Ref: Match.stringLikeRegexp('LicenceKey.*Arn$') },
            ],
          },
        },
      },
    });
  });
});

describe('the dashboard', () => {
  it('is one, with what became of registrations above the machinery', () => {
    const [page, ...others] = Object.values(WATCH.findResources('AWS::CloudWatch::Dashboard'));
    expect(others).toEqual([]);
    const text = JSON.stringify(page?.Properties.DashboardBody);
    expect(text.indexOf('## Registrations')).toBeGreaterThan(0);
    expect(text.indexOf('## Registrations')).toBeLessThan(text.indexOf('## Machinery'));
    expect(text).toContain('REGISTERED');
  });
});

it('one machine has nobody to call', () => {
  const none = (template: Template, type: string) => template.resourceCountIs(type, 0);
  for (const type of ['AWS::CloudWatch::Alarm', 'AWS::SNS::Topic', 'AWS::Logs::MetricFilter']) {
    none(LOCAL, type);
  }
});
