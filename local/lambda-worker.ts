import { readlinkSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { constants, setPriority } from 'node:os';
import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { Invocation, type Reply } from './lambda-messages.ts';

/** One deployed function: imports its handler, as Lambda does, then answers invocations. */
const {
  handler: file,
  functionName,
  functionArn,
  lane,
} = z
  .object({
    handler: z.string(),
    functionName: z.string(),
    functionArn: z.string(),
    lane: z.enum(['online', 'batch']),
  })
  .parse(workerData);

const port = parentPort;
if (!port) throw new Error('lambda-worker.ts runs in a worker of the local system');
const reply = (message: Reply) => port.postMessage(message);

/** On Linux a thread has a niceness of its own: what runs for a batch stands back for a person, also in the middle of its work. */
function standBack(): void {
  try {
    const thread = Number(basename(readlinkSync('/proc/thread-self')));
    setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // elsewhere the lanes alone keep the order
  }
}

type Handler = (event: unknown, context: object) => Promise<unknown>;

async function load(): Promise<Handler> {
  enableCompileCache();
  const { handler }: { handler?: unknown } = await import(file);
  if (typeof handler !== 'function') {
    throw Object.assign(new Error(`${file} exports no handler`), {
      name: 'Runtime.HandlerNotFound',
    });
  }
  return (event, context) => handler(event, context);
}

const described = (error: unknown) =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') ?? [] }
    : { errorType: 'Error', errorMessage: String(error), trace: [] };

if (lane === 'batch') standBack();
try {
  const handler = await load();
  port.on('message', async (message: unknown) => {
    const { id, event, requestId, deadline } = Invocation.parse(message);
    try {
      const result = await handler(JSON.parse(event), {
        functionName,
        functionVersion: '$LATEST',
        invokedFunctionArn: functionArn,
        awsRequestId: requestId,
        memoryLimitInMB: '1024',
        callbackWaitsForEmptyEventLoop: true,
        getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
      });
      reply({ kind: 'result', id, payload: JSON.stringify(result) ?? 'null' });
    } catch (error) {
      reply({ kind: 'failure', id, error: described(error) });
    }
  });
  reply({ kind: 'ready' });
} catch (error) {
  reply({ kind: 'broken', error: described(error) });
}
