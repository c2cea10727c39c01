import { readFileSync } from 'node:fs';
import { SFNClient, TestStateCommand } from '@aws-sdk/client-sfn';
import validate from 'asl-validator';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { expressions } from '#test/local/step-functions/conformance/expressions.ts';
import { flow } from '#test/local/step-functions/conformance/flow.ts';
import type { Row } from '#test/local/step-functions/conformance/row.ts';
import { substituted } from './run.ts';

const MACHINES = ['registration', 'review', 'batch'].map((name) => ({
  name,
  definition: JSON.parse(
    readFileSync(new URL(`../../workflows/${name}.asl.json`, import.meta.url), 'utf8'),
  ),
}));

const Machine = z.looseObject({ States: z.record(z.string(), z.looseObject({})) });
const validated = (definition: unknown) =>
  validate(definition, { checkArn: true, checkPaths: true });

describe('the language’s schema', () => {
  it.each(MACHINES)('holds for $name', ({ definition }) => {
    expect(validated(substituted(definition))).toMatchObject({ isValid: true, errors: [] });
  });

  it.each(MACHINES)('is seen to hold: $name with a state that is not there', ({ definition }) => {
    const machine = Machine.parse(substituted(definition));
    const [first = ''] = Object.keys(machine.States);
    const broken = { ...machine, States: { ...machine.States, [first]: lost(machine, first) } };
    expect(validated(broken).isValid).toBe(false);
  });

  it.each([
    ['a field that no state has', { Type: 'Pass', OutPut: 1, End: true }],
    ['JSONPath in a JSONata machine', { Type: 'Pass', ResultPath: '$.a', End: true }],
    [
      'a retry without its errors',
      { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Retry: [{}], End: true },
    ],
  ])('refuses %s', (_, state) => {
    const machine = { QueryLanguage: 'JSONata', StartAt: 'Only', States: { Only: state } };
    expect(validated(machine).isValid).toBe(false);
  });
});

const lost = ({ States }: z.infer<typeof Machine>, name: string) => ({
  ...States[name],
  Next: 'Nowhere',
});

/** Credentials and a region of a real account; never an end-point of one's own. */
const { AWS_ACCESS_KEY_ID, AWS_PROFILE, AWS_REGION, AWS_ENDPOINT_URL_SFN } = process.env;
const NO_ACCOUNT = !(AWS_ACCESS_KEY_ID ?? AWS_PROFILE) || !AWS_REGION || AWS_ENDPOINT_URL_SFN;

/** Rows that TestState can run: one state that calls nothing, and whose own output is what is expected. */
const testable = [...expressions, ...flow].filter(
  ({ state, after, results, objects }: Row) =>
    ['Pass', 'Choice', 'Succeed', 'Fail'].includes(String(state.Type)) &&
    after === undefined &&
    results === undefined &&
    objects === undefined,
);

describe.skipIf(NO_ACCOUNT)(
  `Step Functions itself (TestState; skipped without credentials and AWS_REGION)`,
  () => {
    const client = new SFNClient({});
    it.each(testable.map((row) => [row.name, row] as const))(
      'agrees: %s',
      async (_, { state, input = {}, variables, expected }) => {
        const end = 'Next' in state || state.Type !== 'Pass' ? {} : { End: true };
        const { status, output, error } = await client.send(
          new TestStateCommand({
            definition: JSON.stringify({ ...state, QueryLanguage: 'JSONata', ...end }),
            input: JSON.stringify(input),
            ...(variables && { variables: JSON.stringify(variables) }),
          }),
        );
        if (expected.error !== undefined) expect(error).toBe(expected.error);
        if (expected.status !== undefined) expect(status).toBe(expected.status);
        if ('output' in expected) expect(JSON.parse(output ?? 'null')).toEqual(expected.output);
      },
    );
  },
);

it('there are rows to compare with Step Functions', () => {
  expect(testable.length).toBeGreaterThan(40);
});
