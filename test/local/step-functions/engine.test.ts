import { describe, expect, it } from 'vitest';
import type { Engine } from '#local/step-functions/engine.ts';
import {
  asked,
  asking,
  asl,
  EXPRESS,
  ended,
  forever,
  lambda,
  machine,
  one,
  opened,
  STANDARD,
  start,
} from './an-engine.ts';

describe('a task token', () => {
  it('fails its task by the name that was sent', async () => {
    const { ask, one: token } = asked();
    const engine = opened([one(asking())], { ask });
    const arn = start(engine);
    engine.sendTaskFailure(await token(), 'Refused', 'why');
    expect(await ended(engine, arn)).toMatchObject({ error: 'Refused', cause: 'why' });
  });

  it('can be answered before the function returns', async () => {
    const engine: Engine = opened([one(asking())], {
      ask: ({ token }) => {
        engine.sendTaskSuccess(String(token), '7');
        return forever();
      },
    });
    expect(await ended(engine, start(engine))).toMatchObject({ output: '7' });
  });

  it('is kept alive by heartbeats', async () => {
    const { ask, one: token } = asked();
    const engine = opened([one(asking({ HeartbeatSeconds: 1 }))], { ask });
    const arn = start(engine);
    const sent = await token();
    const beat = setInterval(() => engine.sendTaskHeartbeat(sent), 300);
    await new Promise((resolve) => setTimeout(resolve, 1400));
    expect(engine.describeExecution(arn).status).toBe('RUNNING');
    clearInterval(beat);
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect(await ended(engine, arn)).toMatchObject({ error: 'States.HeartbeatTimeout' });
  });

  it('is refused when it is none, unknown, used or past', async () => {
    const { ask, one: token } = asked();
    const engine = opened([one(asking())], { ask });
    const arn = start(engine);
    const sent = await token();
    const send =
      (text: string, output = '1') =>
      () =>
        engine.sendTaskSuccess(text, output);
    const named = (name: string) => expect.objectContaining({ name });
    expect(send('none')).toThrow(named('InvalidToken'));
    expect(send('A'.repeat(48))).toThrow(named('TaskDoesNotExist'));
    expect(send(sent, '{')).toThrow(named('InvalidOutput'));
    send(sent)();
    expect(send(sent)).toThrow(named('TaskTimedOut'));
    await ended(engine, arn);
    expect(() => engine.sendTaskHeartbeat(sent)).toThrow(named('TaskTimedOut'));
  });

  it('dies with an execution that is stopped', async () => {
    const { ask, one: token } = asked();
    const engine = opened([one(asking())], { ask });
    const arn = start(engine);
    const sent = await token();
    engine.stopExecution(arn, 'Withdrawn');
    expect(engine.describeExecution(arn)).toMatchObject({ status: 'ABORTED', error: 'Withdrawn' });
    await engine.idle();
    expect(() => engine.sendTaskSuccess(sent, '1')).toThrow('does not exist anymore');
  });
});

describe('the engine', () => {
  it('times a whole execution out, which nothing catches', async () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'T' }];
    const States = { S: lambda('f', { Catch, End: true }), T: { Type: 'Succeed' } };
    const engine = opened([machine('STANDARD', asl(States, { TimeoutSeconds: 1 }))], {
      f: forever,
    });
    const arn = start(engine);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await ended(engine, arn)).toMatchObject({
      status: 'TIMED_OUT',
      error: 'States.Timeout',
    });
  });

  it('gives one answer to one name and input, and refuses another input or an ended one', async () => {
    const { ask, one: token } = asked();
    const engine = opened([one(asking())], { ask });
    const begin = (input: string) =>
      engine.startExecution({ stateMachineArn: STANDARD, name: 'n', input });
    const first = begin('{"a":1}');
    expect(begin('{"a":1}')).toEqual(first);
    expect(() => begin('{"a":2}')).toThrow('Already Exists');
    engine.sendTaskSuccess(await token(), '1');
    await ended(engine, first.executionArn);
    expect(() => begin('{"a":1}')).toThrow('Already Exists');
  });

  it('starts and runs one machine from another', async () => {
    const call = (integration: string) => ({
      Type: 'Task',
      Resource: `arn:aws:states:::${integration}`,
      Arguments: { StateMachineArn: '{% $states.input.arn %}', Input: { a: 1 } },
    });
    const nested = machine('EXPRESS', asl({ E: { Type: 'Fail', Error: 'Lost', Cause: 'raced' } }));
    const sync = opened([nested, one(call('aws-sdk:sfn:startSyncExecution'))], {});
    const arn = start(sync, { arn: EXPRESS });
    const { status, output = '{}' } = await ended(sync, arn);
    expect(status).toBe('SUCCEEDED');
    expect(JSON.parse(output)).toMatchObject({ Status: 'FAILED', Error: 'Lost', Input: '{"a":1}' });
    const begun = opened([nested, one(call('states:startExecution'))], {});
    const started = await ended(begun, start(begun, { arn: EXPRESS }));
    expect(JSON.parse(started.output ?? '{}').ExecutionArn).toMatch(/:express:express:/);
    expect(await ended(begun, start(begun, { arn: 'none' }))).toMatchObject({
      error: 'StepFunctions.StateMachineDoesNotExistException',
    });
  });

  it('is idle while executions only wait, and not while a function runs', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { ask } = asked();
    const States = { S: lambda('f', { Next: 'T' }), T: asking({ End: true }) };
    const engine = opened([machine('STANDARD', asl(States))], { f: () => held.then(() => 1), ask });
    const arn = start(engine);
    let idle = false;
    const done = engine.idle().then(() => {
      idle = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(idle).toBe(false);
    release();
    await done;
    expect(engine.describeExecution(arn).status).toBe('RUNNING');
  });

  it('runs the items of a second Map, and of a second attempt, anew', async () => {
    const seen: unknown[] = [];
    const f = ({ n }: { readonly n?: unknown }) => {
      seen.push(n);
      if (seen.length === 2) throw Object.assign(new Error('again'), { name: 'Busy' });
      return { n: Number(n) + 1 };
    };
    const each = (inner: string, more: object) => ({
      Type: 'Map',
      MaxConcurrency: 1,
      ItemProcessor: { StartAt: inner, States: { [inner]: lambda('f', { End: true }) } },
      Retry: [{ ErrorEquals: ['States.ALL'] }],
      ...more,
    });
    const States = { S: each('I', { Next: 'T' }), T: each('J', { End: true }) };
    const engine = opened([machine('STANDARD', asl(States))], { f });
    const arn = start(engine, [{ n: 1 }, { n: 5 }]);
    await engine.idle();
    expect(engine.describeExecution(arn)).toMatchObject({ output: '[{"n":3},{"n":7}]' });
    expect(seen).toEqual([1, 5, 1, 5, 2, 6]);
  });

  it('writes the states it entered and left, and the errors, to the history', async () => {
    const Choices = [{ Condition: false, Next: 'S' }];
    const engine = opened([machine('STANDARD', asl({ S: { Type: 'Choice', Choices } }))], {});
    const arn = start(engine);
    await ended(engine, arn);
    await engine.idle();
    expect(
      engine.getExecutionHistory(arn).map(({ id, type, name, error }) => [id, type, name, error]),
    ).toEqual([
      [1, 'ExecutionStarted', undefined, undefined],
      [2, 'ChoiceStateEntered', 'S', undefined],
      [3, 'ExecutionFailed', undefined, 'States.NoChoiceMatched'],
    ]);
  });

  it('runs a thousand Express executions in little time', async () => {
    const engine = opened([machine('EXPRESS', asl({ E: lambda('f', { End: true }) }))], {
      f: () => 1,
    });
    const from = performance.now();
    const runs = Array.from({ length: 1000 }, () =>
      engine.startSyncExecution({ stateMachineArn: EXPRESS }),
    );
    expect((await Promise.all(runs)).every(({ output }) => output === '1')).toBe(true);
    expect(performance.now() - from).toBeLessThan(5000);
  });
});
