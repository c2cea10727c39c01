import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDefinition } from '#local/step-functions/definition.ts';
import { substituted } from '#test/workflows/run.ts';

const END = { Type: 'Pass', End: true };
const LAMBDA = 'arn:aws:states:::lambda:invoke';
const task = (more: object = {}) => ({
  Type: 'Task',
  Resource: LAMBDA,
  Arguments: { FunctionName: 'f' },
  End: true,
  ...more,
});
const map = (more: object, config: object = {}) => ({
  Type: 'Map',
  ItemProcessor: { ...config, StartAt: 'I', States: { I: END } },
  End: true,
  ...more,
});
const EXPRESS_CHILDREN = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' } };
const machine = (state: object, more: object = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'S',
  States: { S: state },
  ...more,
});

const refused: readonly (readonly [string, object, RegExp])[] = [
  ['another query language', machine(END, { QueryLanguage: 'JSONPath' }), /QueryLanguage/],
  ['no query language', { StartAt: 'S', States: { S: END } }, /QueryLanguage/],
  ['an unknown field of the machine', machine(END, { Tags: [] }), /Tags/],
  ['an unknown state type', machine({ Type: 'Loop', End: true }), /Type/],
  ['an unknown field of a state', machine({ ...END, ResultPath: '$' }), /ResultPath/],
  [
    'an unknown integration',
    machine(task({ Resource: 'arn:aws:states:::sqs:sendMessage' })),
    /integration/,
  ],
  [
    'a plain function as Resource',
    machine(task({ Resource: 'arn:aws:lambda:x:1:function:f' })),
    /integration/,
  ],
  [
    'a placeholder that nothing replaced',
    machine(task({ Resource: LAMBDA.replace('aws', '${Partition}') })),
    /integration/,
  ],
  [
    'an unknown argument',
    machine(task({ Arguments: { FunctionName: 'f', Qualifier: '1' } })),
    /Qualifier/,
  ],
  ['a missing argument', machine(task({ Arguments: { Payload: {} } })), /FunctionName/],
  [
    'an unknown field of a retrier',
    machine(task({ Retry: [{ ErrorEquals: ['A'], Wait: 1 }] })),
    /Wait/,
  ],
  [
    'an unknown States error',
    machine(task({ Retry: [{ ErrorEquals: ['States.Permission'] }] })),
    /States\.Permission/,
  ],
  [
    'States.ALL that is not alone',
    machine(task({ Retry: [{ ErrorEquals: ['States.ALL', 'A'] }] })),
    /alone/,
  ],
  [
    'States.ALL that is not last',
    machine(task({ Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['A'] }] })),
    /last/,
  ],
  [
    'a heartbeat not below the timeout',
    machine(task({ HeartbeatSeconds: 5, TimeoutSeconds: 5 })),
    /Heartbeat/,
  ],
  ['a start that does not exist', machine(END, { StartAt: 'T' }), /T: no such state/],
  ['a next state that does not exist', machine({ Type: 'Pass', Next: 'T' }), /T: no such state/],
  [
    'a state that nothing leads to',
    { ...machine(END), States: { S: END, T: END } },
    /T: no state leads/,
  ],
  ['neither Next nor End', machine({ Type: 'Pass' }), /Next and End/],
  ['both Next and End', machine({ ...END, Next: 'S' }), /Next and End/],
  ['a Wait without a time', machine({ Type: 'Wait', End: true }), /Seconds and Timestamp/],
  ['an unknown function', machine({ ...END, Output: '{% $format(1) %}' }), /\$format/],
  ['$eval', machine({ ...END, Output: "{% $eval('1') %}" }), /\$eval/],
  ['$eval by another name', machine({ ...END, Output: "{% ($e := $eval; $e('1')) %}" }), /\$eval/],
  [
    'an intrinsic function of JSONPath',
    machine({ ...END, Output: '{% States.UUID() %}' }),
    /without \$/,
  ],
  ['a key of JSONPath', machine({ ...END, Output: { 'a.$': '$.a' } }), /JSONPath/],
  ['bad JSONata', machine({ ...END, Output: '{% $a + %}' }), /Output/],
  ['an expression that is not closed', machine({ ...END, Output: '{% $a' }), /end with %}/],
  ['a variable named states', machine({ ...END, Assign: { states: 1 } }), /states cannot/],
  [
    'a variable of an outer scope assigned inside',
    machine({
      ...map({ Assign: { a: 1 } }),
      ItemProcessor: { StartAt: 'I', States: { I: { ...END, Assign: { a: 2 } } } },
    }),
    /\$a is an outer/,
  ],
  [
    'one name for two states',
    machine({ ...map({}), ItemProcessor: { StartAt: 'S', States: { S: END } } }),
    /stands twice/,
  ],
  [
    'a batcher in an inline Map',
    machine(map({ ItemBatcher: { MaxItemsPerBatch: 2 } })),
    /Distributed/,
  ],
  [
    'Standard children of a Distributed Map',
    machine(map({}, { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } })),
    /ExecutionType/,
  ],
  [
    'items that are not JSON lines',
    machine(
      map(
        {
          ItemReader: {
            Resource: 'arn:aws:states:::s3:getObject',
            ReaderConfig: { InputType: 'CSV' },
            Arguments: { Bucket: 'b', Key: 'k' },
          },
        },
        EXPRESS_CHILDREN,
      ),
    ),
    /InputType/,
  ],
  [
    'a token in the Express child of a Distributed Map',
    machine({
      ...map({}),
      ItemProcessor: {
        ...EXPRESS_CHILDREN,
        StartAt: 'I',
        States: { I: task({ Resource: `${LAMBDA}.waitForTaskToken` }) },
      },
    }),
    /token/,
  ],
];

describe('a definition', () => {
  it.each(refused)('with %s is refused by name', (_name, definition, why) => {
    expect(() => readDefinition('machine', definition, 'STANDARD')).toThrow(why);
    expect(() => readDefinition('machine', definition, 'STANDARD')).toThrow(/^machine: /);
  });

  it.each([
    ['a task token', task({ Resource: `${LAMBDA}.waitForTaskToken` }), /token/],
    ['a Distributed Map', map({}, EXPRESS_CHILDREN), /Distributed/],
  ])('of an Express machine with %s is refused', (_name, state, why) => {
    readDefinition('machine', machine(state), 'STANDARD');
    expect(() => readDefinition('machine', machine(state), 'EXPRESS')).toThrow(why);
  });

  it.each([
    ['registration', 'EXPRESS'],
    ['review', 'STANDARD'],
    ['batch', 'STANDARD'],
  ] as const)('of the %s machine is accepted as it is deployed', (name, type) => {
    const path = new URL(`../../../workflows/${name}.asl.json`, import.meta.url);
    const definition = substituted(JSON.parse(readFileSync(path, 'utf8')));
    expect(readDefinition(name, definition, type)).toEqual(definition);
  });
});
