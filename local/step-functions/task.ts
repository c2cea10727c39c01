import * as z from 'zod';
import { ApiError } from './api-error.ts';
import type { TaskState } from './asl.ts';
import { integrationOf } from './definition.ts';
import { type Bindings, evaluate, evaluateNumber, withinLimit } from './expression.ts';
import type { Frame, WaitingTask } from './journal.ts';
import type { Run, Scope, SyncResult } from './run.ts';
import { StateError, stateError } from './state-error.ts';
import { orAborted } from './timers.ts';

const LambdaArguments = z.strictObject({
  FunctionName: z.string(),
  Payload: z.unknown().optional(),
});
const MachineArguments = z.strictObject({
  StateMachineArn: z.string(),
  Name: z.string().optional(),
  Input: z.unknown().optional(),
});

const SECONDS = { least: 1, most: 99_999_999 };

function argumentsBy<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw stateError(
    'States.Runtime',
    `The Arguments could not be used to start the Task: ${z.prettifyError(parsed.error)}`,
  );
}

async function invoke(run: Run, given: unknown): Promise<unknown> {
  const { FunctionName, Payload = {} } = argumentsBy(LambdaArguments, given);
  const answer = await run.ports.invoke(FunctionName, Payload).catch((thrown: Error) => {
    const name = thrown.name.startsWith('Lambda.') ? thrown.name : 'Lambda.SdkClientException';
    throw new StateError(name, thrown.message);
  });
  if ('error' in answer) {
    throw new StateError(answer.error.errorType, JSON.stringify(answer.error));
  }
  return { ExecutedVersion: '$LATEST', Payload: answer.payload ?? null, StatusCode: 200 };
}

function machineRequest(given: unknown) {
  const { StateMachineArn, Name, Input = {} } = argumentsBy(MachineArguments, given);
  return {
    stateMachineArn: StateMachineArn,
    name: Name,
    input: typeof Input === 'string' ? Input : JSON.stringify(Input),
  };
}

/** An error of the API as the task reports it: `StepFunctions.…Exception` or `Sfn.…Exception`. */
async function named<T>(service: string, call: () => T | Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (thrown) {
    if (!(thrown instanceof ApiError)) throw thrown;
    const name = thrown.name.endsWith('Exception') ? thrown.name : `${thrown.name}Exception`;
    throw new StateError(`${service}.${name}`, thrown.message);
  }
}

const iso = (time: number): string => new Date(time).toISOString();

const syncResult = (result: SyncResult, stateMachineArn: string): unknown => ({
  ExecutionArn: result.executionArn,
  StateMachineArn: stateMachineArn,
  Name: result.name,
  Status: result.status,
  StartDate: iso(result.startDate),
  StopDate: iso(result.stopDate),
  Input: result.input,
  InputDetails: { Included: true },
  ...(result.output !== undefined && {
    Output: result.output,
    OutputDetails: { Included: true },
  }),
  ...(result.error !== undefined && { Error: result.error }),
  ...(result.cause !== undefined && { Cause: result.cause }),
});

async function call(run: Run, integration: string, given: unknown): Promise<unknown> {
  switch (integration) {
    case 'lambda:invoke':
    case 'lambda:invoke.waitForTaskToken':
      return invoke(run, given);
    case 'states:startExecution': {
      const started = await named('StepFunctions', () => run.start(machineRequest(given)));
      return { ExecutionArn: started.executionArn, StartDate: iso(started.startDate) };
    }
    case 'aws-sdk:sfn:startSyncExecution': {
      const request = machineRequest(given);
      const result = await named('Sfn', () => run.startSync(request));
      return syncResult(result, request.stateMachineArn);
    }
    default:
      throw stateError('States.Runtime', `${integration} is not known here`);
  }
}

/** Rejects at the deadline, or when `heartbeat` ms have passed since the last beat. */
function clock(run: Run, deadline: number | undefined, heartbeat?: { ms: number; last(): number }) {
  const cancels: (() => void)[] = [];
  const ended = new Promise<never>((_resolve, reject) => {
    if (deadline !== undefined) {
      cancels.push(run.timers.at(deadline, () => reject(stateError('States.Timeout'))));
    }
    const watch = (): void => {
      if (heartbeat === undefined) return;
      const due = heartbeat.last() + heartbeat.ms;
      if (due <= run.ports.now()) reject(stateError('States.HeartbeatTimeout'));
      else cancels.push(run.timers.at(due, watch));
    };
    watch();
  });
  ended.catch(() => {});
  return {
    ended,
    stop: () => {
      for (const cancel of cancels) cancel();
    },
  };
}

async function awaitToken(
  run: Run,
  task: WaitingTask,
  callFunction: () => Promise<void>,
  orEnded: <T>(work: Promise<T>) => Promise<T>,
): Promise<unknown> {
  const outcome = run.tokens.outcome(task.token);
  if (!task.invoked) await Promise.race([outcome, callFunction()]);
  const sent = await run.parked(orEnded(outcome));
  if ('error' in sent) throw new StateError(sent.error, sent.cause);
  return JSON.parse(sent.output);
}

/**
 * Runs one attempt of a Task and answers its result.
 * A task that waits for its token and whose function had returned before a restart is not called again.
 * @throws StateError
 */
export async function runTask(
  run: Run,
  scope: Scope,
  state: TaskState,
  frame: Frame,
  bindingsOf: () => Bindings,
): Promise<unknown> {
  const now = run.ports.now();
  const integration = integrationOf(state.Resource);
  const waits = integration.endsWith('.waitForTaskToken');
  const limit = await evaluateNumber(state.TimeoutSeconds, bindingsOf(), 'TimeoutSeconds', SECONDS);
  const beat = await evaluateNumber(
    state.HeartbeatSeconds,
    bindingsOf(),
    'HeartbeatSeconds',
    SECONDS,
  );
  const deadline = limit === undefined ? undefined : now + limit * 1000;
  if (frame.task !== undefined) run.tokens.reopen(frame.task.token);
  else if (waits) {
    frame.task = { token: run.tokens.open(), startedAt: now, deadline, invoked: false };
    scope.journal.save(frame);
  }
  const { task } = frame;
  const given = await evaluate(state.Arguments, bindingsOf(), 'Arguments');
  withinLimit(given, 'The input of the task');
  const heartbeat = beat && {
    ms: beat * 1000,
    last: () => (task === undefined ? now : run.tokens.beatAt(task.token)),
  };
  const time = clock(run, task === undefined ? deadline : task.deadline, heartbeat || undefined);
  const orEnded = <T>(work: Promise<T>): Promise<T> =>
    orAborted(scope.signal, Promise.race([work, time.ended]));
  const { around = (_, it) => it() } = run.ports;
  const called = (): Promise<unknown> =>
    around({ machine: run.machine.name, state: frame.state, deadline }, () =>
      call(run, integration, given),
    );
  const callFunction = async (waiting: WaitingTask): Promise<void> => {
    await called();
    waiting.invoked = true;
    if (frame.task === waiting && !closed) scope.journal.save(frame);
  };
  let closed = false;
  try {
    if (task === undefined) return await orEnded(called());
    return await orEnded(awaitToken(run, task, () => callFunction(task), orEnded));
  } finally {
    closed = true;
    time.stop();
    if (task !== undefined) run.tokens.close(task.token);
  }
}
