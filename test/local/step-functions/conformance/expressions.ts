import type { Row } from './row.ts';

const yields = (expression: string, input: unknown, output: unknown): Row => ({
  name: `${expression} of ${JSON.stringify(input)}`,
  state: { Type: 'Pass', Output: `{% ${expression} %}` },
  input,
  expected: { status: 'SUCCEEDED', output },
});
const fails = (expression: string, input: unknown): Row => ({
  name: `${expression} of ${JSON.stringify(input)} fails`,
  state: { Type: 'Pass', Output: `{% ${expression} %}` },
  input,
  expected: { status: 'FAILED', error: 'States.QueryEvaluationError' },
});

export const expressions: readonly Row[] = [
  yields('$states.input.a.b', { a: { b: [1] } }, [1]),
  yields('$states.input.a', { a: null }, null),
  yields('$states.input.a', { a: false }, false),
  yields('$states.input.list.x', { list: [{ x: 1 }, { x: 2 }] }, [1, 2]),
  yields('$states.input.list.x', { list: [{ x: 1 }] }, 1),
  yields('$states.input.list[x > 1].x', { list: [{ x: 1 }, { x: 2 }] }, 2),
  yields('$states.input.list', { list: [] }, []),
  yields("$states.input.a = 'x'", { a: 'x' }, true),
  yields("{ 'a': $states.input.b }", { b: 1 }, { a: 1 }),
  yields("{ 'a': $states.input.missing }", {}, {}),
  yields('$exists($states.input.missing)', {}, false),
  yields('$string($states.input)', { a: 1 }, '{"a":1}'),
  yields('$parse($states.input.text)', { text: '{"a":[1,2]}' }, { a: [1, 2] }),
  yields('$partition([1..5], 2)', {}, [[1, 2], [3, 4], [5]]),
  yields('$range(0, 10, 5)', {}, [0, 5, 10]),
  yields('$range(3, 0, -2)', {}, [3, 1]),
  yields(
    "$hash('abc', 'SHA-256')",
    {},
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  ),
  yields("$hash('abc', 'MD5')", {}, '900150983cd24fb0d6963f7d28e17f72'),
  yields('$random(7) = $random(7)', {}, true),
  yields('$random() < 1', {}, true),
  yields('$length($uuid())', {}, 36),
  yields('($double := function($x) { $x * 2 }; $double(4))', {}, 8),
  fails('$states.input.missing', {}),
  fails('$states.input.a.b', { a: null }),
  fails('$unknown', {}),
  fails('$sum', {}),
  fails("$number('x')", {}),
  fails("$parse('{')", {}),
  fails("$hash('abc', 'CRC')", {}),
  fails("$states.input + 'x'", 1),
  fails('$error("no")', {}),
  {
    name: 'a value without markers is a literal, at every depth',
    state: { Type: 'Pass', Output: { a: ['$states.input', { b: '{% $states.input %}' }] } },
    input: 7,
    expected: { output: { a: ['$states.input', { b: 7 }] } },
  },
  {
    name: 'the cause names the expression and the field',
    state: { Type: 'Pass', Output: { a: '{% $states.input.b %}' } },
    expected: {
      error: 'States.QueryEvaluationError',
      cause:
        "The JSONata expression '$states.input.b' specified for the field 'Output/a' returned nothing (undefined).",
    },
  },
  {
    name: 'the context names execution, state and machine',
    state: {
      Type: 'Pass',
      Output: {
        execution: '{% $states.context.Execution.Input %}',
        started: '{% $states.context.Execution.StartTime %}',
        entered: '{% $states.context.State.EnteredTime %}',
        state: '{% $states.context.State.Name %}',
        machine: '{% $states.context.StateMachine.Name %}',
        arn: '{% $contains($states.context.Execution.Id, $states.context.Execution.Name) %}',
        role: '{% $contains($states.context.Execution.RoleArn, ":role/") %}',
      },
    },
    input: { a: 1 },
    expected: {
      output: {
        execution: { a: 1 },
        started: '2026-11-23T00:00:00.000Z',
        entered: '2026-11-23T00:00:00.000Z',
        state: 'Tested',
        machine: 'Tested',
        arn: true,
        role: true,
      },
    },
  },
];
