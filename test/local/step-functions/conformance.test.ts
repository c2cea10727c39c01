import { describe, expect, it } from 'vitest';
import { run } from '#test/workflows/run.ts';
import { expressions } from './conformance/expressions.ts';
import { flow } from './conformance/flow.ts';
import { maps } from './conformance/maps.ts';
import type { Row } from './conformance/row.ts';
import { tasks } from './conformance/tasks.ts';

const ENDS = ['Choice', 'Succeed', 'Fail'];

/** A machine around the state: variables before it, and After and Caught where it leads there. */
function machineOf({ state, variables, after }: Row) {
  const onward = JSON.stringify(state);
  const leads = (name: string): boolean =>
    onward.includes(`"Next":"${name}"`) || onward.includes(`"Default":"${name}"`);
  const end = 'Next' in state || ENDS.includes(String(state.Type)) ? {} : { End: true };
  return {
    QueryLanguage: 'JSONata',
    StartAt: variables === undefined ? 'Tested' : 'Before',
    States: {
      ...(variables && { Before: { Type: 'Pass', Assign: variables, Next: 'Tested' } }),
      Tested: { ...state, ...end },
      ...(leads('After') && {
        After: { Type: 'Pass', ...(after !== undefined && { Output: after }), End: true },
      }),
      ...(leads('Caught') && { Caught: { Type: 'Pass', End: true } }),
    },
  };
}

async function outcomeOf(row: Row): Promise<object> {
  const { input = {}, results = [{}], objects = {} } = row;
  let calls = 0;
  const Called = (payload: object): unknown => {
    const result = results[Math.min(calls, results.length - 1)];
    calls += 1;
    if (result instanceof Error) throw result;
    return typeof result === 'function' ? result(payload) : result;
  };
  const ran = await run(
    machineOf(row),
    input,
    { Called },
    { objects: new Map(Object.entries(objects)) },
  );
  const wanted = Object.keys(row.expected);
  return Object.fromEntries(Object.entries(ran).filter(([key]) => wanted.includes(key)));
}

describe.each([
  ['expressions', expressions],
  ['flow', flow],
  ['tasks', tasks],
  ['maps', maps],
])('the interpreter and Step Functions agree on %s', (_group, rows) => {
  it.each(rows.map((row) => [row.name, row] as const))('%s', async (_name, row) => {
    expect(await outcomeOf(row)).toEqual(row.expected);
  });
});
