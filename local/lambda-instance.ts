import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DeployedFunction } from './deployment.ts';
import { type FunctionError, type Invocation, Reply } from './lambda-messages.ts';

export type Outcome = { readonly payload: unknown } | { readonly error: FunctionError };

/** Lambda's limit of what a synchronous invocation may answer. */
const ANSWER_LIMIT = 6 * 1024 * 1024;

const failed = (errorType: string, errorMessage: string): Outcome => ({
  error: { errorType, errorMessage, trace: [] },
});

/** A worker thread that holds a function's loaded module and its environment. */
export interface Instance {
  /** settled as soon as the module is loaded, or is known not to load */
  readonly ready: Promise<void>;
  /** takes no more invocations: it is broken, has ended, or one has run over its time */
  readonly retired: boolean;
  invoke(event: unknown): Promise<Outcome>;
  stop(): Promise<void>;
}

interface Launch {
  readonly root: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly log: Writable;
}

export function startInstance(
  { arn, name, handler, lane, timeoutMs }: DeployedFunction,
  { root, environment, log }: Launch,
): Instance {
  const worker = new Worker(new URL('./lambda-worker.ts', import.meta.url), {
    env: { ...environment },
    stdout: true,
    stderr: true,
    workerData: {
      handler: pathToFileURL(`${root}/${handler}`).href,
      functionName: name,
      functionArn: arn,
      lane,
    },
  });
  worker.stdout.on('data', (chunk) => log.write(chunk));
  worker.stderr.on('data', (chunk) => log.write(chunk));

  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();
  const open = new Map<number, (outcome: Outcome) => void>();
  let retired = false;
  let broken: FunctionError | undefined;
  let invocations = 0;

  const settle = (id: number, outcome: Outcome) => {
    open.get(id)?.(outcome);
    open.delete(id);
    if (retired && open.size === 0) void worker.terminate();
  };
  const retire = () => {
    retired = true;
    if (open.size === 0) void worker.terminate();
  };

  worker.on('message', (message: unknown) => {
    const reply = Reply.parse(message);
    if (reply.kind === 'ready') return isReady();
    if (reply.kind === 'result') return settle(reply.id, answered(reply.payload));
    if (reply.kind === 'failure') return settle(reply.id, { error: reply.error });
    broken = reply.error;
    retire();
    isReady();
  });
  worker.on('error', (error) => log.write(`${name}: ${error.stack ?? error.message}\n`));
  worker.on('exit', () => {
    retired = true;
    isReady();
    const lost = failed('Runtime.ExitError', `${name}: Runtime exited without providing a reason`);
    for (const id of [...open.keys()]) settle(id, lost);
  });

  return {
    ready,
    get retired() {
      return retired;
    },
    async invoke(event) {
      await ready;
      if (broken) return { error: broken };
      if (retired) return failed('Runtime.ExitError', `${name}: Runtime exited`);
      const requestId = randomUUID();
      const id = ++invocations;
      const invocation: Invocation = {
        id,
        event: JSON.stringify(event) ?? 'null',
        requestId,
        deadline: Date.now() + timeoutMs,
      };
      return new Promise((answer) => {
        const timer = setTimeout(() => {
          retire();
          const seconds = (timeoutMs / 1000).toFixed(2);
          const message = `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`;
          settle(id, failed('Sandbox.Timedout', message));
        }, timeoutMs);
        open.set(id, (outcome) => {
          clearTimeout(timer);
          answer(outcome);
        });
        worker.postMessage(invocation);
      });
    },
    async stop() {
      retired = true;
      await worker.terminate();
    },
  };
}

const answered = (payload: string): Outcome =>
  payload.length > ANSWER_LIMIT
    ? failed(
        'Function.ResponseSizeTooLarge',
        `Response payload size exceeded ${ANSWER_LIMIT} bytes`,
      )
    : { payload: JSON.parse(payload) };
