import {
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  SingleValueWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { Measures } from './measures.ts';

const WIDE = 24;
const HALF = 12;

const graph = (title: string, ...left: readonly IMetric[]): GraphWidget =>
  new GraphWidget({ title, width: HALF, height: 6, left: [...left] });
const heading = (text: string): TextWidget =>
  new TextWidget({ markdown: `## ${text}`, width: WIDE, height: 1 });

/** One page: what became of applications on top, the machinery that did it below. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, name: string, measures: Measures, alarms: Alarms) {
    super(scope, id);
    const { machines, functions, counted, outcomes } = measures;
    const named = (label: string, value: string) => outcomes(value).with({ label });
    const each = [...machines.values()];
    new CloudWatchDashboard(this, 'Page', {
      dashboardName: name,
      widgets: [
        [
          new AlarmStatusWidget({
            title: 'What calls a person',
            alarms: alarms.all,
            width: WIDE,
            height: 5,
          }),
        ],
        [heading('Registrations')],
        [
          new SingleValueWidget({
            title: 'In the time shown',
            width: WIDE,
            setPeriodToTimeRange: true,
            metrics: [
              named('registered', 'REGISTERED'),
              named('returned by the machine', 'RETURN'),
              named('referred to officials', 'REFER'),
              named('returned by officials', 'RETURNED'),
              named('refused by officials', 'REFUSED'),
              named('clocks run out', 'ESCALATED'),
            ],
          }),
        ],
        [
          graph(
            'What became of attempts',
            named('registered', 'REGISTERED'),
            named('returned', 'RETURN'),
            named('referred', 'REFER'),
          ),
          graph(
            'From submission to licence (p95, ms)',
            ...each.slice(0, 2).map(({ duration }) => duration),
          ),
        ],
        [heading('Machinery')],
        [
          graph('API: requests and 5xx', measures.apiRequests, measures.api5xx),
          graph('API: latency (p95, ms)', measures.apiLatency),
        ],
        [
          graph('Executions started', ...each.map(({ started }) => started)),
          graph('Executions stopped', ...each.map(({ stopped }) => stopped)),
        ],
        [
          graph('Function errors', ...functions.map(({ errors }) => errors)),
          graph('Function throttles', ...functions.map(({ throttles }) => throttles)),
        ],
        [
          graph(
            'Contention',
            ...counted('RegisterContended'),
            ...counted('Moved'),
            ...counted('LicenceAuthorityUnavailable'),
          ),
          graph(
            'What sweeps found',
            ...counted('SweepStarted'),
            ...counted('SweepWoken'),
            ...counted('SweepReferred'),
          ),
        ],
        [
          graph('Turned away', measures.databaseThrottled, ...counted('SigningThrottled')),
          graph(
            'Days that dated data lasts',
            ...counted('HolidayDaysLeft'),
            ...counted('TrustDaysLeft'),
          ),
        ],
      ],
    });
  }
}
