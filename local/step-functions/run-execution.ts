import type { Definition } from './asl.ts';
import type { MachineType } from './definition.ts';
import type { Ending, Execution } from './execution.ts';
import { runPart } from './interpreter.ts';
import type { Journal } from './journal.ts';
import type { Run } from './run.ts';
import { asStateError } from './state-error.ts';

/** An Express execution lives five minutes at most. */
const EXPRESS_SECONDS = 300;

/** Why an execution was ended from outside; without an ending, the engine itself was closed. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly ending: Ending | undefined;

  constructor(ending: Ending | undefined) {
    super('The execution was interrupted');
    this.ending = ending;
  }
}

interface Executed {
  readonly asl: Definition;
  readonly type: MachineType;
  readonly execution: Execution;
  readonly journal: Journal;
  readonly controller: AbortController;
}

/** Runs an execution from where its journal stands; `undefined` when the engine was closed before. */
export async function runExecution(run: Run, executed: Executed): Promise<Ending | undefined> {
  const { asl, type, execution, journal, controller } = executed;
  const { now } = run.ports;
  const input: unknown = JSON.parse(execution.input);
  const stated = asl.TimeoutSeconds ?? Number.POSITIVE_INFINITY;
  const seconds = type === 'EXPRESS' ? Math.min(stated, EXPRESS_SECONDS) : stated;
  const timeOut = (): void => {
    const ending = { status: 'TIMED_OUT', error: 'States.Timeout', stopDate: now() } as const;
    controller.abort(new Interrupted(ending));
  };
  const cancel = Number.isFinite(seconds)
    ? run.timers.at(execution.startDate + seconds * 1000, timeOut)
    : () => {};
  const context = {
    Execution: {
      Id: execution.executionArn,
      Input: input,
      Name: execution.name,
      RoleArn: run.roleArn,
      StartTime: new Date(execution.startDate).toISOString(),
    },
    StateMachine: { Id: run.machine.arn, Name: run.machine.name },
  };
  try {
    const scope = { part: asl, journal, outer: {}, context, signal: controller.signal };
    const output = await runPart(run, scope, input);
    return { status: 'SUCCEEDED', output: JSON.stringify(output), stopDate: now() };
  } catch (thrown) {
    if (thrown instanceof Interrupted) return thrown.ending;
    const { error, cause } = asStateError(thrown);
    return { status: 'FAILED', error, ...(cause !== undefined && { cause }), stopDate: now() };
  } finally {
    cancel();
  }
}
