import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { basename, dirname } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import type { DeployedFunction } from '#local/deployment.ts';
import { createLambda, type Lambda } from '#local/lambda.ts';

const MISBEHAVING = fileURLToPath(new URL('./handlers/misbehaving.ts', import.meta.url));
const UNLOADABLE = fileURLToPath(new URL('./handlers/unloadable.ts', import.meta.url));

const aFunction = (name: string, over: Partial<DeployedFunction> = {}): DeployedFunction => ({
  arn: `arn:${name}`,
  name,
  handler: basename(MISBEHAVING),
  lane: 'online',
  environment: { OWN: name },
  timeoutMs: 5000,
  ...over,
});

let lambda: Lambda | undefined;
afterEach(() => lambda?.stop());

function deployed(...functions: DeployedFunction[]): Lambda {
  lambda = createLambda({
    functions,
    root: dirname(MISBEHAVING),
    environment: { AWS_REGION: 'ap-east-1' },
    log: new PassThrough().resume(),
  });
  return lambda;
}

const tells = (variable: string) => ({ does: 'tells', variable });

it('gives each function its own environment and none of the process', async () => {
  const { invoke } = deployed(aFunction('A'), aFunction('B'));
  expect(await invoke('arn:A', tells('OWN'))).toEqual({ payload: { told: 'A', by: 'A' } });
  expect(await invoke('arn:B', tells('OWN'))).toEqual({ payload: { told: 'B', by: 'B' } });
  expect(await invoke('arn:B', tells('WRITTEN_BY'))).toMatchObject({ payload: { told: 'B' } });
  expect(await invoke('arn:B', tells('AWS_REGION'))).toMatchObject({
    payload: { told: 'ap-east-1' },
  });
  expect(await invoke('arn:B', tells('PATH'))).toEqual({ payload: { by: 'B' } });
  expect(process.env.WRITTEN_BY).toBeUndefined();
});

it.runIf(process.platform === 'linux')('lets the batch lane’s threads stand back', async () => {
  const nicenesses = () =>
    readdirSync('/proc/self/task').map((thread) => {
      const fields = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8').replace(/^.*\) /, '');
      return Number(fields.split(' ')[16]);
    });
  const { invoke } = deployed(aFunction('A'), aFunction('B', { lane: 'batch' }));
  const usual = getPriority();
  await invoke('arn:A', tells('OWN'));
  expect(new Set(nicenesses())).toEqual(new Set([usual]));
  await invoke('arn:B', tells('OWN'));
  expect(nicenesses().filter((it) => it > usual)).toHaveLength(1);
});

it('reports a failure by the name of the error', async () => {
  const { invoke } = deployed(aFunction('A'));
  const outcome = await invoke('arn:A', { does: 'fails', name: 'NameTaken' });
  expect(outcome).toMatchObject({ error: { errorType: 'NameTaken', errorMessage: 'as asked' } });
});

it('reports a module that does not load, at every invocation', async () => {
  const { invoke } = deployed(aFunction('A', { handler: basename(UNLOADABLE) }));
  for (const _ of [1, 2]) {
    expect(await invoke('arn:A', {})).toMatchObject({ error: { errorType: 'ZodError' } });
  }
});

it('times out, and replaces a thread that hangs', async () => {
  const { invoke } = deployed(aFunction('A', { timeoutMs: 500 }));
  const outcome = await invoke('arn:A', { does: 'spins' });
  expect(outcome).toMatchObject({
    error: {
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringContaining('Task timed out after 0.50 seconds'),
    },
  });
  expect(await invoke('arn:A', tells('OWN'))).toMatchObject({ payload: { told: 'A' } });
});

it('lets what runs beside a timed-out invocation finish', async () => {
  const { invoke } = deployed(aFunction('A', { timeoutMs: 600 }));
  await invoke('arn:A', tells('OWN'));
  const late = invoke('arn:A', { does: 'sleeps', ms: 1500 });
  await new Promise((done) => setTimeout(done, 300));
  const beside = invoke('arn:A', { does: 'sleeps', ms: 450 });
  expect(await late).toMatchObject({ error: { errorType: 'Sandbox.Timedout' } });
  expect(await beside).toMatchObject({ payload: { together: 2 } });
});

it('survives a handler that ends its process', async () => {
  const { invoke } = deployed(aFunction('A'));
  expect(await invoke('arn:A', { does: 'exits' })).toMatchObject({
    error: { errorType: 'Runtime.ExitError' },
  });
  expect(await invoke('arn:A', tells('OWN'))).toMatchObject({ payload: { told: 'A' } });
});

it('runs no more of a function at once than the template allows', async () => {
  const { invoke } = deployed(aFunction('A', { concurrency: 2 }));
  const outcomes = await Promise.all(
    [1, 2, 3, 4, 5].map(() => invoke('arn:A', { does: 'sleeps', ms: 50 })),
  );
  const together = outcomes.map((outcome) => ('payload' in outcome ? outcome.payload : outcome));
  expect(new Set(together.map((payload) => JSON.stringify(payload)))).toEqual(
    new Set(['{"together":1}', '{"together":2}']),
  );
});
