import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { FUNCTIONS, type FunctionEntry, SCHEDULES } from '#functions/catalogue.ts';
import { FAILURES } from '#functions/shared/errors.ts';

const Catcher = z.looseObject({ ErrorEquals: z.array(z.string()), Next: z.string() });
const Retrier = z.looseObject({ ErrorEquals: z.array(z.string()) });
const State = z.looseObject({
  Type: z.enum(['Task', 'Choice', 'Map', 'Parallel', 'Wait', 'Pass', 'Succeed', 'Fail']),
  Resource: z.string().optional(),
  Arguments: z.record(z.string(), z.unknown()).optional(),
  Next: z.string().optional(),
  End: z.literal(true).optional(),
  Default: z.string().optional(),
  TimeoutSeconds: z.union([z.number().positive(), z.string().startsWith('{%')]).optional(),
  Choices: z.array(z.looseObject({ Condition: z.string(), Next: z.string() })).optional(),
  Retry: z.array(Retrier).default([]),
  Catch: z.array(Catcher).default([]),
  ItemProcessor: z.unknown().optional(),
  Branches: z.array(z.unknown()).optional(),
});
const Definition = z.looseObject({
  StartAt: z.string(),
  States: z.record(z.string(), State),
  TimeoutSeconds: z.number().optional(),
});

interface Placed {
  readonly name: string;
  readonly state: z.infer<typeof State>;
  /** the states that it can go on to: those of the same map or branch */
  readonly siblings: readonly string[];
}

/** Every state of a definition, those inside maps and branches too. */
function statesOf(definition: unknown): Placed[] {
  const { States } = Definition.parse(definition);
  const siblings = Object.keys(States);
  return Object.entries(States).flatMap(([name, state]) => [
    { name, state, siblings },
    ...(state.ItemProcessor === undefined ? [] : statesOf(state.ItemProcessor)),
    ...(state.Branches ?? []).flatMap(statesOf),
  ]);
}

/** Every scope of a definition: itself, and each map's and branch's own. */
function scopesOf(definition: unknown): z.infer<typeof Definition>[] {
  const scope = Definition.parse(definition);
  return [
    scope,
    ...Object.values(scope.States).flatMap(({ ItemProcessor, Branches = [] }) =>
      [...(ItemProcessor === undefined ? [] : [ItemProcessor]), ...Branches].flatMap(scopesOf),
    ),
  ];
}

const nextOf = ({ Next, Default, Choices = [], Catch }: z.infer<typeof State>): string[] => [
  ...(Next === undefined ? [] : [Next]),
  ...(Default === undefined ? [] : [Default]),
  ...Choices.map((choice) => choice.Next),
  ...Catch.map((caught) => caught.Next),
];

const NAMES = ['registration', 'review', 'batch'] as const;
const texts = NAMES.map((name) => ({
  name,
  text: readFileSync(new URL(`../../workflows/${name}.asl.json`, import.meta.url), 'utf8'),
}));
const definitions = texts.map(({ name, text }) => {
  const definition: unknown = JSON.parse(text);
  return { name, text, definition, states: statesOf(definition) };
});
const everyState = definitions.flatMap(({ name: machine, states }) =>
  states.map((placed) => ({ ...placed, machine })),
);
const ofType = (...types: string[]) => everyState.filter(({ state }) => types.includes(state.Type));
const lambdaTasks = everyState.filter(({ state }) => state.Resource?.includes(':::lambda:invoke'));

const substitutions = new Set(
  texts.flatMap(({ text }) => [...text.matchAll(/\$\{(\w+)\}/g)].flatMap(([, name]) => name ?? [])),
);
const SUPPLIED = ['Partition', 'ReviewMachine', 'RegistrationMachine', 'FilesBucket'];
const isDoor = ({ handler }: FunctionEntry) => handler.startsWith('functions/api/');

describe('a machine', () => {
  it.each(definitions)('$name goes through every one of its states', ({ definition }) => {
    for (const { StartAt, States } of scopesOf(definition)) {
      const reached = new Set([StartAt]);
      for (const name of reached) {
        for (const next of nextOf(States[name] ?? State.parse({ Type: 'Succeed' })))
          reached.add(next);
      }
      expect([...reached].toSorted()).toEqual(Object.keys(States).toSorted());
    }
  });

  it.each(definitions)('$name ends by itself some day', ({ definition }) => {
    expect(Definition.parse(definition).TimeoutSeconds).toBeGreaterThan(0);
  });

  it.each(texts)('$name never writes a partition literally', ({ text }) => {
    const arns = [...text.matchAll(/arn:[^:"]*/g)].map(([arn]) => arn);
    expect(new Set(arns)).toEqual(new Set(['arn:${Partition}']));
  });

  it('registers within the five minutes of an Express execution', () => {
    const registration = definitions.find(({ name }) => name === 'registration');
    expect(Definition.parse(registration?.definition).TimeoutSeconds).toBeLessThan(300);
  });
});

describe('a state', () => {
  it.each(ofType('Task'))('$machine: $name does not wait for ever', ({ state }) => {
    expect(state.TimeoutSeconds).toBeDefined();
  });

  it.each(ofType('Wait'))('$machine: $name waits for a time', ({ state }) => {
    expect(state).toHaveProperty('Seconds');
  });

  it.each(ofType('Task', 'Wait', 'Map', 'Parallel', 'Pass'))(
    '$machine: $name goes on to a state that is there, or ends',
    ({ state, siblings }) => {
      expect([state.Next !== undefined, state.End === true].filter(Boolean)).toHaveLength(1);
      for (const next of nextOf(state)) expect(siblings).toContain(next);
    },
  );

  it.each(ofType('Choice'))(
    '$machine: $name has no way out for what nobody foresaw',
    ({ state, siblings }) => {
      expect(state).not.toHaveProperty('Default');
      for (const next of nextOf(state)) expect(siblings).toContain(next);
    },
  );

  it.each(ofType('Choice'))('$machine: $name compares outcomes with literals only', ({ state }) => {
    for (const { Condition } of state.Choices ?? []) {
      expect(Condition).toMatch(/^\{% \$states\.input\.outcome = '[A-Z_]+' %\}$/);
    }
  });
});

describe('a task of Lambda', () => {
  it.each(lambdaTasks)('$machine: $name retries what Lambda itself gets wrong', ({ state }) => {
    expect(state.Retry.flatMap(({ ErrorEquals }) => ErrorEquals)).toEqual(
      expect.arrayContaining([
        'Lambda.ServiceException',
        'Lambda.AWSLambdaException',
        'Lambda.SdkClientException',
        'Lambda.TooManyRequestsException',
      ]),
    );
  });

  it.each(lambdaTasks)(
    '$machine: $name outlasts its function, which says why it failed',
    ({ state }) => {
      const name = /^\$\{(\w+)\}$/.exec(z.string().parse(state.Arguments?.FunctionName))?.[1];
      const entry = Object.entries<FunctionEntry>(FUNCTIONS).find(([known]) => known === name)?.[1];
      if (typeof state.TimeoutSeconds === 'number') {
        expect(state.TimeoutSeconds).toBeGreaterThan(
          entry?.timeoutSeconds ?? Number.POSITIVE_INFINITY,
        );
      }
    },
  );

  it('is told to wait for a person by a deadline of the case, which is caught', () => {
    const waiting = lambdaTasks.filter(({ state }) =>
      state.Resource?.endsWith('.waitForTaskToken'),
    );
    expect(waiting).not.toEqual([]);
    for (const { state } of waiting) {
      expect(state.Catch.flatMap(({ ErrorEquals }) => ErrorEquals)).toContain('States.Timeout');
    }
  });
});

describe('names', () => {
  it('in the machines are functions of the catalogue, or what infra supplies', () => {
    const known = new Set([...Object.keys(FUNCTIONS), ...SUPPLIED]);
    expect([...substitutions].filter((name) => !known.has(name))).toEqual([]);
  });

  it('of the catalogue are called by a machine, a door or the clock', () => {
    const called = Object.entries<FunctionEntry>(FUNCTIONS).filter(
      ([name, entry]) => !isDoor(entry) && !Object.hasOwn(SCHEDULES, name),
    );
    expect(called.map(([name]) => name).toSorted()).toEqual(
      [...substitutions].filter((name) => !SUPPLIED.includes(name)).toSorted(),
    );
  });

  it('of failures are the domain’s, Lambda’s or Step Functions’', () => {
    const named = everyState.flatMap(({ state }) =>
      [...state.Retry, ...state.Catch].flatMap(({ ErrorEquals }) => ErrorEquals),
    );
    expect(named).not.toEqual([]);
    expect(
      named.filter(
        (name) => !Object.hasOwn(FAILURES, name) && !/^(States|Lambda)\.\w+$/.test(name),
      ),
    ).toEqual([]);
  });
});
