import type { Catcher, ChoiceState, State, WaitState } from './asl.ts';
import { type Bindings, evaluate, evaluateNumber, withinLimit } from './expression.ts';
import type { Frame } from './journal.ts';
import { type Nest, runMap, runParallel } from './map.ts';
import { nextRetry } from './retry.ts';
import type { Run, Scope } from './run.ts';
import { asStateError, matchesError, StateError, stateError } from './state-error.ts';
import { runTask } from './task.ts';
import { sleepUntil } from './timers.ts';

/** How a state ends: what goes on, the new values of variables, and where to. */
interface Transition {
  readonly output: unknown;
  readonly assigned: Readonly<Record<string, unknown>>;
  readonly next: string | undefined;
}

/** A state, a Choice rule or a catcher: whatever may say Output, Assign and Next. */
interface Settling {
  readonly Output?: unknown;
  readonly Assign?: Readonly<Record<string, unknown>> | undefined;
  readonly Next?: string | undefined;
}

/** What `$states` holds beside input and context. */
interface Yield {
  readonly result?: unknown;
  readonly errorOutput?: { readonly Error: string; readonly Cause: string };
}

function bindings(run: Run, scope: Scope, frame: Frame, outcome: Yield, context: object): Bindings {
  const State = {
    Name: frame.state,
    EnteredTime: new Date(frame.enteredAt).toISOString(),
    RetryCount: frame.retries.reduce((sum, used) => sum + used, 0),
  };
  const Task = frame.task && { Task: { Token: frame.task.token } };
  const states = {
    input: frame.input,
    context: { ...scope.context, State, ...Task, ...context },
    ...outcome,
  };
  return { ...run.functions, ...scope.outer, ...frame.variables, states };
}

const newFrame = (state: string, input: unknown, variables: Bindings, now: number): Frame => ({
  state,
  input,
  variables,
  enteredAt: now,
  retries: [],
});

/** Output and Assign are both evaluated with the values from before. */
async function settle(
  settling: Settling,
  values: Bindings,
  otherwise: unknown,
): Promise<Transition> {
  const { Output, Assign = {}, Next } = settling;
  const output = Output === undefined ? otherwise : await evaluate(Output, values, 'Output');
  const assigned = await evaluate(Assign, values, 'Assign');
  withinLimit(output, 'The output of the state');
  withinLimit(assigned, 'The variables that the state assigns');
  return { output, assigned: Object(assigned), next: Next };
}

async function choose(state: ChoiceState, values: Bindings, input: unknown): Promise<Transition> {
  for (const rule of state.Choices) {
    const holds = await evaluate(rule.Condition, values, 'Condition');
    if (typeof holds !== 'boolean') {
      throw stateError('States.QueryEvaluationError', "The field 'Condition' must be a boolean.");
    }
    if (holds) return settle(rule, values, input);
  }
  if (state.Default === undefined) throw stateError('States.NoChoiceMatched');
  return settle({ ...state, Next: state.Default }, values, input);
}

async function endOfWait(state: WaitState, values: Bindings, now: number): Promise<number> {
  if (state.Timestamp !== undefined) {
    const time = Date.parse(String(await evaluate(state.Timestamp, values, 'Timestamp')));
    if (!Number.isNaN(time)) return time;
    throw stateError('States.QueryEvaluationError', "The field 'Timestamp' must be a date-time.");
  }
  const bounds = { least: 0, most: 99_999_999 };
  return now + ((await evaluateNumber(state.Seconds, values, 'Seconds', bounds)) ?? 0) * 1000;
}

/** The line of states of one scope. */
function line(run: Run, scope: Scope) {
  const { journal, signal } = scope;
  const { ports, timers } = run;
  const valuesOf = (frame: Frame, outcome: Yield = {}, context: object = {}): Bindings =>
    bindings(run, scope, frame, outcome, context);

  async function attempt(state: State, frame: Frame): Promise<Transition> {
    const nest: Nest = {
      run,
      scope,
      frame,
      runPart: (of, inner, input) => of.working(runPart(of, inner, input)),
      bindingsOf: (context) => valuesOf(frame, {}, context),
    };
    const yielded = (result: unknown, next: Settling): Promise<Transition> => {
      withinLimit(result, 'The result of the state');
      return settle(next, valuesOf(frame, { result }), result);
    };
    switch (state.Type) {
      case 'Task':
        return yielded(await runTask(run, scope, state, frame, nest.bindingsOf), state);
      case 'Parallel':
        return yielded(await runParallel(nest, state), state);
      case 'Map':
        return yielded(await runMap(nest, state), state);
      case 'Choice':
        return choose(state, valuesOf(frame), frame.input);
      case 'Wait':
        if (frame.until === undefined) {
          frame.until = await endOfWait(state, valuesOf(frame), ports.now());
          journal.save(frame);
        }
        await run.parked(sleepUntil(timers, frame.until, signal));
        return settle(state, valuesOf(frame), frame.input);
      case 'Pass':
      case 'Succeed':
        return settle(state, valuesOf(frame), frame.input);
      case 'Fail': {
        const { Error: error, Cause: cause } = state;
        const said = await evaluate([error ?? '', cause ?? ''], valuesOf(frame), 'Fail');
        const [name, why] = Array.isArray(said) ? said.map(String) : [];
        throw new StateError(name ?? '', cause === undefined ? undefined : why);
      }
    }
  }

  /** The transition of the catcher that matches, if there is one. */
  async function caught(catchers: readonly Catcher[], failure: StateError, frame: Frame) {
    const catcher = catchers.find((one) => matchesError(one.ErrorEquals, failure.error));
    if (catcher === undefined) throw failure;
    const errorOutput = { Error: failure.error, Cause: failure.cause ?? '' };
    return settle(catcher, valuesOf(frame, { errorOutput }), errorOutput);
  }

  /** Runs a state, with its retries, to its transition. */
  async function step(state: State, entered: Frame): Promise<Transition> {
    let frame = entered;
    for (;;) {
      if (frame.until !== undefined && state.Type !== 'Wait') {
        // The pause before an attempt is work to come: the engine is not idle meanwhile.
        await sleepUntil(timers, frame.until, signal);
        frame = { ...frame, until: undefined };
      }
      try {
        return await attempt(state, frame);
      } catch (thrown) {
        if (signal.aborted) throw signal.reason;
        const failure = asStateError(thrown);
        const { error, cause } = failure;
        if (state.Type !== 'Task' && state.Type !== 'Parallel' && state.Type !== 'Map')
          throw failure;
        const type = state.Type === 'Task' ? 'TaskFailed' : `${state.Type}StateFailed`;
        journal.record({ type, name: frame.state, error, cause });
        const retries = [...frame.retries];
        const delay = nextRetry(state.Retry ?? [], error, retries, ports.random);
        if (delay === undefined) return caught(state.Catch ?? [], failure, frame);
        const { state: name, input, variables, enteredAt } = frame;
        frame = { state: name, input, variables, enteredAt, retries, until: ports.now() + delay };
        journal.move(frame);
      }
    }
  }

  return { step };
}

/**
 * Runs a scope to its output, from where its journal stands.
 * @throws StateError when a state fails and nothing catches it; the signal's reason when aborted.
 */
export async function runPart(run: Run, scope: Scope, input: unknown): Promise<unknown> {
  const { journal, part, signal } = scope;
  const earlier = journal.load();
  if (earlier.result !== undefined) return earlier.result.value;
  const { step } = line(run, scope);
  const enter = (frame: Frame): Frame => {
    journal.move(frame);
    journal.record({ type: `${part.States[frame.state]?.Type}StateEntered`, name: frame.state });
    return frame;
  };
  let frame = earlier.frame ?? enter(newFrame(part.StartAt, input, {}, run.ports.now()));
  for (;;) {
    signal.throwIfAborted();
    const state = part.States[frame.state];
    if (state === undefined) throw stateError('States.Runtime', `No state ${frame.state}`);
    const { output, assigned, next } = await step(state, frame);
    journal.record({ type: `${state.Type}StateExited`, name: frame.state });
    if (next === undefined) {
      journal.finish(output);
      return output;
    }
    frame = enter(newFrame(next, output, { ...frame.variables, ...assigned }, run.ports.now()));
  }
}
