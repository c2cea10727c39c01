import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Invoked } from '#local/lambda.ts';
import { mustAllBeRegistered, submitBatch } from './agent-batch.ts';
import { applicant } from './applicant.ts';
import { type BenchSystem, startBenchSystem } from './bench-system.ts';
import type { Counted } from './consumption.ts';
import type { Figure } from './figure.ts';
import { type Kind, linesOf, rowMaker } from './many-rows.ts';
import type { Part } from './part.ts';
import { settled } from './settled.ts';
import { fileOf } from './throughput.ts';

/** What one application took, counted where it passes. */
export interface Usage extends Counted {
  /** without the counters */
  readonly itemsWritten: number;
  /** what is remembered of persons, contacts, addresses and names */
  readonly countersWritten: number;
}

/** The functions of `registration`. */
const TASKS = ['VerifyLicences', 'AutoReview', 'RegisterBusiness'];

const SINGLE: readonly (readonly [string, Kind])[] = [
  ['approveSingle', 'APPROVE'],
  ['approveSingleAtHost', 'APPROVE_AT_HOST'],
  ['return', 'RETURN'],
  ['refer', 'REFER'],
];

/** Per application and outcome: requests, items, units, invocations, signatures, transitions. */
export const outcomes: Part = async ({ quick }) => {
  const bench = await startBenchSystem({ tapped: true });
  try {
    const make = rowMaker(bench.system.identity, 1);
    const send = await applicant(bench.system);
    const figures: Figure[] = [];
    for (const [name, kind] of SINGLE) {
      await send(kind, await make(kind));
      const count = 40;
      const usage = await used(bench, count, async () => {
        for (let done = 0; done < count; done++) await send(kind, await make(kind));
        return 0;
      });
      figures.push(...figuresOf(name, usage));
    }
    const rows = quick ? 400 : 2_000;
    const warm = await fileOf(linesOf(make, 40, 'WARM'));
    await (await submitBatch(bench.system, 'agent-qihang', warm)).ended();
    const file = await fileOf(linesOf(make, rows, 'ROW'));
    const usage = await used(bench, rows, async () => {
      const { batch, polls } = await (await submitBatch(bench.system, 'agent-qihang', file)).ended(
        2_000,
      );
      mustAllBeRegistered(batch, rows);
      return polls;
    });
    return [...figures, ...figuresOf('approveInBatch', usage)];
  } finally {
    await bench.stop();
  }
};

function figuresOf(name: string, usage: Usage): Figure[] {
  const approved = name.startsWith('approve');
  // ten requests and eighteen items; the cross-case counters come on top, in one request
  const figure = (of: string, value: number, unit: string, atMost?: number): Figure => ({
    name: `outcome.${name}.${of}`,
    value,
    unit,
    ...(approved && atMost !== undefined && { atMost }),
  });
  return [
    figure('requests', usage.requests, 'requests', 10 + 1),
    figure('itemsWritten', usage.itemsWritten, 'items', 18),
    figure('countersWritten', usage.countersWritten, 'items'),
    figure('readUnits', usage.readUnits, 'RRU'),
    figure('writeUnits', usage.writeUnits, 'WRU'),
    figure('invocations', usage.invocations, 'invocations', 4),
    figure('invocationMs', usage.invocationMs, 'ms'),
    figure('taskMs', usage.taskMs, 'ms'),
    figure('storedBytes', usage.storedBytes, 'bytes'),
    figure('signatures', usage.signatures, 'KMS', 1),
    figure('transitions', usage.transitions, 'transitions', name === 'approveInBatch' ? 1 : 0),
  ];
}

/** @param work answers how many of its requests were its own looking, one read each */
async function used(
  bench: BenchSystem,
  count: number,
  work: () => Promise<number>,
): Promise<Usage> {
  await settled(bench);
  bench.proxy.reset();
  bench.take();
  const before = { transitions: transitionsOf(bench), bytes: await storedBytes(bench) };
  const polls = await work();
  await settled(bench);
  const { requests, itemsWritten, readUnits, writeUnits, writesByKey } = bench.proxy.meter();
  const counters = [...writesByKey].reduce(
    (total, [key, times]) => total + (key.includes(' SUBJECT#') ? times : 0),
    0,
  );
  const { calls, invocations } = bench.take();
  const each = (total: number) => total / count;
  const time = (of: readonly Invoked[]) =>
    each(of.reduce((total, { startedAt, endedAt }) => total + endedAt - startedAt, 0));
  const children = invocations.filter(({ name }) => name.startsWith('TakeInChunk')).length;
  return {
    requests: each(Object.values(requests).reduce((total, it) => total + it, -polls)),
    itemsWritten: each(itemsWritten - counters),
    countersWritten: each(counters),
    readUnits: each(readUnits - polls),
    writeUnits: each(writeUnits),
    invocations: each(invocations.length - polls),
    invocationMs: time(invocations),
    taskMs: time(invocations.filter(({ name }) => TASKS.some((task) => name.startsWith(task)))),
    signatures: each(calls.filter(({ name }) => name === 'Sign').length),
    transitions: each(transitionsOf(bench) + children - before.transitions),
    storedBytes: each((await storedBytes(bench)) - before.bytes),
  };
}

/** What JSON has not: sets as lists, and bytes as a text as long. */
const asKept = (_name: string, value: unknown): unknown => {
  if (value instanceof Uint8Array) return 'x'.repeat(value.length);
  return value instanceof Set ? [...value] : value;
};

/** Bytes of all items, as JSON; DynamoDB counts a few per cent otherwise. */
async function storedBytes({ uncounted, table }: BenchSystem): Promise<number> {
  let bytes = 0;
  for (const name of ['applications', 'batches', 'register'] as const) {
    let from: Record<string, unknown> | undefined;
    do {
      const page = await uncounted.send(
        new ScanCommand({ TableName: table(name), ...(from && { ExclusiveStartKey: from }) }),
      );
      for (const item of page.Items ?? []) bytes += Buffer.byteLength(JSON.stringify(item, asKept));
      from = page.LastEvaluatedKey;
    } while (from);
  }
  return bytes;
}

/** States entered by Standard executions; the children that a Distributed Map starts are billed beside. */
function transitionsOf({ system: { engine, deployment } }: BenchSystem): number {
  let transitions = 0;
  for (const { arn, type } of deployment.machines) {
    if (type !== 'STANDARD') continue;
    for (const { executionArn } of engine.listExecutions(arn)) {
      const types = engine.getExecutionHistory(executionArn).map((event) => event.type);
      transitions += types.filter((it) => it.endsWith('StateEntered')).length;
    }
  }
  return transitions;
}
