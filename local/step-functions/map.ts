import type { MapState, ParallelState } from './asl.ts';
import { isDistributed } from './definition.ts';
import { runDistributedMap } from './distributed-map.ts';
import { type Bindings, evaluate, evaluateNumber } from './expression.ts';
import type { Frame } from './journal.ts';
import { pool } from './pool.ts';
import type { Run, Scope } from './run.ts';
import { stateError } from './state-error.ts';

/** Runs the states of a scope from its start, or from where its journal stands, to their output. */
export type RunPart = (run: Run, scope: Scope, input: unknown) => Promise<unknown>;

/** What a Map or Parallel is run with. */
export interface Nest {
  readonly run: Run;
  readonly scope: Scope;
  readonly frame: Frame;
  bindingsOf(context?: object): Bindings;
  readonly runPart: RunPart;
}

const MOST = 2 ** 31;

/** Each branch with the same input; the outputs in the branches' order. */
export async function runParallel(nest: Nest, state: ParallelState): Promise<unknown> {
  const { run, scope, frame, runPart } = nest;
  const input =
    state.Arguments === undefined
      ? frame.input
      : await evaluate(state.Arguments, nest.bindingsOf(), 'Arguments');
  const { Branches } = state;
  const outer = { ...scope.outer, ...frame.variables };
  const branches = pool(Branches.length, Branches.length, scope.signal, async (index, signal) => {
    const part = Branches[index];
    if (part === undefined) return undefined;
    return runPart(
      run,
      { ...scope, part, outer, signal, journal: scope.journal.child(index) },
      input,
    );
  });
  return run.parked(branches);
}

const itemContext = (index: number, value: unknown): object => ({
  Map: { Item: { Index: index, Value: value } },
});

/** What the children get: the items, each through ItemSelector. */
async function selectedItems(nest: Nest, state: MapState, items: readonly unknown[]) {
  const { ItemSelector } = state;
  if (ItemSelector === undefined) return items;
  const select = (item: unknown, index: number): Promise<unknown> =>
    evaluate(ItemSelector, nest.bindingsOf(itemContext(index, item)), 'ItemSelector');
  return Promise.all(items.map(select));
}

async function itemsOf(nest: Nest, state: MapState): Promise<readonly unknown[]> {
  const items =
    state.Items === undefined
      ? nest.frame.input
      : await evaluate(state.Items, nest.bindingsOf(), 'Items');
  if (Array.isArray(items)) return items;
  throw stateError('States.QueryEvaluationError', "The field 'Items' must be an array.");
}

async function runInlineMap(nest: Nest, state: MapState, limit: number): Promise<unknown> {
  const { run, scope, frame } = nest;
  const items = await itemsOf(nest, state);
  const inputs = await selectedItems(nest, state, items);
  const outer = { ...scope.outer, ...frame.variables };
  const iterations = pool(inputs.length, limit || 40, scope.signal, (index, signal) => {
    const context = { ...scope.context, ...itemContext(index, items[index]) };
    const journal = scope.journal.child(index);
    const inner = { part: state.ItemProcessor, journal, outer, context, signal };
    return nest.runPart(run, inner, inputs[index]);
  });
  return run.parked(iterations);
}

/** The outputs of all items in order; of a Distributed Map with a ResultWriter, where they stand. */
export async function runMap(nest: Nest, state: MapState): Promise<unknown> {
  const bounds = { least: 0, most: MOST };
  const limit =
    (await evaluateNumber(state.MaxConcurrency, nest.bindingsOf(), 'MaxConcurrency', bounds)) ?? 0;
  if (!isDistributed(state)) return runInlineMap(nest, state, limit);
  return runDistributedMap(nest, state, limit, {
    items: () => itemsOf(nest, state),
    select: (items) => selectedItems(nest, state, items),
  });
}
