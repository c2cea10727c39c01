import { Metric, type MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type IFilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { FUNCTIONS, type FunctionEntry, type Lane } from '../../functions/catalogue.ts';
import type { FailureCode } from '../../functions/shared/errors.ts';
import type { Stage } from '../stage.ts';

const signing = Object.entries<FunctionEntry>(FUNCTIONS)
  .filter(([, { key }]) => key?.includes('SIGN'))
  .map(([name]) => name);

const anyOf = (field: string, values: readonly string[]): string =>
  `(${values.map((value) => `$.${field} = "${value}"`).join(' || ')})`;
const failure = (...codes: readonly FailureCode[]): string => anyOf('failure', codes);

const BOTH: readonly Lane[] = ['online', 'batch'];
const DECISIONS_SWEPT = {
  pattern: '$.message = "decisions swept"',
  lanes: FUNCTIONS.SweepDecisions.lanes,
};
const SWEPT = { pattern: '$.message = "swept"', lanes: FUNCTIONS.SweepUnfinished.lanes };

interface Count {
  readonly pattern: string;
  readonly lanes: readonly Lane[];
  /** field of the line that is summed; 1 a line by default */
  readonly value?: string;
}

/** What is counted out of the lines that `runtime/logger.ts` and the sweep write. */
export const COUNTED = {
  /** another transaction kept the items */
  RegisterContended: { pattern: failure('RegisterContended'), lanes: BOTH },
  /** somebody else was first; the retry looks again */
  Moved: { pattern: failure('ApplicationMoved', 'CaseMoved', 'BatchMoved'), lanes: BOTH },
  LicenceAuthorityUnavailable: { pattern: failure('LicenceAuthorityUnavailable'), lanes: BOTH },
  /** KMS refused for its rate, also after the SDK's own retries */
  SigningThrottled: {
    pattern: `${anyOf('failure', ['ThrottlingException', 'LimitExceededException'])} && ${anyOf(
      'function',
      signing.map((name) => `*${name}*`),
    )}`,
    lanes: BOTH,
  },
  /** what one sweep found that should have been finished */
  SweepStarted: { ...SWEPT, value: '$.started' },
  SweepReferred: { ...SWEPT, value: '$.referred' },
  SweepWoken: { ...SWEPT, value: '$.woken' },
  /** rules that turned themselves to REFER, approvals that persons do not agree with, minutes that the count lies behind */
  RuleSwitchedOff: { ...DECISIONS_SWEPT, value: '$.switchedOff' },
  ApprovalsDoubted: { ...DECISIONS_SWEPT, value: '$.doubted' },
  MinutesBehind: { ...DECISIONS_SWEPT, value: '$.behind' },
  /** until dated data ends */
  HolidayDaysLeft: { ...SWEPT, value: '$.holidayDaysLeft' },
  TrustDaysLeft: { ...SWEPT, value: '$.trustDaysLeft' },
} as const satisfies Record<string, Count>;

export type Counted = keyof typeof COUNTED;
const isCounted = (name: string): name is Counted => Object.hasOwn(COUNTED, name);

/** Ends of tasks that are told on the dashboard, by their `outcome`. */
const OUTCOMES = 'Outcomes';

/** One log group a lane, and what is counted out of it. The lines carry ids, outcomes and names of failures only. */
export class Journal extends Construct {
  readonly log: LogGroup;
  private readonly lane: Lane;

  constructor(scope: Construct, lane: Lane, stage: Stage) {
    super(scope, `${lane === 'online' ? 'Online' : 'Batch'}Journal`);
    this.lane = lane;
    this.log = new LogGroup(this, 'Log', {
      retention: stage.logRetention,
      removalPolicy: stage.removal,
    });
    if (!stage.watched) return;
    for (const name of Object.keys(COUNTED).filter(isCounted)) {
      const { pattern, lanes, value = '1' }: Count = COUNTED[name];
      if (!lanes.includes(lane)) continue;
      this.filter(name, literally(`{ ${pattern} }`), {
        metricName: this.nameOf(name),
        metricValue: value,
      });
    }
    this.filter(OUTCOMES, literally('{ $.message = "task finished" && $.outcome = "*" }'), {
      metricName: OUTCOMES,
      metricValue: '1',
      dimensions: { Outcome: '$.outcome' },
    });
  }

  counted(name: Counted, options: MetricOptions): Metric {
    return new Metric({ namespace: namespaceOf(this), metricName: this.nameOf(name), ...options });
  }

  private nameOf(name: Counted): string {
    return `${name}-${this.lane}`;
  }

  private filter(
    id: string,
    filterPattern: IFilterPattern,
    told: { metricName: string; metricValue: string; dimensions?: Record<string, string> },
  ): void {
    new MetricFilter(this, id, {
      logGroup: this.log,
      metricNamespace: namespaceOf(this),
      filterPattern,
      ...told,
    });
  }
}

const literally = (pattern: string): IFilterPattern => FilterPattern.literal(pattern);
const namespaceOf = (scope: Construct): string => Stack.of(scope).stackName;

/** How many tasks of both lanes ended so, e.g. REGISTERED. */
export const outcome = (scope: Construct, value: string, options: MetricOptions): Metric =>
  new Metric({
    namespace: namespaceOf(scope),
    metricName: OUTCOMES,
    dimensionsMap: { Outcome: value },
    ...options,
  });
