import { createServer } from 'node:http';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StartSyncExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { stepFunctionsHandler } from '#local/step-functions/server.ts';
import { anEngine, asking, asl, EXPRESS, machine, STANDARD } from './an-engine.ts';

const tokens: string[] = [];
const express = asl({
  Known: {
    Type: 'Choice',
    Choices: [{ Condition: '{% $states.input.ok %}', Next: 'Done' }],
    Default: 'Lost',
  },
  Done: { Type: 'Succeed', Output: { outcome: 'DONE' } },
  Lost: { Type: 'Fail', Error: 'Lost', Cause: 'raced' },
});
const engine = anEngine(
  [
    machine('STANDARD', asl({ Ask: asking({ HeartbeatSeconds: 60, End: true }) })),
    machine('EXPRESS', express),
  ],
  { ask: ({ token }) => void tokens.push(String(token)) },
);
const server = createServer(stepFunctionsHandler(engine));
let client: SFNClient;
let endpoint: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === 'object' && address?.port}`;
  client = new SFNClient({
    endpoint,
    region: 'cn-south-1',
    disableHostPrefix: true,
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
afterAll(() => {
  engine.close();
  client.destroy();
  server.close();
});

const sync = (input: string) =>
  client.send(new StartSyncExecutionCommand({ stateMachineArn: EXPRESS, input }));
const begin = (name?: string, input = '{}') =>
  client.send(new StartExecutionCommand({ stateMachineArn: STANDARD, name, input }));
const describeIt = (executionArn: string | undefined) =>
  client.send(new DescribeExecutionCommand({ executionArn }));
async function beginAsked(name?: string) {
  const before = tokens.length;
  const { executionArn } = await begin(name);
  const taskToken = await vi.waitUntil(() => tokens[before]);
  return { executionArn, taskToken };
}

describe('the Step Functions client', () => {
  it('runs an Express machine and gets its output', async () => {
    const answer = await sync('{"ok":true}');
    expect(answer).toMatchObject({ status: 'SUCCEEDED', output: '{"outcome":"DONE"}' });
    expect(answer.startDate).toBeInstanceOf(Date);
    expect(answer.executionArn).toMatch(/:express:express:/);
  });

  it('gets an answer of an execution that failed, not an error', async () => {
    const answer = await sync('{"ok":false}');
    expect(answer.$metadata.httpStatusCode).toBe(200);
    expect(answer).toMatchObject({ status: 'FAILED', error: 'Lost', cause: 'raced' });
  });

  it('starts, describes, answers, lists and reads back a Standard execution', async () => {
    const { executionArn, taskToken } = await beginAsked('ap-1');
    expect(await describeIt(executionArn)).toMatchObject({ status: 'RUNNING', name: 'ap-1' });
    await client.send(new SendTaskHeartbeatCommand({ taskToken }));
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '{"by":"x"}' }));
    await vi.waitFor(async () =>
      expect(await describeIt(executionArn)).toMatchObject({
        status: 'SUCCEEDED',
        output: '{"by":"x"}',
      }),
    );
    const listed = await client.send(
      new ListExecutionsCommand({ stateMachineArn: STANDARD, statusFilter: 'SUCCEEDED' }),
    );
    expect(listed.executions).toMatchObject([{ executionArn, name: 'ap-1', status: 'SUCCEEDED' }]);
    const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events?.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
    expect(events?.[1]?.stateEnteredEventDetails?.name).toBe('Ask');
  });

  it('fails a task and finds the error in the history', async () => {
    const { executionArn, taskToken } = await beginAsked();
    await client.send(new SendTaskFailureCommand({ taskToken, error: 'Refused', cause: 'why' }));
    await vi.waitFor(async () =>
      expect(await describeIt(executionArn)).toMatchObject({ status: 'FAILED', error: 'Refused' }),
    );
    const { events } = await client.send(
      new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 1 }),
    );
    expect(events).toMatchObject([{ executionFailedEventDetails: { error: 'Refused' } }]);
  });

  it('stops an execution', async () => {
    const { executionArn } = await beginAsked();
    const { stopDate } = await client.send(new StopExecutionCommand({ executionArn }));
    expect(stopDate).toBeInstanceOf(Date);
    expect(await describeIt(executionArn)).toMatchObject({ status: 'ABORTED' });
  });

  it('pages through a list', async () => {
    const page = (nextToken?: string) =>
      client.send(
        new ListExecutionsCommand({ stateMachineArn: STANDARD, maxResults: 2, nextToken }),
      );
    const first = await page();
    expect(first.executions).toHaveLength(2);
    const second = await page(first.nextToken);
    expect(second.nextToken).toBeUndefined();
    expect(second.executions?.length).toBeGreaterThan(0);
  });

  it.each([
    ['ExecutionAlreadyExists', () => begin('ap-1', '{"other":1}')],
    [
      'ExecutionDoesNotExist',
      () => describeIt(`${STANDARD.replace('stateMachine', 'execution')}:none`),
    ],
    ['InvalidArn', () => describeIt('none')],
    ['InvalidExecutionInput', () => begin(undefined, '{')],
    ['InvalidName', () => begin('a b')],
    ['InvalidToken', () => client.send(new SendTaskHeartbeatCommand({ taskToken: 'none' }))],
    [
      'StateMachineDoesNotExist',
      () => client.send(new StartExecutionCommand({ stateMachineArn: 'none' })),
    ],
    [
      'StateMachineTypeNotSupported',
      () => client.send(new StartSyncExecutionCommand({ stateMachineArn: STANDARD })),
    ],
    [
      'TaskDoesNotExist',
      () => client.send(new SendTaskHeartbeatCommand({ taskToken: 'A'.repeat(48) })),
    ],
    ['TaskTimedOut', () => client.send(new SendTaskHeartbeatCommand({ taskToken: tokens[0] }))],
    ['ValidationException', () => begin(undefined, ' '.repeat(262_145))],
  ])('gets %s by its name', async (name, send) => {
    await expect(send()).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
  });

  it('is told of an action that is not there, and of a body that is not JSON', async () => {
    const post = async (action: string, body: string) => {
      const headers = { 'x-amz-target': `AWSStepFunctions.${action}` };
      const response = await fetch(endpoint, { method: 'POST', headers, body });
      return [response.status, /#(\w+)/.exec(await response.text())?.[1]];
    };
    expect(await post('CreateStateMachine', '{}')).toEqual([400, 'UnknownOperationException']);
    expect(await post('StartExecution', '{')).toEqual([400, 'ValidationException']);
    expect(await post('StartExecution', '{"a":1}')).toEqual([400, 'ValidationException']);
  });
});
