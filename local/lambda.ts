import type { Writable } from 'node:stream';
import type { DeployedFunction } from './deployment.ts';
import { type Instance, type Outcome, startInstance } from './lambda-instance.ts';
import { createLanes } from './lanes.ts';

/** Invocations of one function at once, unless the template says another number. */
const CONCURRENCY = 8;
/** Invocations of the whole batch lane at once, with nobody about: most of them wait for the database. */
const BATCH_CONCURRENCY = 12;

export interface LambdaOptions {
  readonly functions: readonly DeployedFunction[];
  /** folder that the handlers' paths start from */
  readonly root: string;
  /** what every function finds in its environment beside its own: end-points, region, credentials */
  readonly environment: Readonly<Record<string, string>>;
  /** where handlers write what they log */
  readonly log: Writable;
  /** told of every invocation that has ended */
  readonly invoked?: (invocation: Invoked) => void;
}

/** An invocation as it ran, without the time that it waited to be let in; milliseconds since the epoch, with fractions. */
export interface Invoked {
  readonly name: string;
  readonly event: unknown;
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface Lambda {
  /**
   * Invokes a function and waits for its answer. An unknown ARN is an error of the caller; everything
   * that happens inside the function comes back as `error`, with the names that Lambda gives.
   */
  invoke(functionArn: string, event: unknown): Promise<Outcome>;
  /** Loads the online lane's functions, one after the other, so that nobody waits for the first call. */
  warm(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Functions as worker threads: each has its own module instances and its own environment and starts
 * at its first invocation. One thread answers several invocations at once, which Lambda never does.
 */
export function createLambda({
  functions,
  root,
  environment,
  log,
  invoked = () => {},
}: LambdaOptions): Lambda {
  const enter = createLanes(BATCH_CONCURRENCY);
  const instances = new Map<string, Instance>();
  let stopped = false;

  const instanceOf = (fn: DeployedFunction): Instance => {
    const current = instances.get(fn.arn);
    if (current && !current.retired) return current;
    const launch = {
      root,
      log,
      environment: {
        ...environment,
        ...fn.environment,
        AWS_LAMBDA_FUNCTION_NAME: fn.name,
        AWS_SDK_UA_APP_ID: fn.name, // every call of the SDK says whose it is
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      },
    };
    const instance = startInstance(fn, launch);
    instances.set(fn.arn, instance);
    return instance;
  };

  return {
    async invoke(functionArn, event) {
      const fn = functions.find(({ arn }) => arn === functionArn);
      if (!fn) throw new TypeError(`no function ${functionArn} is deployed`);
      const entrant = { name: fn.arn, lane: fn.lane, concurrency: fn.concurrency ?? CONCURRENCY };
      return enter(entrant, async () => {
        if (stopped) throw new Error('the local system is stopping');
        const startedAt = performance.timeOrigin + performance.now();
        const outcome = await instanceOf(fn).invoke(event);
        const endedAt = performance.timeOrigin + performance.now();
        invoked({ name: fn.name, event, startedAt, endedAt });
        return outcome;
      });
    },
    async warm() {
      for (const fn of functions) {
        if (stopped) return;
        if (fn.lane === 'online') await instanceOf(fn).ready;
      }
    },
    async stop() {
      stopped = true;
      await Promise.all([...instances.values()].map((instance) => instance.stop()));
    },
  };
}
