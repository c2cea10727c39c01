import { Alarm, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { MACHINES, type MachineId } from './machines.ts';

const PERIOD = Duration.minutes(5);

/** One alarm a machine: executions that stopped by a fault or ran out of time, none of which is normal. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, machines: ReadonlyMap<MachineId, StateMachine>) {
    super(scope, id);
    for (const [name, machine] of machines) {
      new Alarm(this, name, {
        alarmDescription: MACHINES[name].onFailure,
        metric: new MathExpression({
          label: `${name}: executions stopped`,
          expression: 'failed + timedOut',
          usingMetrics: {
            failed: machine.metricFailed({ period: PERIOD }),
            timedOut: machine.metricTimedOut({ period: PERIOD }),
          },
          period: PERIOD,
        }),
        threshold: 1,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
    }
  }
}
