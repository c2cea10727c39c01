import { readFileSync } from 'node:fs';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  CfnStateMachine,
  DefinitionBody,
  LogLevel,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Aws } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { FunctionName } from '../../functions/catalogue.ts';
import type { Stage } from '../stage.ts';
import { callsIn, isDistributed, substitutionsIn } from './asl.ts';
import { MACHINES, type MachineId, machineFor, machineName } from './machines.ts';
import { type Resources, throughService } from './rights.ts';

const ACTIONS: Readonly<Record<string, string>> = {
  'lambda:invoke': 'lambda:InvokeFunction',
  'lambda:invoke.waitForTaskToken': 'lambda:InvokeFunction',
  'states:startExecution': 'states:StartExecution',
  'aws-sdk:sfn:startSyncExecution': 'states:StartSyncExecution',
  's3:getObject': 's3:GetObject',
};

interface WorkflowProps {
  readonly id: MachineId;
  readonly stage: Stage;
  readonly resources: Resources;
  /** The functions of the machine's lane. It may invoke those that its definition names, and no other. */
  readonly functions: ReadonlyMap<FunctionName, IFunction>;
}

/** A state machine as `workflows/` has it, word for word: only ARNs, rights and logs are supplied here. */
export class Workflow extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, { id, stage, resources, functions }: WorkflowProps) {
    super(scope, `${id}Workflow`);
    const { definition, lane, type } = MACHINES[id];
    const file = new URL(`../../workflows/${definition}.asl.json`, import.meta.url);
    const asl = readFileSync(file, 'utf8');

    const known: Record<string, string> = {
      Partition: Aws.PARTITION,
      RegistrationMachine: resources.machineArns[machineFor('registration', lane)],
      ReviewMachine: resources.machineArns.Review,
      FilesBucket: resources.files.bucketName,
    };
    for (const [name, fn] of functions) known[name] = fn.functionArn;
    const arnOf = (name: string): string => {
      const arn = known[name];
      if (arn === undefined) throw new RangeError(`${definition}.asl.json names unknown ${name}`);
      return arn;
    };

    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: machineName(this, id),
      stateMachineType: StateMachineType[type],
      definitionBody: DefinitionBody.fromString(asl),
      definitionSubstitutions: Object.fromEntries(
        [...substitutionsIn(asl)].map((name) => [name, arnOf(name)]),
      ),
      tracingEnabled: true,
      logs: {
        destination: new LogGroup(this, 'Log', {
          retention: stage.logRetention,
          removalPolicy: stage.removal,
        }),
        level: LogLevel.ALL,
        includeExecutionData: false, // states carry ids and outcomes; logs need not even those
      },
    });
    const resource = this.machine.node.defaultChild;
    if (!(resource instanceof CfnStateMachine))
      throw new TypeError('a machine without its resource');
    resource.overrideLogicalId(id);

    for (const { service, name } of callsIn(asl)) {
      const action = ACTIONS[service];
      if (action === undefined) throw new RangeError(`no rights are known for ${service}`);
      const target = name === 'FilesBucket' ? resources.files.arnForObjects('*') : arnOf(name);
      this.machine.addToRolePolicy(new PolicyStatement({ actions: [action], resources: [target] }));
      if (service === 's3:getObject') {
        this.machine.addToRolePolicy(throughService(resources, 's3', ['kms:Decrypt']));
      }
    }
    if (isDistributed(asl)) this.startsItsOwnChildren(resources.machineArns[id]);
  }

  /** A Distributed Map runs its children as executions of the same machine. */
  private startsItsOwnChildren(arn: string): void {
    const executions = arn.replace(':stateMachine:', ':execution:');
    this.machine.addToRolePolicy(
      new PolicyStatement({ actions: ['states:StartExecution'], resources: [arn] }),
    );
    this.machine.addToRolePolicy(
      new PolicyStatement({
        actions: ['states:DescribeExecution', 'states:StopExecution', 'states:RedriveExecution'],
        resources: [`${executions}:*`, `${executions}/*`],
      }),
    );
  }
}
