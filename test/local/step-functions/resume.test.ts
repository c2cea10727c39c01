import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import {
  asked,
  asking,
  asl,
  ended,
  forever,
  lambda,
  machine,
  one,
  opened,
  start,
} from './an-engine.ts';

const file = (): string => join(mkdtempSync(join(tmpdir(), 'step-functions-')), 'executions.db');

describe('an execution that is resumed after a kill', () => {
  it('runs the task again that was in flight, and not the one before', async () => {
    const path = file();
    const calls: string[] = [];
    const machines = [
      machine(
        'STANDARD',
        asl({
          A: lambda('a', { Assign: { kept: '{% $states.result.Payload %}' }, Next: 'B' }),
          B: lambda('b', { Output: ['{% $kept %}', '{% $states.result.Payload %}'], End: true }),
        }),
      ),
    ];
    const a = () => calls.push('a');
    const arn = start(
      opened(
        machines,
        {
          a,
          b: () => {
            calls.push('b');
            return forever();
          },
        },
        path,
      ),
    );
    await vi.waitUntil(() => calls.length === 2);
    const second = opened(machines, { a, b: () => 'done' }, path);
    second.resume();
    expect(await ended(second, arn)).toMatchObject({ status: 'SUCCEEDED', output: '[1,"done"]' });
    expect(calls).toEqual(['a', 'b']);
  });

  it('keeps waiting for the same token and does not call the function again', async () => {
    const path = file();
    const machines = [one(asking({ TimeoutSeconds: 60 }))];
    const first = asked();
    const engine = opened(machines, { ask: first.ask }, path);
    const arn = start(engine);
    const token = await first.one();
    await engine.idle();
    const again = asked();
    const second = opened(machines, { ask: again.ask }, path);
    second.resume();
    await second.idle();
    second.sendTaskSuccess(token, '{"by":"official"}');
    expect(await ended(second, arn)).toMatchObject({ output: '{"by":"official"}' });
    expect(again.tokens).toEqual([]);
  });

  it('knows what was sent to the token before the kill', async () => {
    const path = file();
    const two = machine(
      'STANDARD',
      asl({ S: asking({ Next: 'T' }), T: lambda('t', { End: true }) }),
    );
    const { ask, one: token } = asked();
    const engine = opened([two], { ask, t: forever }, path);
    const arn = start(engine);
    const sent = await token();
    await engine.idle();
    engine.sendTaskSuccess(sent, '1');
    engine.close();
    const second = opened([two], { ask: forever, t: (input) => Number(input) + 1 }, path);
    second.resume();
    expect(await ended(second, arn)).toMatchObject({ status: 'SUCCEEDED', output: '2' });
  });

  it('keeps the deadline of a task that waits for its token', async () => {
    const path = file();
    let now = Date.UTC(2026, 10, 23);
    const ports = { now: () => now };
    const machines = [one(asking({ TimeoutSeconds: 1000 }))];
    const { ask, one: token } = asked();
    const engine = opened(machines, { ask }, path, ports);
    const arn = start(engine);
    await token();
    await engine.idle();
    now += 1_000_000;
    const second = opened(machines, {}, path, ports);
    second.resume();
    expect(await ended(second, arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('keeps the end of a Wait', async () => {
    const path = file();
    let now = Date.UTC(2026, 10, 23);
    const ports = { now: () => now };
    const machines = [one({ Type: 'Wait', Seconds: 5_000_000 })];
    const engine = opened(machines, {}, path, ports);
    const arn = start(engine);
    await engine.idle();
    now += 5_000_000_000;
    const second = opened(machines, {}, path, ports);
    second.resume();
    expect(await ended(second, arn)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('keeps the attempts that were spent', async () => {
    const path = file();
    const Retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 1 }];
    const machines = [one(lambda('f', { Retry }))];
    const error = { error: { errorType: 'Busy', errorMessage: '' } };
    let calls = 0;
    const invoke = async () => {
      calls += 1;
      return calls === 1 ? error : forever();
    };
    const arn = start(opened(machines, {}, path, { invoke }));
    await vi.waitUntil(() => calls === 2, 3000);
    const second = opened(machines, {}, path, { invoke: async () => error });
    second.resume();
    expect(await ended(second, arn)).toMatchObject({ status: 'FAILED', error: 'Busy' });
  });

  const inner = (ProcessorConfig: object) => ({
    Type: 'Map',
    MaxConcurrency: 2,
    ItemProcessor: { ProcessorConfig, StartAt: 'I', States: { I: lambda('f', { End: true }) } },
  });
  it.each([
    ['inline', { Mode: 'INLINE' }],
    ['distributed', { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }],
  ])('does only the items of an %s Map that are not finished', async (_mode, config) => {
    const path = file();
    const machines = [one(inner(config))];
    const seen: unknown[] = [];
    const first = ({ n }: { readonly n?: unknown }) => (seen.push(n) < 3 ? n : forever());
    const arn = start(
      opened(machines, { f: first }, path),
      [1, 2, 3, 4, 5].map((n) => ({ n })),
    );
    await vi.waitUntil(() => seen.length === 4);
    const again: unknown[] = [];
    const rest = ({ n }: { readonly n?: unknown }) => {
      again.push(n);
      return n;
    };
    const second = opened(machines, { f: rest }, path);
    second.resume();
    expect(await ended(second, arn)).toMatchObject({ output: '[1,2,3,4,5]' });
    expect(again.sort()).toEqual([3, 4, 5]);
  });

  it('keeps each branch of a Parallel where it stood', async () => {
    const path = file();
    const branch = (name: string, state: object) => ({
      StartAt: name,
      States: { [name]: { ...state, End: true } },
    });
    const Branches = [branch('Ask', asking()), branch('Call', lambda('f'))];
    const machines = [one({ Type: 'Parallel', Branches })];
    const { ask, one: token } = asked();
    let calls = 0;
    const engine = opened(machines, { ask, f: () => (calls += 1) }, path);
    const arn = start(engine);
    const sent = await token();
    await engine.idle();
    const second = opened(machines, { ask: forever, f: () => (calls += 1) }, path);
    second.resume();
    second.sendTaskSuccess(sent, '"yes"');
    expect(await ended(second, arn)).toMatchObject({ output: '["yes",1]' });
  });

  it('is not run twice when resume is called twice, nor after its end', async () => {
    let calls = 0;
    const engine = opened([one(lambda('f'))], { f: () => (calls += 1) });
    const arn = start(engine);
    engine.resume();
    await ended(engine, arn);
    engine.resume();
    await engine.idle();
    expect(calls).toBe(1);
  });
});
