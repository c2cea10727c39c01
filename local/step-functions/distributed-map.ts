import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { MapState } from './asl.ts';
import { evaluate, evaluateNumber } from './expression.ts';
import { forgetful, resultOnly } from './journal.ts';
import type { Nest } from './map.ts';
import { ChildResult, writeResults } from './map-result.ts';
import { pool } from './pool.ts';
import { asStateError, stateError } from './state-error.ts';

interface Batch {
  readonly input: unknown;
  /** Items in it; the tolerated failures are counted by items. */
  readonly size: number;
}

const MOST_CHILDREN = 10_000;
const DIGITS = { least: 1, most: 99_999_999 };

const Place = z.strictObject({ Bucket: z.string(), Key: z.string() });

/** The lines of a JSONL object, each one item. */
async function readItems(nest: Nest, reader: NonNullable<MapState['ItemReader']>) {
  const given = await evaluate(reader.Arguments, nest.bindingsOf(), 'ItemReader/Arguments');
  try {
    const { Bucket, Key } = Place.parse(given);
    const body = await nest.run.ports.getObject(Bucket, Key);
    const lines = body.split('\n').filter((line) => line.trim() !== '');
    return lines.map((line): unknown => JSON.parse(line));
  } catch (thrown) {
    throw stateError('States.ItemReaderFailed', asStateError(thrown).cause);
  }
}

async function batchesOf(nest: Nest, state: MapState, items: readonly unknown[]): Promise<Batch[]> {
  const { ItemBatcher: batcher } = state;
  if (batcher === undefined) return items.map((input) => ({ input, size: 1 }));
  const { MaxItemsPerBatch: most, MaxInputBytesPerBatch: bytes, BatchInput } = batcher;
  const bindings = nest.bindingsOf();
  const perBatch = await evaluateNumber(most, bindings, 'MaxItemsPerBatch', DIGITS);
  const maxBytes = await evaluateNumber(bytes, bindings, 'MaxInputBytesPerBatch', DIGITS);
  const shared = BatchInput !== undefined && {
    BatchInput: await evaluate(BatchInput, bindings, 'BatchInput'),
  };
  const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
  const empty = bytesOf({ ...shared, Items: [] });
  const batches: unknown[][] = [];
  let size = 0;
  for (const item of items) {
    const last = batches.at(-1);
    const more = bytesOf(item) + 1;
    const full = last === undefined || last.length >= (perBatch ?? Number.POSITIVE_INFINITY);
    if (full || size + more > (maxBytes ?? 262_144)) {
      batches.push([item]);
      size = empty + more - 1;
    } else {
      last.push(item);
      size += more;
    }
  }
  return batches.map((batch) => ({ input: { ...shared, Items: batch }, size: batch.length }));
}

/** Throws once more items have failed than the Map tolerates. */
async function toleranceOf(nest: Nest, state: MapState, total: number) {
  const bindings = nest.bindingsOf();
  const count = await evaluateNumber(
    state.ToleratedFailureCount,
    bindings,
    'ToleratedFailureCount',
    { least: 0, most: Number.MAX_SAFE_INTEGER },
  );
  const percentage = await evaluateNumber(
    state.ToleratedFailurePercentage,
    bindings,
    'ToleratedFailurePercentage',
    { least: 0, most: 100, whole: false },
  );
  const neither = count === undefined && percentage === undefined;
  const most = Math.min(
    neither ? 0 : (count ?? total),
    percentage === undefined ? total : (percentage / 100) * total,
  );
  let failed = 0;
  return (size: number): void => {
    failed += size;
    if (failed > most) {
      throw stateError(
        'States.ExceedToleratedFailureThreshold',
        'The specified tolerated failure threshold was exceeded',
      );
    }
  };
}

/** One child execution, unless an earlier process has finished it. */
async function runChild(
  nest: Nest,
  state: MapState,
  batch: Batch,
  index: number,
  signal: AbortSignal,
): Promise<ChildResult> {
  const { run, scope } = nest;
  const journal = resultOnly(scope.journal.child(index));
  const earlier = journal.load().result;
  if (earlier !== undefined) return ChildResult.parse(earlier.value);
  const label = state.Label ?? 'Map';
  const name = randomUUID();
  const started = run.ports.now();
  const arn = run.machine.arn.replace(':stateMachine:', ':execution:');
  const known = {
    ExecutionArn: `${arn}/${label}:${name}`,
    Name: name,
    StateMachineArn: `${run.machine.arn}/${label}`,
    Input: JSON.stringify(batch.input),
    InputDetails: { Included: true },
    RedriveCount: 0,
    StartDate: new Date(started).toISOString(),
  };
  const context = {
    Execution: {
      Id: known.ExecutionArn,
      Input: batch.input,
      Name: name,
      RoleArn: run.roleArn,
      StartTime: known.StartDate,
    },
    StateMachine: { Id: known.StateMachineArn, Name: `${run.machine.name}/${label}` },
  };
  const inner = { part: state.ItemProcessor, journal: forgetful, outer: {}, context, signal };
  const ended = await nest.runPart(run, inner, batch.input).then(
    (output) => ({
      Status: 'SUCCEEDED' as const,
      Output: JSON.stringify(output),
      OutputDetails: { Included: true },
    }),
    (thrown) => {
      signal.throwIfAborted();
      const { error, cause } = asStateError(thrown);
      return {
        Status: 'FAILED' as const,
        Error: error,
        ...(cause !== undefined && { Cause: cause }),
      };
    },
  );
  const result = { ...known, ...ended, StopDate: new Date(run.ports.now()).toISOString() };
  journal.finish(result);
  return result;
}

/** What the state itself brings: its items, and the items through ItemSelector. */
export interface ItemSource {
  items(): Promise<readonly unknown[]>;
  select(items: readonly unknown[]): Promise<readonly unknown[]>;
}

/**
 * Runs a Distributed Map: each item or batch is an Express execution of its own. A child that fails
 * within tolerance stands in the output as its whole record, as on AWS.
 * Source: Step Functions Developer Guide, "Map state in Distributed mode", "ResultWriter".
 */
export async function runDistributedMap(
  nest: Nest,
  state: MapState,
  limit: number,
  source: ItemSource,
): Promise<unknown> {
  const { scope, frame, run } = nest;
  if (frame.mapRun === undefined) {
    frame.mapRun = randomUUID();
    scope.journal.save(frame);
  }
  const id = frame.mapRun;
  const arn = `${run.machine.arn.replace(':stateMachine:', ':mapRun:')}/${state.Label ?? 'Map'}:${id}`;
  const found =
    state.ItemReader === undefined ? await source.items() : await readItems(nest, state.ItemReader);
  const batches = await batchesOf(nest, state, await source.select(found));
  const fail = await toleranceOf(nest, state, found.length);
  const children = pool(
    batches.length,
    Math.min(limit || MOST_CHILDREN, MOST_CHILDREN),
    scope.signal,
    async (index, signal) => {
      const batch = batches[index] ?? { input: null, size: 0 };
      const result = await runChild(nest, state, batch, index, signal);
      if (result.Status === 'FAILED') fail(batch.size);
      return result;
    },
  );
  const results = await run.parked(children);
  if (state.ResultWriter !== undefined) {
    return writeResults(nest, state.ResultWriter, { id, arn }, results);
  }
  return results.map((result) =>
    result.Output === undefined ? result : JSON.parse(result.Output),
  );
}
