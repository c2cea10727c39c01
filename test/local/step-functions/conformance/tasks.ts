import { silence } from '#test/workflows/run.ts';
import { call, failure, invoke, type Row } from './row.ts';

const retry = (more: object) => ({ Retry: [{ ErrorEquals: ['Busy'], ...more }] });
const caught = (...ErrorEquals: string[]) => ({ Catch: [{ ErrorEquals, Next: 'Caught' }] });
const SLOW = { TimeoutSeconds: 5 };
const big = 'x'.repeat(262_144);

/** A task that fails so, and a catcher for these names: caught or not. */
const catches = (
  names: readonly string[],
  state: object,
  results: readonly unknown[],
  hit: boolean,
): Row => ({
  name: `${names} ${hit ? 'catches' : 'does not catch'} ${results.map((result) => String(result).slice(0, 20))} ${Object.keys(state)}`,
  state: call({ ...state, ...caught(...names) }),
  results,
  expected: { status: hit ? 'SUCCEEDED' : 'FAILED', path: hit ? ['Tested', 'Caught'] : ['Tested'] },
});

export const tasks: readonly Row[] = [
  {
    name: 'the result of an invocation has its payload, version and status code',
    state: invoke(),
    results: [{ a: 1 }],
    expected: { output: { ExecutedVersion: '$LATEST', Payload: { a: 1 }, StatusCode: 200 } },
  },
  {
    name: 'a function that answers nothing has the payload null',
    state: call(),
    results: [undefined],
    expected: { output: null },
  },
  {
    name: 'arguments are evaluated and handed to the function',
    state: call({}, { sum: '{% $states.input.a + 1 %}' }),
    input: { a: 1 },
    results: [(payload: unknown) => payload],
    expected: { output: { sum: 2 } },
  },
  {
    name: 'arguments can be one expression',
    state: call({ Arguments: "{% { 'FunctionName': '${Called}', 'Payload': $states.input } %}" }),
    input: { a: 1 },
    results: [(payload: unknown) => payload],
    expected: { output: { a: 1 } },
  },
  {
    name: 'arguments that the integration cannot use are States.Runtime, which nothing catches',
    state: call({ Arguments: "{% { 'FunctionName': 1 } %}", ...caught('States.ALL') }),
    expected: { status: 'FAILED', error: 'States.Runtime' },
  },
  {
    name: 'an error of the function is named by its type, its cause is the JSON of it',
    state: call(),
    results: [failure('NameTaken', 'said')],
    expected: {
      status: 'FAILED',
      error: 'NameTaken',
      cause: '{"errorType":"NameTaken","errorMessage":"said"}',
    },
  },
  {
    name: 'a function that cannot be called fails by the Lambda service’s error',
    state: call({ Arguments: { FunctionName: '${Absent}' } }),
    expected: { error: 'Lambda.ResourceNotFoundException' },
  },
  {
    name: 'TimeoutSeconds ends a task with States.Timeout',
    state: call({ TimeoutSeconds: 30 }),
    results: [silence],
    expected: { status: 'FAILED', error: 'States.Timeout', seconds: 30 },
  },
  {
    name: 'TimeoutSeconds can be computed',
    state: call({ TimeoutSeconds: '{% $states.input.limit %}' }),
    input: { limit: 12 },
    results: [silence],
    expected: { error: 'States.Timeout', seconds: 12 },
  },
  {
    name: 'TimeoutSeconds that is no number is an evaluation error',
    state: call({ TimeoutSeconds: "{% 'soon' %}" }),
    expected: { error: 'States.QueryEvaluationError' },
  },
  {
    name: 'HeartbeatSeconds without a heartbeat is States.HeartbeatTimeout',
    state: call({ HeartbeatSeconds: 10, TimeoutSeconds: 30 }),
    results: [silence],
    expected: { error: 'States.HeartbeatTimeout', seconds: 10 },
  },
  {
    name: 'three attempts more by default, each pause twice the last',
    state: call(retry({})),
    results: [failure('Busy')],
    expected: { error: 'Busy', seconds: 1 + 2 + 4 },
  },
  {
    name: 'a retry that succeeds goes on',
    state: call(retry({ IntervalSeconds: 3 })),
    results: [failure('Busy'), { ok: true }],
    expected: { output: { ok: true }, seconds: 3 },
  },
  {
    name: 'MaxAttempts 0 never retries',
    state: call(retry({ MaxAttempts: 0 })),
    results: [failure('Busy'), 1],
    expected: { error: 'Busy', seconds: 0 },
  },
  {
    name: 'BackoffRate 1 keeps the pause',
    state: call(retry({ IntervalSeconds: 5, BackoffRate: 1, MaxAttempts: 4 })),
    results: [failure('Busy')],
    expected: { error: 'Busy', seconds: 20 },
  },
  {
    name: 'MaxDelaySeconds bounds the pause',
    state: call(retry({ IntervalSeconds: 4, MaxDelaySeconds: 6 })),
    results: [failure('Busy')],
    expected: { error: 'Busy', seconds: 4 + 6 + 6 },
  },
  {
    name: 'full jitter takes a part of the pause',
    state: call(retry({ IntervalSeconds: 4, MaxAttempts: 1, JitterStrategy: 'FULL' })),
    results: [failure('Busy')],
    expected: { error: 'Busy', seconds: 2 },
  },
  {
    name: 'an error that no retrier names is not retried',
    state: call(retry({})),
    results: [failure('Other'), 1],
    expected: { error: 'Other' },
  },
  {
    name: 'each retrier counts its own attempts',
    state: call({
      Retry: [
        { ErrorEquals: ['A'], MaxAttempts: 1, IntervalSeconds: 10 },
        { ErrorEquals: ['B'], MaxAttempts: 1, IntervalSeconds: 1 },
      ],
    }),
    results: [failure('A'), failure('B'), failure('A')],
    expected: { error: 'A', seconds: 11 },
  },
  {
    name: 'the context counts the retries',
    state: call(retry({}), { count: '{% $states.context.State.RetryCount %}' }),
    results: [failure('Busy'), failure('Busy'), (payload: unknown) => payload],
    expected: { output: { count: 2 } },
  },
  {
    name: 'a timeout can be retried',
    state: call({ ...SLOW, Retry: [{ ErrorEquals: ['States.Timeout'] }] }),
    results: [silence, 'late'],
    expected: { output: 'late', seconds: 6 },
  },
  {
    name: 'retriers come before catchers',
    state: call({ ...retry({ MaxAttempts: 1 }), ...caught('Busy') }),
    results: [failure('Busy')],
    expected: { path: ['Tested', 'Caught'], seconds: 1 },
  },
  {
    name: 'what a catcher hands on is the error output',
    state: call(caught('Busy')),
    results: [failure('Busy', 'said')],
    expected: {
      output: { Error: 'Busy', Cause: '{"errorType":"Busy","errorMessage":"said"}' },
    },
  },
  {
    name: 'a catcher has its own Output and Assign, with input and error output',
    state: call({
      Catch: [
        {
          ErrorEquals: ['Busy'],
          Assign: { why: '{% $states.errorOutput.Error %}' },
          Output: '{% $states.input %}',
          Next: 'After',
        },
      ],
    }),
    input: 5,
    results: [failure('Busy')],
    after: { why: '{% $why %}', input: '{% $states.input %}' },
    expected: { output: { why: 'Busy', input: 5 } },
  },
  {
    name: 'the first catcher that matches is taken',
    state: call({
      Catch: [
        { ErrorEquals: ['Other'], Next: 'After' },
        { ErrorEquals: ['States.ALL'], Next: 'Caught' },
      ],
    }),
    results: [failure('Busy')],
    expected: { path: ['Tested', 'Caught'] },
  },
  {
    name: 'an evaluation error in Output can be caught',
    state: invoke({ Output: '{% $nothing %}', ...caught('States.QueryEvaluationError') }),
    expected: { path: ['Tested', 'Caught'] },
  },
  {
    name: 'a payload above 256 KiB is States.DataLimitExceeded',
    state: call(),
    results: [big],
    expected: { error: 'States.DataLimitExceeded' },
  },
  catches(['States.ALL'], {}, [failure('Busy')], true),
  catches(['States.TaskFailed'], {}, [failure('Busy')], true),
  catches(['States.Timeout'], {}, [failure('Busy')], false),
  catches(['States.ALL'], SLOW, [silence], true),
  catches(['States.TaskFailed'], SLOW, [silence], false),
  catches(['States.Timeout'], { HeartbeatSeconds: 3 }, [silence], true),
  catches(['States.HeartbeatTimeout'], { HeartbeatSeconds: 3 }, [silence], true),
  catches(['States.HeartbeatTimeout'], SLOW, [silence], false),
  catches(['States.ALL'], {}, [big], false),
  catches(['States.TaskFailed'], {}, [big], false),
  catches(['States.DataLimitExceeded'], {}, [big], true),
];
