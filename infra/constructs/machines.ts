import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import type { Lane, MachineName } from '../../functions/catalogue.ts';

interface Machine {
  /** `workflows/<definition>.asl.json` */
  readonly definition: MachineName;
  /** the lane of the functions that it calls and of the registration that it starts */
  readonly lane: Lane;
  /** EXPRESS answers its caller and may be lost; STANDARD lives for up to a year and is not */
  readonly type: 'EXPRESS' | 'STANDARD';
  /** what a stopped execution means to a person, and what to do */
  readonly onFailure: string;
}

/** Every state machine by its logical id; its name is the stack's with the logical id. */
export const MACHINES = {
  RegistrationOnline: {
    definition: 'registration',
    lane: 'online',
    type: 'EXPRESS',
    onFailure:
      'An applicant who clicked got a receipt and neither licence nor findings. The sweep starts the attempt again; if the alarm stays on, read the log of this machine and then that of the function that failed.',
  },
  RegistrationBatch: {
    definition: 'registration',
    lane: 'batch',
    type: 'EXPRESS',
    onFailure:
      'Rows of an agent’s batch, or attempts that the sweep started, stay SUBMITTED. The sweep starts each again, and after three failed starts refers it to an official; read the log of this machine before the queue grows.',
  },
  Review: {
    definition: 'review',
    lane: 'online',
    type: 'STANDARD',
    onFailure:
      'A referred case has lost its waiting execution: an official’s decision is kept but does not take effect, and the statutory clock no longer escalates. Mend the cause, then redrive the execution.',
  },
  Batch: {
    definition: 'batch',
    lane: 'batch',
    type: 'STANDARD',
    onFailure:
      'An agent’s batch stopped before it was closed; rows already taken in stand in its ledger. Mend the cause, then start the machine again with the same input: no row registers twice.',
  },
} as const satisfies Record<string, Machine>;

export type MachineId = keyof typeof MACHINES;

export const machineName = (scope: IConstruct, id: MachineId): string =>
  `${Stack.of(scope).stackName}-${id}`;

/** The machine's ARN from its name alone, because machines name functions and functions name machines. */
export const machineArn = (scope: IConstruct, id: MachineId): string =>
  Stack.of(scope).formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: machineName(scope, id),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** Which machine a caller of this lane starts: registration is the one of its own lane. */
export function machineFor(definition: MachineName, lane: Lane): MachineId {
  if (definition === 'review') return 'Review';
  if (definition === 'batch') return 'Batch';
  return lane === 'batch' ? 'RegistrationBatch' : 'RegistrationOnline';
}
