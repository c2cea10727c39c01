import { silence } from '#test/workflows/run.ts';
import { call, failure, type Row } from './row.ts';

const inner = (state: object, config: object = {}) => ({
  ...config,
  StartAt: 'Inner',
  States: { Inner: { ...state, End: true } },
});
const pass = (Output: unknown) => ({ Type: 'Pass', Output });
const DISTRIBUTED = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' } };
const each = (state: object, more: object = {}) => ({
  Type: 'Map',
  Items: '{% $states.input %}',
  ItemProcessor: inner(state),
  ...more,
});
const distributed = (state: object, more: object = {}) => ({
  Type: 'Map',
  ItemProcessor: inner(state, DISTRIBUTED),
  ...more,
});
const echo = (payload: { readonly n: number }) => {
  if (payload.n < 0) throw failure('Negative');
  return payload.n;
};
const callN = call({}, { n: '{% $states.input %}' });
const FAILED = "{% $states.result.{ 'Error': Error, 'Input': Input, 'Status': Status } %}";
const READER = {
  ItemReader: {
    Resource: 'arn:${Partition}:states:::s3:getObject',
    ReaderConfig: { InputType: 'JSONL' },
    Arguments: { Bucket: '${FilesBucket}', Key: '{% $states.input.key %}' },
  },
};
const tolerated = (more: object, expected: Row['expected']): Row => ({
  name: `one of four items fails and ${JSON.stringify(more)} is tolerated`,
  state: distributed(callN, { ...more, Output: '{% $count($states.result) %}' }),
  input: [1, -1, 2, 3],
  results: [echo],
  expected,
});
const EXCEEDED = { status: 'FAILED', error: 'States.ExceedToleratedFailureThreshold' };

export const maps: readonly Row[] = [
  {
    name: 'Parallel answers the outputs in the order of its branches',
    state: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Slow', States: { Slow: { Type: 'Wait', Seconds: 9, End: true } } },
        inner(pass('{% $states.input + 1 %}')),
      ],
    },
    input: 1,
    expected: { output: [1, 2], seconds: 9 },
  },
  {
    name: 'Parallel hands its Arguments to the branches',
    state: {
      Type: 'Parallel',
      Arguments: { a: '{% $states.input %}' },
      Branches: [inner(pass('{% $states.input.a %}'))],
    },
    input: 1,
    expected: { output: [1] },
  },
  {
    name: 'a branch that fails stops the others and is caught by its own error',
    state: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Slow', States: { Slow: { Type: 'Wait', Seconds: 900, End: true } } },
        inner({ ...callN }),
      ],
      Catch: [{ ErrorEquals: ['Negative'], Next: 'Caught' }],
    },
    input: -1,
    results: [echo],
    expected: { status: 'SUCCEEDED', seconds: 0 },
  },
  {
    name: 'a Parallel can be retried as a whole',
    state: { Type: 'Parallel', Branches: [inner(call())], Retry: [{ ErrorEquals: ['Busy'] }] },
    results: [failure('Busy'), 'done'],
    expected: { output: ['done'], seconds: 1 },
  },
  {
    name: 'Map answers the outputs in the order of its items',
    state: each(pass('{% $states.input * 2 %}')),
    input: [1, 2, 3],
    expected: { output: [2, 4, 6] },
  },
  {
    name: 'Map without Items takes its input',
    state: { Type: 'Map', ItemProcessor: inner(pass('{% $states.input %}')) },
    input: [1, 2],
    expected: { output: [1, 2] },
  },
  {
    name: 'Map of no items answers none',
    state: each(pass(1)),
    input: [],
    expected: { output: [] },
  },
  {
    name: 'Map of what is no array is an evaluation error',
    state: each(pass(1)),
    input: { a: 1 },
    expected: { error: 'States.QueryEvaluationError' },
  },
  {
    name: 'ItemSelector sees item, index, input and variables',
    state: each(pass('{% $states.input %}'), {
      ItemSelector: {
        value: '{% $states.context.Map.Item.Value %}',
        index: '{% $states.context.Map.Item.Index %}',
        count: '{% $count($states.input) %}',
        kept: '{% $kept %}',
      },
    }),
    variables: { kept: 'k' },
    input: ['a', 'b'],
    expected: {
      output: [
        { value: 'a', index: 0, count: 2, kept: 'k' },
        { value: 'b', index: 1, count: 2, kept: 'k' },
      ],
    },
  },
  {
    name: 'the states inside a Map know their item and the outer variables',
    state: each(pass(['{% $states.context.Map.Item.Index %}', '{% $kept %}'])),
    variables: { kept: 'k' },
    input: ['a'],
    expected: { output: [[0, 'k']] },
  },
  {
    name: 'MaxConcurrency 1 takes the items one after another',
    state: each({ Type: 'Wait', Seconds: 10 }, { MaxConcurrency: 1 }),
    input: [1, 2, 3],
    expected: { seconds: 30 },
  },
  {
    name: 'MaxConcurrency can be computed',
    state: each({ Type: 'Wait', Seconds: 10 }, { MaxConcurrency: '{% 2 %}' }),
    input: [1, 2, 3],
    expected: { seconds: 20 },
  },
  {
    name: 'an item that fails fails the Map',
    state: each(callN, { Catch: [{ ErrorEquals: ['Negative'], Next: 'Caught' }] }),
    input: [1, -1],
    results: [echo],
    expected: { path: ['Tested', 'Inner', 'Inner', 'Caught'] },
  },
  {
    name: 'variables of an inner scope end with it',
    state: each({ Type: 'Pass', Assign: { own: 1 } }, { Next: 'After' }),
    input: [1],
    after: '{% $exists($own) %}',
    expected: { output: false },
  },
  {
    name: 'a Distributed Map reads JSON lines, each an execution with its own input',
    state: distributed(pass('{% $states.context.Execution.Input.a %}'), READER),
    input: { key: 'k' },
    objects: { 'FilesBucket/k': '{"a":1}\n\n{"a":2}\n' },
    expected: { output: [1, 2], path: ['Tested'] },
  },
  {
    name: 'an object that is missing is States.ItemReaderFailed',
    state: distributed(pass(1), READER),
    input: { key: 'k' },
    expected: { error: 'States.ItemReaderFailed' },
  },
  {
    name: 'a line that is not JSON is States.ItemReaderFailed',
    state: distributed(pass(1), READER),
    input: { key: 'k' },
    objects: { 'FilesBucket/k': '{"a":1}\n{"a"' },
    expected: { error: 'States.ItemReaderFailed' },
  },
  {
    name: 'a Distributed Map does not hand on outer variables',
    state: distributed(pass('{% $exists($kept) %}')),
    variables: { kept: 1 },
    input: [1],
    expected: { output: [false] },
  },
  {
    name: 'ItemBatcher makes batches with a common input',
    state: distributed(pass('{% $states.input %}'), {
      ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { all: '{% $count($states.input) %}' } },
    }),
    input: [1, 2, 3],
    expected: {
      output: [
        { BatchInput: { all: 3 }, Items: [1, 2] },
        { BatchInput: { all: 3 }, Items: [3] },
      ],
    },
  },
  {
    name: 'ItemBatcher makes batches by bytes',
    state: distributed(pass('{% $count($states.input.Items) %}'), {
      ItemBatcher: { MaxInputBytesPerBatch: 25 },
    }),
    input: ['aaaa', 'bbbb', 'cccc'],
    expected: { output: [2, 1] },
  },
  tolerated({}, EXCEEDED),
  tolerated({ ToleratedFailureCount: 0 }, EXCEEDED),
  tolerated({ ToleratedFailureCount: 1 }, { output: 4 }),
  tolerated({ ToleratedFailurePercentage: 24.9 }, EXCEEDED),
  tolerated({ ToleratedFailurePercentage: 25 }, { output: 4 }),
  tolerated({ ToleratedFailurePercentage: 100, ToleratedFailureCount: 0 }, EXCEEDED),
  tolerated({ ToleratedFailurePercentage: '{% 50 %}' }, { output: 4 }),
  {
    name: 'a child that fails within tolerance stands in the output as its record',
    state: distributed(callN, { ToleratedFailurePercentage: 100, Output: FAILED }),
    input: [-1],
    results: [echo],
    expected: { output: { Error: 'Negative', Input: '-1', Status: 'FAILED' } },
  },
  {
    name: 'a child that fails by its own timeout is a failed child',
    state: distributed(call({ TimeoutSeconds: 4 }), { ToleratedFailureCount: 1, Output: FAILED }),
    input: [1],
    results: [silence],
    expected: { output: { Error: 'States.Timeout', Input: '1', Status: 'FAILED' }, seconds: 4 },
  },
  {
    name: 'ResultWriter hands on where the manifest stands',
    state: distributed(pass(1), {
      ResultWriter: {
        Resource: 'arn:${Partition}:states:::s3:putObject',
        Arguments: { Bucket: '${FilesBucket}', Prefix: 'out/' },
      },
      Output:
        "{% $states.result.ResultWriterDetails.(Bucket & ' ' & $replace(Key, /[0-9a-f-]{36}/, 'ID')) %}",
    }),
    input: [1],
    expected: { output: 'FilesBucket out/ID/manifest.json' },
  },
];
