import { randomUUID } from 'node:crypto';
import { countActivity } from './activity.ts';
import { ApiError, jsonText } from './api-error.ts';
import type { Definition } from './asl.ts';
import { type MachineType, readDefinition } from './definition.ts';
import { openExecutionStore } from './execution.store.ts';
import type { Execution, ExecutionStatus } from './execution.ts';
import { forgetful, type HistoryEvent, type Journal } from './journal.ts';
import { queryFunctions } from './query-functions.ts';
import type { EnginePorts, Run, Started, StartRequest, SyncResult } from './run.ts';
import { Interrupted, runExecution } from './run-execution.ts';
import { createTaskTokens } from './task-tokens.ts';
import { systemTimers, type Timers } from './timers.ts';

export type { Execution, ExecutionStatus } from './execution.ts';
export type { HistoryEvent } from './journal.ts';
export type {
  EnginePorts,
  Invocation,
  Started,
  StartRequest,
  SyncResult,
} from './run.ts';

/** A state machine; `definition` is its parsed ASL with all placeholders substituted. */
export interface Machine {
  readonly arn: string;
  readonly name: string;
  readonly type: MachineType;
  readonly definition: unknown;
}

/**
 * Step Functions in one process. Standard executions outlive it, Express ones do not. Every method
 * fails with an ApiError, whose name is the one that AWS's clients see. Times are ms since 1970;
 * input and output are JSON texts.
 */
export interface Engine {
  startExecution(request: StartRequest): Started;
  /** Resolves also when the execution failed or timed out, as AWS answers 200. Express only. */
  startSyncExecution(request: StartRequest): Promise<SyncResult>;
  describeExecution(executionArn: string): Execution;
  /** The newest first. Standard only. */
  listExecutions(stateMachineArn: string, statusFilter?: ExecutionStatus): Execution[];
  getExecutionHistory(executionArn: string): HistoryEvent[];
  stopExecution(
    executionArn: string,
    error?: string,
    cause?: string,
  ): { readonly stopDate: number };
  sendTaskSuccess(token: string, output: string): void;
  sendTaskFailure(token: string, error?: string, cause?: string): void;
  sendTaskHeartbeat(token: string): void;
  /** Goes on, once after the start of the process, with every Standard execution that was running. */
  resume(): void;
  /** Resolves when no execution runs, except those that wait for time or a token. */
  idle(): Promise<void>;
  /** Stops at once and leaves no timer; what runs stays RUNNING in the file. */
  close(): void;
}

interface LoadedMachine extends Machine {
  readonly asl: Definition;
}

const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u;

/**
 * @throws DefinitionError when a machine has a field, state type, integration or function that is
 * not obeyed here.
 */
export function createEngine(options: {
  readonly machines: readonly Machine[];
  readonly ports: EnginePorts;
  readonly databaseFile: string;
  /** A clock of one's own, for tests; otherwise the timers of the process. */
  readonly timers?: Timers;
}): Engine {
  const { ports, timers = systemTimers(ports.now) } = options;
  const machines = new Map<string, LoadedMachine>(
    options.machines.map((machine) => [
      machine.arn,
      { ...machine, asl: readDefinition(machine.name, machine.definition, machine.type) },
    ]),
  );
  const store = openExecutionStore(options.databaseFile, ports.now);
  const tokens = createTaskTokens(store, ports.now);
  const functions = queryFunctions(ports.random);
  const live = new Map<string, AbortController>();
  const activity = countActivity();

  const machineOf = (arn: string): LoadedMachine => {
    const machine = machines.get(arn);
    if (machine !== undefined) return machine;
    throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  };
  const executionOf = (arn: string): Execution => {
    if (!arn.includes(':execution:')) {
      throw new ApiError('InvalidArn', `Not the ARN of a Standard execution: '${arn}'`);
    }
    const execution = store.find(arn);
    if (execution !== undefined) return execution;
    throw new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  };

  const runOf = (machine: Machine): Run => ({
    ports,
    timers,
    tokens,
    functions,
    machine,
    roleArn: machine.arn.replace(/:states:.*?:(\d*):.*/, `:iam::$1:role/${machine.name}`),
    start: startExecution,
    startSync: startSyncExecution,
    working: activity.working,
    parked: activity.parked,
  });

  /** Runs an execution to its ending; `undefined` when the engine was closed before. */
  async function execute(machine: LoadedMachine, execution: Execution, journal: Journal) {
    const controller = new AbortController();
    live.set(execution.executionArn, controller);
    const { asl, type } = machine;
    return runExecution(runOf(machine), { asl, type, execution, journal, controller }).finally(() =>
      live.delete(execution.executionArn),
    );
  }

  /** Runs a Standard execution from where its journal stands. */
  async function runKept(machine: LoadedMachine, execution: Execution): Promise<void> {
    const journal = store.journal(execution.executionArn);
    const ending = await execute(machine, execution, journal);
    if (ending === undefined) return;
    store.end(execution.executionArn, ending);
    const { status, error, cause } = { error: undefined, cause: undefined, ...ending };
    journal.record({ type: ENDED[status], error, cause });
  }

  function create(machine: LoadedMachine, request: StartRequest): Execution {
    const input = jsonText(request.input ?? '{}', 'InvalidExecutionInput');
    const name = request.name ?? randomUUID();
    if (!NAME.test(name)) throw new ApiError('InvalidName', `Invalid Name: '${name}'`);
    const kind = machine.type === 'EXPRESS' ? ':express:' : ':execution:';
    const unique = machine.type === 'EXPRESS' ? `:${randomUUID()}` : '';
    return {
      executionArn: `${machine.arn.replace(':stateMachine:', kind)}:${name}${unique}`,
      stateMachineArn: machine.arn,
      name,
      status: 'RUNNING',
      input,
      startDate: ports.now(),
    };
  }

  function startExecution(request: StartRequest): Started {
    const machine = machineOf(request.stateMachineArn);
    const execution = create(machine, request);
    const { executionArn, startDate, input } = execution;
    if (machine.type === 'EXPRESS') {
      activity.working(execute(machine, execution, forgetful));
      return { executionArn, startDate };
    }
    const earlier = store.find(executionArn);
    if (earlier !== undefined) {
      if (earlier.status === 'RUNNING' && earlier.input === input) {
        return { executionArn, startDate: earlier.startDate };
      }
      throw new ApiError('ExecutionAlreadyExists', `Execution Already Exists: '${executionArn}'`);
    }
    store.create(execution);
    store.journal(executionArn).record({ type: 'ExecutionStarted' });
    activity.working(runKept(machine, execution));
    return { executionArn, startDate };
  }

  async function startSyncExecution(request: StartRequest): Promise<SyncResult> {
    const machine = machineOf(request.stateMachineArn);
    if (machine.type !== 'EXPRESS') throw notFor(machine);
    const execution = create(machine, request);
    const ending = await activity.working(execute(machine, execution, forgetful));
    if (ending === undefined || ending.status === 'ABORTED')
      throw new Error('The engine is closed');
    const { executionArn, name, input, startDate } = execution;
    return { executionArn, name, input, startDate, ...ending, status: ending.status };
  }

  return {
    startExecution,
    startSyncExecution,
    describeExecution: executionOf,
    listExecutions(stateMachineArn, statusFilter) {
      const machine = machineOf(stateMachineArn);
      if (machine.type === 'EXPRESS') throw notFor(machine);
      return store.list(stateMachineArn, statusFilter);
    },
    getExecutionHistory: (arn) => store.history(executionOf(arn).executionArn),
    stopExecution(arn, error, cause) {
      const execution = executionOf(arn);
      const stopDate = execution.stopDate ?? ports.now();
      const why = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
      const ending = { status: 'ABORTED', stopDate, ...why } as const;
      store.end(arn, ending);
      live.get(arn)?.abort(new Interrupted(ending));
      return { stopDate };
    },
    sendTaskSuccess: tokens.success,
    sendTaskFailure: (token, error, cause) => tokens.failure(token, error ?? '', cause),
    sendTaskHeartbeat: tokens.heartbeat,
    resume() {
      for (const execution of store.running()) {
        const machine = machines.get(execution.stateMachineArn);
        if (machine !== undefined && !live.has(execution.executionArn)) {
          activity.working(runKept(machine, execution));
        }
      }
    },
    idle: activity.idle,
    close() {
      store.close();
      for (const controller of live.values()) controller.abort(new Interrupted(undefined));
    },
  };
}

const ENDED = {
  SUCCEEDED: 'ExecutionSucceeded',
  FAILED: 'ExecutionFailed',
  TIMED_OUT: 'ExecutionTimedOut',
  ABORTED: 'ExecutionAborted',
} as const;

const notFor = (machine: Machine): ApiError =>
  new ApiError('StateMachineTypeNotSupported', `Not for a machine of type ${machine.type}`);
