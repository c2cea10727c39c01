import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StartSyncExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { AttemptTask, BatchId } from '../shared/ids.ts';
import { logger } from './logger.ts';

/** StartSyncExecution has a host of its own (`sync-…`), which an end-point of one's own has not. */
const client = new SFNClient({ disableHostPrefix: process.env.AWS_ENDPOINT_URL_SFN !== undefined });

/**
 * Runs an Express machine and waits for its end. A failed execution is told by its status, not
 * thrown: what was submitted stays submitted, and the sweep starts it again.
 */
export async function runToEnd(
  machine: string,
  { applicationId, attempt }: AttemptTask,
): Promise<void> {
  const { status, executionArn } = await client.send(
    new StartSyncExecutionCommand({
      stateMachineArn: machine,
      input: JSON.stringify({ applicationId, attempt }),
    }),
  );
  if (status !== 'SUCCEEDED')
    logger.error('execution failed', { applicationId, attempt, status, executionArn });
}

export async function start(
  machine: string,
  { applicationId, attempt }: AttemptTask,
): Promise<void> {
  await client.send(
    new StartExecutionCommand({
      stateMachineArn: machine,
      input: JSON.stringify({ applicationId, attempt }),
    }),
  );
}

/** Starts an execution under a name that it has for ever: a second start is none. */
export async function startOnce(
  machine: string,
  input: { batchId: BatchId },
  name: string,
): Promise<void> {
  try {
    await client.send(
      new StartExecutionCommand({ stateMachineArn: machine, input: JSON.stringify(input), name }),
    );
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error;
  }
}

/**
 * Wakes a machine that waits by task token. One that waits no more (it timed out, or another answer
 * was first) needs no waking: it looks at the table when it goes on.
 */
export async function wake(taskToken: string, output: object): Promise<void> {
  await wakeIfWaiting(taskToken, output);
}

/** The same, and tells whether a machine waited. */
export async function wakeIfWaiting(taskToken: string, output: object): Promise<boolean> {
  try {
    await client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));
    return true;
  } catch (error) {
    const late =
      error instanceof TaskTimedOut ||
      error instanceof TaskDoesNotExist ||
      error instanceof InvalidToken;
    if (!late) throw error;
    return false;
  }
}
