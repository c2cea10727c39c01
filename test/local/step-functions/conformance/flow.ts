import { call, type Row } from './row.ts';

const rule = (condition: string, more: object = {}) => ({
  Condition: `{% ${condition} %}`,
  Next: 'After',
  ...more,
});

export const flow: readonly Row[] = [
  {
    name: 'Pass hands its input on',
    state: { Type: 'Pass' },
    input: { a: 1 },
    expected: { output: { a: 1 } },
  },
  {
    name: 'Succeed ends with its Output',
    state: { Type: 'Succeed', Output: { a: '{% $states.input %}' } },
    input: 1,
    expected: { status: 'SUCCEEDED', output: { a: 1 } },
  },
  {
    name: 'Fail ends with its Error and Cause',
    state: { Type: 'Fail', Error: 'Stuck', Cause: 'three times' },
    expected: { status: 'FAILED', error: 'Stuck', cause: 'three times' },
  },
  {
    name: 'Fail computes its Error and Cause',
    state: {
      Type: 'Fail',
      Error: '{% $states.input.e %}',
      Cause: "{% 'at ' & $states.input.at %}",
    },
    input: { e: 'Stuck', at: 3 },
    expected: { error: 'Stuck', cause: 'at 3' },
  },
  {
    name: 'Choice takes the first rule that holds',
    state: { Type: 'Choice', Choices: [rule('false'), rule('true'), rule('$nothing')] },
    input: 4,
    expected: { output: 4, path: ['Tested', 'After'] },
  },
  {
    name: 'a rule of a Choice has its own Output and Assign',
    state: {
      Type: 'Choice',
      Choices: [
        rule('$states.input = 4', { Assign: { kept: '{% $states.input %}' }, Output: 'new' }),
      ],
    },
    input: 4,
    after: { kept: '{% $kept %}', input: '{% $states.input %}' },
    expected: { output: { kept: 4, input: 'new' } },
  },
  {
    name: 'Choice falls to its Default, with the Output of the state',
    state: { Type: 'Choice', Choices: [rule('false')], Default: 'After', Output: 'fallen' },
    expected: { output: 'fallen' },
  },
  {
    name: 'Choice without a rule that holds is States.NoChoiceMatched',
    state: { Type: 'Choice', Choices: [rule("$states.input.outcome = 'A'")] },
    input: { outcome: 'B' },
    expected: { status: 'FAILED', error: 'States.NoChoiceMatched' },
  },
  {
    name: 'a comparison with what is missing is false',
    state: { Type: 'Choice', Choices: [rule("$states.input.outcome = 'A'")], Default: 'Caught' },
    input: {},
    expected: { path: ['Tested', 'Caught'] },
  },
  {
    name: 'a Condition that is no boolean is an evaluation error',
    state: { Type: 'Choice', Choices: [rule("'yes'")] },
    expected: { error: 'States.QueryEvaluationError' },
  },
  {
    name: 'Wait waits for Seconds and hands its input on',
    state: { Type: 'Wait', Seconds: 60 },
    input: 2,
    expected: { output: 2, seconds: 60 },
  },
  {
    name: 'Wait computes its Seconds',
    state: { Type: 'Wait', Seconds: '{% $states.input.hold %}' },
    input: { hold: 90 },
    expected: { seconds: 90 },
  },
  {
    name: 'Wait for a negative time is an evaluation error',
    state: { Type: 'Wait', Seconds: '{% -1 %}' },
    expected: { error: 'States.QueryEvaluationError' },
  },
  {
    name: 'Wait waits until a Timestamp',
    state: { Type: 'Wait', Timestamp: '2026-11-23T00:10:00Z' },
    expected: { seconds: 600 },
  },
  {
    name: 'Wait computes its Timestamp, in any offset',
    state: { Type: 'Wait', Timestamp: '{% $states.input %}' },
    input: '2026-11-23T08:00:30+08:00',
    expected: { seconds: 30 },
  },
  {
    name: 'Wait until a time that is past does not wait',
    state: { Type: 'Wait', Timestamp: '2020-01-01T00:00:00Z' },
    expected: { seconds: 0 },
  },
  {
    name: 'Wait until what is no time is an evaluation error',
    state: { Type: 'Wait', Timestamp: "{% 'noon' %}" },
    expected: { error: 'States.QueryEvaluationError' },
  },
  {
    name: 'variables assigned before can be read',
    state: { Type: 'Pass', Output: '{% $a.b %}' },
    variables: { a: { b: 3 } },
    expected: { output: 3 },
  },
  {
    name: 'Assign and Output see the values from before, the next state the new ones',
    state: {
      Type: 'Pass',
      Assign: { a: '{% $b %}', b: '{% $a %}' },
      Output: '{% $a %}',
      Next: 'After',
    },
    variables: { a: 1, b: 2 },
    after: ['{% $a %}', '{% $b %}', '{% $states.input %}'],
    expected: { output: [2, 1, 1] },
  },
  {
    name: 'a variable lasts until it is assigned anew',
    state: { Type: 'Pass', Assign: { b: 2 }, Next: 'After' },
    variables: { a: 1, b: 1 },
    after: ['{% $a %}', '{% $b %}'],
    expected: { output: [1, 2] },
  },
  {
    name: 'Assign reads the result of the task',
    state: call({ Assign: { a: '{% $states.result.Payload.a %}' }, Next: 'After' }),
    results: [{ a: 9 }],
    after: '{% $a %}',
    expected: { output: 9 },
  },
  {
    name: 'an Output above 256 KiB is States.DataLimitExceeded',
    state: { Type: 'Pass', Output: "{% $pad('x', 262144, 'x') %}" },
    expected: { error: 'States.DataLimitExceeded' },
  },
  {
    name: 'the limit is counted in bytes of UTF-8',
    state: { Type: 'Pass', Output: "{% $pad('照', 90000, '照') %}" },
    expected: { error: 'States.DataLimitExceeded' },
  },
];
