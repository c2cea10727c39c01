import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table as DynamoTable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { FunctionName, Lane } from '../../functions/catalogue.ts';
import { COUNTED, type Counted, type Journal, outcome } from './journal.ts';
import type { MachineId } from './machines.ts';

const PERIOD = Duration.minutes(5);

/** A metric alarm sums at most ten metrics. */
export const MOST_SUMMED = 10;

interface Measured {
  readonly functions: Readonly<Record<Lane, ReadonlyMap<FunctionName, IFunction>>>;
  readonly machines: ReadonlyMap<MachineId, StateMachine>;
  readonly tables: readonly DynamoTable[];
  readonly journals: Readonly<Record<Lane, Journal>>;
  readonly apiId: string;
}

/** Everything that alarms and dashboard show, measured in one place. */
export type Measures = ReturnType<typeof measure>;

/** The sum of several metrics over five minutes. */
export function sum(label: string, metrics: readonly IMetric[]): IMetric {
  if (metrics.length > MOST_SUMMED) throw new RangeError(`${label}: too many metrics for an alarm`);
  // a graph of several sums wants an id for each metric that no other has
  const prefix = `sum${label.replaceAll(/\W/g, '')}`;
  const named = metrics.map((metric, index) => [`${prefix}${index}`, metric] as const);
  return new MathExpression({
    label,
    expression: named.map(([name]) => `FILL(${name}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(named),
    period: PERIOD,
  });
}

/** Functions by what it means that they fail: doors are what people call, tasks what machines do. */
const GROUPS = [
  { group: 'OnlineDoors', lane: 'online', isIn: (name: string) => name.endsWith('Api') },
  { group: 'OnlineTasks', lane: 'online', isIn: (name: string) => !name.endsWith('Api') },
  { group: 'BatchLane', lane: 'batch', isIn: () => true },
] as const;

/** A group of more functions than one alarm sums goes on as `OnlineDoors2`. */
const inTens = (group: string, fns: readonly IFunction[]) =>
  Array.from({ length: Math.ceil(fns.length / MOST_SUMMED) }, (_, at) => ({
    group: at === 0 ? group : `${group}${at + 1}`,
    fns: fns.slice(at * MOST_SUMMED, (at + 1) * MOST_SUMMED),
  }));

export function measure(
  scope: Construct,
  { functions, machines, tables, journals, apiId }: Measured,
) {
  const options = { period: PERIOD, statistic: 'Sum' };
  const days = { period: Duration.hours(1), statistic: 'Minimum' };
  const counted = (name: Counted): readonly Metric[] =>
    COUNTED[name].lanes.map((lane) =>
      journals[lane].counted(name, name.endsWith('DaysLeft') ? days : options),
    );
  return {
    machines: new Map(
      [...machines].map(([id, machine]) => [
        id,
        {
          started: machine.metricStarted(options),
          stopped: sum(`${id}: executions stopped`, [
            machine.metricFailed(options),
            machine.metricTimedOut(options),
          ]),
          throttled: machine.metricThrottled(options),
          duration: machine.metricTime({ period: PERIOD, statistic: 'p95' }),
        },
      ]),
    ),
    functions: GROUPS.flatMap(({ group, lane, isIn }) =>
      inTens(
        group,
        [...functions[lane]].flatMap(([name, fn]) => (isIn(name) ? [fn] : [])),
      ),
    ).map(({ group, fns }) => ({
      group,
      errors: sum(
        `${group}: errors`,
        fns.map((fn) => fn.metricErrors(options)),
      ),
      throttles: sum(
        `${group}: throttles`,
        fns.map((fn) => fn.metricThrottles(options)),
      ),
    })),
    counted,
    outcomes: (value: string): Metric => outcome(scope, value, options),
    databaseThrottled: sum(
      'requests that DynamoDB turned away',
      tables.flatMap((table) => [
        table.metric('ReadThrottleEvents', options),
        table.metric('WriteThrottleEvents', options),
      ]),
    ),
    api5xx: new Metric({
      namespace: 'AWS/ApiGateway',
      metricName: '5xx',
      dimensionsMap: { ApiId: apiId },
      ...options,
    }),
    apiRequests: new Metric({
      namespace: 'AWS/ApiGateway',
      metricName: 'Count',
      dimensionsMap: { ApiId: apiId },
      ...options,
    }),
    apiLatency: new Metric({
      namespace: 'AWS/ApiGateway',
      metricName: 'Latency',
      dimensionsMap: { ApiId: apiId },
      period: PERIOD,
      statistic: 'p95',
    }),
  };
}
