import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { MACHINES } from './machines.ts';
import { type Measures, sum } from './measures.ts';

/** What an alarm tells a person, and when. */
interface Told {
  readonly metric: IMetric;
  /** what it means, and the first thing to do */
  readonly says: string;
  /** heading of `infra/RUNBOOK.md`, as a link ends in */
  readonly runbook: string;
  readonly threshold: number;
  /** below the threshold instead of at it or above */
  readonly below?: true;
  /** how many periods on end; 1 by default */
  readonly periods?: number;
}

const EXECUTIONS = {
  runbook: 'failed-executions',
  threshold: 1,
} as const;

/** Everything that a person is called for, by name. A missing value is no alarm: at night nothing happens. */
export class Alarms extends Construct {
  readonly all: Alarm[] = [];
  private readonly topic: ITopic;

  constructor(scope: Construct, id: string, measures: Measures, topic: ITopic) {
    super(scope, id);
    this.topic = topic;
    for (const [name, { stopped, throttled }] of measures.machines) {
      this.tell(`${name}Stopped`, {
        ...EXECUTIONS,
        metric: stopped,
        says: MACHINES[name].onFailure,
      });
      this.tell(`${name}Throttled`, {
        ...EXECUTIONS,
        metric: throttled,
        says: `Step Functions holds back ${name}: registrations are slow, none is lost. Ask for a higher quota, or lower MaxConcurrency of the batch machine.`,
      });
    }
    this.work(measures);
    this.machinery(measures);
    this.judgement(measures);
    this.datedThings(measures);
  }

  private work({ counted, outcomes }: Measures): void {
    this.tell('Stuck', {
      metric: sum('started or woken by the sweep', [
        ...counted('SweepStarted'),
        ...counted('SweepWoken'),
      ]),
      says: 'Three sweeps on end found attempts or decisions that had gone nowhere, so something keeps losing them: applicants wait. Read the log of registration and review.',
      runbook: 'stuck-work',
      threshold: 1,
      periods: 3,
    });
    this.tell('ReferredForTechnicalReasons', {
      metric: sum('referred by the sweep', counted('SweepReferred')),
      says: 'An attempt failed to start three times and went to an official though the law asks for none. Find the cause before the queue fills with such cases.',
      runbook: 'stuck-work',
      threshold: 1,
    });
    this.tell('BatchStuck', {
      metric: outcomes('STUCK'),
      says: 'An agent’s batch gave up after three rounds over its failing chunks; the agent sees it as STUCK. Rows taken in are safe.',
      runbook: 'stuck-batch',
      threshold: 1,
    });
    this.tell('CaseOverdue', {
      metric: outcomes('ESCALATED'),
      says: 'The statutory clock of a case ran out before an official decided. It is told one level higher and is not decided by itself: call the registrar.',
      runbook: 'overdue-case',
      threshold: 1,
    });
    this.tell('ProviderSilent', {
      metric: sum('licence authority silent', counted('LicenceAuthorityUnavailable')),
      says: 'A partner region does not answer for its licences; its companies’ applications go to officials instead of to the licence.',
      runbook: 'provider-silent',
      threshold: 3,
      periods: 2,
    });
    this.tell('RegisterContended', {
      metric: sum('register contended', counted('RegisterContended')),
      says: 'Transactions of the register keep losing against others, after their retries: one name, place or lot is wanted by many at once, or one process is in a loop.',
      runbook: 'contended-register',
      threshold: 10,
      periods: 3,
    });
    this.tell('Moved', {
      metric: sum('moved under the hand', counted('Moved')),
      says: 'Many writers overtake each other on the same applications, cases or batches. A few are normal and retried; so many mean that the same work runs twice.',
      runbook: 'contended-register',
      threshold: 100,
      periods: 3,
    });
  }

  private machinery({ functions, counted, api5xx, databaseThrottled }: Measures): void {
    for (const { group, errors, throttles } of functions) {
      this.tell(`${group}Errors`, {
        metric: errors,
        says: `Functions of the group ${group} fail more than retries explain. Which one and where: fields function, failure and stack in the log of its lane.`,
        runbook: 'failing-functions',
        threshold: 20,
        periods: 2,
      });
      this.tell(`${group}Throttles`, {
        metric: throttles,
        says: `Lambda turns calls of the group ${group} away. Batch: its caps are too low for the batches that run, rows are late. Any other: the account’s concurrency is used up, and people wait.`,
        runbook: 'throttled-functions',
        threshold: 1,
        periods: 3,
      });
    }
    this.tell('SigningThrottled', {
      metric: sum('signatures refused', counted('SigningThrottled')),
      says: 'KMS refuses signatures for their rate, so licences are late. Lower batchConcurrency of the stage, or ask for a higher ECC quota.',
      runbook: 'throttled-functions',
      threshold: 1,
    });
    this.tell('DatabaseThrottled', {
      metric: databaseThrottled,
      says: 'DynamoDB turns requests away: a table outgrows what it did before faster than it adapts, or one key is hot.',
      runbook: 'database-throttled',
      threshold: 10,
      periods: 2,
    });
    this.tell('ApiFails', {
      metric: api5xx,
      says: 'People and agents get 5xx from the API. Every such answer has a requestId that stands in the log of the online lane.',
      runbook: 'failing-functions',
      threshold: 5,
    });
  }

  private judgement({ counted }: Measures): void {
    this.tell('RuleSwitchedOff', {
      metric: sum('rules switched off', counted('RuleSwitchedOff')),
      says: 'Officials do not agree with a rule often enough, so it has switched itself off: what it decides goes to a person now. Which one: message "rule switched off" in the log, and GET /v1/review-quality.',
      runbook: 'review-quality',
      threshold: 1,
    });
    this.tell('ApprovalsDoubted', {
      metric: sum('approvals doubted', counted('ApprovalsDoubted')),
      says: 'Second readings agree with automatic approvals less often than the policy asks for. Nothing is switched off by itself: read the disagreements, and switch off the lane if they are grave.',
      runbook: 'review-quality',
      threshold: 1,
    });
    this.tell('CountLiesBehind', {
      metric: sum('minutes behind', counted('MinutesBehind')),
      says: 'Decisions are counted an hour late or more: statistics, second readings and what watches the rules come as late. Read the log of SweepDecisions.',
      runbook: 'review-quality',
      threshold: 60,
      periods: 3,
    });
  }

  private datedThings({ counted }: Measures): void {
    const [holidays] = counted('HolidayDaysLeft');
    const [trust] = counted('TrustDaysLeft');
    if (!holidays || !trust) throw new TypeError('no sweep tells how long dated data lasts');
    this.tell('HolidaysEnd', {
      metric: holidays,
      says: 'In 90 days the holidays are not known any more, and the clocks of cases that reach beyond are provisional. The State Council publishes a year in the autumn before: two supervisors publish it (POST /v1/editions, kind CALENDAR), and the next release puts it into functions/shared/holidays.json.',
      runbook: 'dated-data-ends',
      threshold: 90,
      below: true,
    });
    this.tell('TrustEnds', {
      metric: trust,
      says: 'A partner region’s entry in the trust list ends within 30 days and none follows it: its licences will be refused. Ask the region for its next key and period.',
      runbook: 'dated-data-ends',
      threshold: 30,
      below: true,
    });
  }

  private tell(name: string, { metric, says, runbook, threshold, below, periods = 1 }: Told): void {
    const alarm = new Alarm(this, name, {
      alarmDescription: `${says} See infra/RUNBOOK.md#${runbook}.`,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
    this.all.push(alarm);
  }
}
