import { afterEach, expect, vi } from 'vitest';
import {
  createEngine,
  type Engine,
  type EnginePorts,
  type Machine,
} from '#local/step-functions/engine.ts';

const ACCOUNT = 'arn:aws:states:cn-south-1:111122223333:stateMachine';
export const STANDARD = `${ACCOUNT}:standard`;
export const EXPRESS = `${ACCOUNT}:express`;

export const lambda = (name: string, more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: name, Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
  ...more,
});

/** A task that hands its token to the function `ask` and waits. */
export const asking = (more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
  ...more,
});

export const asl = (States: object, more: object = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(States)[0],
  States,
  ...more,
});

export const machine = (type: Machine['type'], definition: object): Machine => {
  const arn = type === 'STANDARD' ? STANDARD : EXPRESS;
  return { arn, name: type.toLowerCase(), type, definition };
};

/** What a function is given and answers: its payload as an object. */
export type Called = (payload: Readonly<Record<string, unknown>>) => unknown;

/** An engine on the clock of the process, whose functions are these. */
export function anEngine(
  machines: readonly Machine[],
  functions: Readonly<Record<string, Called>>,
  databaseFile = ':memory:',
  ports: Partial<EnginePorts> = {},
) {
  return createEngine({
    machines,
    databaseFile,
    ports: {
      invoke: async (name, payload) => ({ payload: await functions[name]?.(Object(payload)) }),
      getObject: async () => '',
      putObject: async () => {},
      now: Date.now,
      random: () => 0.5,
      ...ports,
    },
  });
}

export const forever = (): Promise<never> => new Promise(() => {});
const engines: Engine[] = [];
/** Engines are closed after the test; one that is dropped, as by a kill, must not be used again. */
export const opened = (...given: Parameters<typeof anEngine>): Engine => {
  const engine = anEngine(...given);
  engines.push(engine);
  return engine;
};
afterEach(() => {
  for (const engine of engines.splice(0)) engine.close();
});

export const one = (state: object, more: object = {}) =>
  machine('STANDARD', asl({ S: { End: true, ...state } }, more));
export const ended = (engine: Engine, arn: string) =>
  vi.waitFor(() => {
    const execution = engine.describeExecution(arn);
    expect(execution.status).not.toBe('RUNNING');
    return execution;
  });
export const start = (engine: Engine, input: unknown = {}): string =>
  engine.startExecution({ stateMachineArn: STANDARD, input: JSON.stringify(input) }).executionArn;

/** Keeps the token that a waiting task hands to its function. */
export function asked() {
  const tokens: string[] = [];
  const ask = ({ token }: { readonly token?: unknown }) => void tokens.push(String(token));
  return { tokens, ask, one: () => vi.waitUntil(() => tokens[0]) };
}
