import * as z from 'zod';
import { Definition, type MapState, type Part, type State, type TaskState } from './asl.ts';
import { compile, isExpression } from './expression.ts';
import { REPORTED_ERRORS } from './state-error.ts';

export type MachineType = 'STANDARD' | 'EXPRESS';

const ARGUMENTS = {
  lambda: { required: 'FunctionName', optional: ['Payload'] },
  machine: { required: 'StateMachineArn', optional: ['Input', 'Name'] },
} as const;
const DISTRIBUTED_ONLY = [
  'ItemReader',
  'ItemBatcher',
  'ResultWriter',
  'Label',
  'ToleratedFailureCount',
  'ToleratedFailurePercentage',
] as const;
const VARIABLE = /^[\p{L}_][\p{L}\p{N}_]{0,79}$/u;
const MATCHABLE = new Set<string>([...REPORTED_ERRORS, 'States.ALL', 'States.TaskFailed']);

/** A machine that the interpreter refuses, because it would not run it as AWS does. */
class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
}

/** The part of a task's Resource that says what is called. */
export const integrationOf = (resource: string): string => resource.split(':::')[1] ?? '';

export const isDistributed = (map: MapState): boolean =>
  map.ItemProcessor.ProcessorConfig?.Mode === 'DISTRIBUTED';

function checkArguments(task: TaskState): void {
  if (typeof task.Arguments === 'string') return;
  const called = task.Resource.includes(':lambda:') ? ARGUMENTS.lambda : ARGUMENTS.machine;
  const given = Object.keys(task.Arguments);
  if (!given.includes(called.required)) throw new Error(`Arguments needs ${called.required}`);
  const allowed: readonly string[] = [called.required, ...called.optional];
  const unknown = given.find((name) => !allowed.includes(name));
  if (unknown !== undefined) throw new Error(`Arguments/${unknown} is not known here`);
}

function checkTask(task: TaskState, type: MachineType): void {
  checkArguments(task);
  if (type === 'EXPRESS' && task.Resource.endsWith('.waitForTaskToken')) {
    throw new Error('an Express workflow cannot wait for a task token');
  }
  const { HeartbeatSeconds: beat, TimeoutSeconds: limit } = task;
  if (typeof beat === 'number' && typeof limit === 'number' && beat >= limit) {
    throw new Error('HeartbeatSeconds must be smaller than TimeoutSeconds');
  }
}

function checkMap(map: MapState, type: MachineType): void {
  if (map.Items !== undefined && map.ItemReader !== undefined) {
    throw new Error('cannot have both Items and ItemReader');
  }
  if (isDistributed(map)) {
    if (type === 'EXPRESS') throw new Error('an Express workflow cannot hold a Distributed Map');
    return;
  }
  const alien = DISTRIBUTED_ONLY.find((field) => map[field] !== undefined);
  if (alien !== undefined) throw new Error(`${alien} is only for a Distributed Map`);
}

function checkErrorLists(state: State): void {
  for (const clauses of 'Retry' in state ? [state.Retry ?? [], state.Catch ?? []] : []) {
    for (const [at, { ErrorEquals }] of clauses.entries()) {
      const unknown = ErrorEquals.find(
        (name) => name.startsWith('States.') && !MATCHABLE.has(name),
      );
      if (unknown !== undefined) throw new Error(`ErrorEquals: ${unknown} is not known here`);
      const all = ErrorEquals.includes('States.ALL');
      if (all && (ErrorEquals.length > 1 || at < clauses.length - 1)) {
        throw new Error('States.ALL must stand alone and last');
      }
    }
  }
}

function targetsOf(state: State): readonly (string | undefined)[] {
  if (state.Type === 'Succeed' || state.Type === 'Fail') return [];
  if (state.Type === 'Choice') return [...state.Choices.map(({ Next }) => Next), state.Default];
  if ((state.Next === undefined) === (state.End === undefined)) {
    throw new Error('needs exactly one of Next and End');
  }
  return [state.Next, ...('Catch' in state ? (state.Catch ?? []).map(({ Next }) => Next) : [])];
}

function assignedIn(state: State): readonly string[] {
  const clauses: readonly { readonly Assign?: Readonly<Record<string, unknown>> | undefined }[] = [
    'Assign' in state ? state : {},
    ...('Catch' in state ? (state.Catch ?? []) : []),
    ...('Choices' in state ? state.Choices : []),
  ];
  return clauses.flatMap(({ Assign }) => Object.keys(Assign ?? {}));
}

/** Where a part stands: its kind of machine, the variables around it, all names used so far. */
interface Surroundings {
  readonly type: MachineType;
  readonly outer: readonly string[];
  readonly names: Set<string>;
}

function checkInner(state: State, around: Surroundings, assigned: readonly string[]): void {
  const inner = { ...around, outer: [...around.outer, ...assigned] };
  if (state.Type === 'Parallel') for (const branch of state.Branches) checkPart(branch, inner);
  if (state.Type !== 'Map') return;
  checkMap(state, around.type);
  checkPart(
    state.ItemProcessor,
    isDistributed(state) ? { ...inner, type: 'EXPRESS', outer: [] } : inner,
  );
}

function checkPart(part: Part, around: Surroundings): void {
  const targets = new Set<string>([part.StartAt]);
  const assigned = Object.values(part.States).flatMap(assignedIn);
  const misnamed = assigned.find((name) => name === 'states' || !VARIABLE.test(name));
  if (misnamed !== undefined) throw new Error(`Assign: ${misnamed} cannot name a variable`);
  const shadowing = assigned.find((name) => around.outer.includes(name));
  if (shadowing !== undefined) throw new Error(`Assign: $${shadowing} is an outer variable`);
  for (const [name, state] of Object.entries(part.States)) {
    if (around.names.has(name)) throw new Error(`${name}: the name stands twice`);
    around.names.add(name);
    try {
      for (const target of targetsOf(state)) if (target !== undefined) targets.add(target);
      checkErrorLists(state);
      if (state.Type === 'Task') checkTask(state, around.type);
      checkInner(state, around, assigned);
    } catch (thrown) {
      throw new Error(`${name}: ${thrown instanceof Error ? thrown.message : thrown}`);
    }
  }
  const missing = [...targets].find((name) => !Object.hasOwn(part.States, name));
  if (missing !== undefined) throw new Error(`${missing}: no such state`);
  const unreached = Object.keys(part.States).find((name) => !targets.has(name));
  if (unreached !== undefined) throw new Error(`${unreached}: no state leads here`);
}

function checkExpressions(value: unknown, path: string): void {
  if (isExpression(value)) {
    try {
      compile(value);
    } catch (thrown) {
      const { message = thrown } = Object(thrown);
      throw new Error(`${path}: ${value} ${message}`);
    }
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, held] of Object.entries(value)) {
    if (name.endsWith('.$')) throw new Error(`${path}/${name}: .$ belongs to JSONPath`);
    if (name !== 'Comment') checkExpressions(held, `${path}/${name}`);
  }
}

/**
 * The definition, once everything in it is known to be understood.
 * @throws DefinitionError that names the machine, the place and what is wrong there.
 */
export function readDefinition(name: string, definition: unknown, type: MachineType): Definition {
  const parsed = Definition.safeParse(definition);
  if (!parsed.success) throw new DefinitionError(`${name}: ${z.prettifyError(parsed.error)}`);
  try {
    checkPart(parsed.data, { type, outer: [], names: new Set() });
    checkExpressions(parsed.data, '');
  } catch (thrown) {
    throw new DefinitionError(`${name}: ${thrown instanceof Error ? thrown.message : thrown}`);
  }
  return parsed.data;
}
