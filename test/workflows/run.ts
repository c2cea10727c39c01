import {
  createEngine,
  type Engine,
  type EnginePorts,
  type ExecutionStatus,
  type Invocation,
} from '#local/step-functions/engine.ts';
import { fastClock } from './fast-clock.ts';

const ACCOUNT = 'cn-south-1:111122223333';
const lambdaArn = (name: string): string => `arn:aws:lambda:${ACCOUNT}:function:${name}`;
const machineArn = (name: string): string => `arn:aws:states:${ACCOUNT}:stateMachine:${name}`;

/** What a function answers when it shall never answer: its task ends by a timeout or its token. */
export const silence = Symbol('silence');

/** The engine's answers to a task token, for functions that are handed one. */
export type Tokens = Pick<Engine, 'sendTaskSuccess' | 'sendTaskFailure' | 'sendTaskHeartbeat'>;

interface Callable {
  // A method, so that a function may narrow the payload that it expects.
  call(payload: Readonly<Record<string, unknown>>, tokens: Tokens): unknown;
}

/** Stands for the Lambda function, or the nested machine, of the placeholder that it is keyed by. */
export type Functions = Readonly<Record<string, Callable['call']>>;

export interface RunOptions {
  /** Objects by `bucket/key`; what a ResultWriter writes is added. A bucket is named as its placeholder. */
  readonly objects?: Map<string, string>;
  /** The start of the execution, ms since 1970. */
  readonly startAt?: number;
}

export interface Ran {
  readonly status: ExecutionStatus;
  readonly output?: unknown;
  readonly error?: string;
  readonly cause?: string;
  /** The states in the order in which they were entered, without those of a Distributed Map's children. */
  readonly path: string[];
  /** How long it took by its own clock. */
  readonly seconds: number;
}

/** `${Partition}` is aws, `${…Machine}` a state machine, `${…Bucket}` itself, any other name a function. */
export function substituted(definition: unknown): unknown {
  const text = JSON.stringify(definition).replaceAll(/\$\{(\w+)\}/g, (_whole, name: string) => {
    if (name === 'Partition') return 'aws';
    if (name.endsWith('Machine')) return machineArn(name);
    return name.endsWith('Bucket') ? name : lambdaArn(name);
  });
  return JSON.parse(text);
}

/** A nested machine is one call of the function that stands for it. */
const nested = (name: string) => ({
  arn: machineArn(name),
  name,
  type: 'EXPRESS' as const,
  definition: {
    QueryLanguage: 'JSONata',
    StartAt: 'Run',
    States: {
      Run: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: lambdaArn(name), Payload: '{% $states.input %}' },
        Output: '{% $states.result.Payload %}',
        End: true,
      },
    },
  },
});

async function invocation(answer: unknown): Promise<Invocation> {
  try {
    return { payload: await answer };
  } catch (thrown) {
    const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
    return { error: { errorType: name, errorMessage: message } };
  }
}

/**
 * Runs a definition in memory to its end; time passes at once. A function that throws an error fails
 * its task by the error's `name`.
 */
export async function run(
  definition: unknown,
  input: unknown,
  functions: Functions,
  options: RunOptions = {},
): Promise<Ran> {
  const { objects = new Map<string, string>(), startAt = Date.UTC(2026, 10, 23) } = options;
  const clock = fastClock(startAt);
  const ports: EnginePorts = {
    async invoke(arn, payload) {
      const called = functions[arn.split(':').at(-1) ?? ''];
      if (called === undefined) {
        throw Object.assign(new Error(arn), { name: 'Lambda.ResourceNotFoundException' });
      }
      const copy = JSON.parse(JSON.stringify(payload));
      const answered = invocation((async () => called(copy, engine))());
      const answer = await clock.during(answered);
      if ('payload' in answer && answer.payload === silence) return new Promise(() => {});
      return JSON.parse(JSON.stringify(answer));
    },
    async getObject(bucket, key) {
      const body = objects.get(`${bucket}/${key}`);
      if (body === undefined) throw new Error(`No object ${bucket}/${key}`);
      return body;
    },
    async putObject(bucket, key, body) {
      objects.set(`${bucket}/${key}`, body);
    },
    now: clock.now,
    random: () => 0.5,
  };
  const machines = JSON.stringify(definition).matchAll(/\$\{(\w+Machine)\}/g);
  const arn = machineArn('Tested');
  const engine = createEngine({
    machines: [
      { arn, name: 'Tested', type: 'STANDARD', definition: substituted(definition) },
      ...[...new Set([...machines].map(([, name = '']) => name))].map(nested),
    ],
    ports,
    databaseFile: ':memory:',
    timers: clock,
  });
  const { executionArn } = engine.startExecution({
    stateMachineArn: arn,
    input: JSON.stringify(input),
  });
  while (engine.describeExecution(executionArn).status === 'RUNNING') {
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { status, output, error, cause } = engine.describeExecution(executionArn);
  const entered = engine
    .getExecutionHistory(executionArn)
    .filter(({ type }) => /Entered$/.test(type));
  engine.close();
  return {
    status,
    ...(output !== undefined && { output: JSON.parse(output) }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    path: entered.map(({ name = '' }) => name),
    seconds: (clock.now() - startAt) / 1000,
  };
}
