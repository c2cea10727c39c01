import { mustAllBeRegistered, submitBatch } from './agent-batch.ts';
import { applicant } from './applicant.ts';
import { type BenchSystem, startBenchSystem } from './bench-system.ts';
import type { Figure } from './figure.ts';
import { type Kind, linesOf, rowMaker } from './many-rows.ts';
import type { Part } from './part.ts';
import { settled } from './settled.ts';
import { fileOf } from './throughput.ts';

/** What one application took, counted where it passes. */
export interface Usage {
  readonly requests: number;
  readonly itemsWritten: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly invocations: number;
  /** of functions, in ms, all together */
  readonly invocationMs: number;
  readonly signatures: number;
  /** of Standard machines */
  readonly transitions: number;
}

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
  const figure = (of: string, value: number, unit: string, atMost?: number): Figure => ({
    name: `outcome.${name}.${of}`,
    value,
    unit,
    ...(approved && atMost !== undefined && { atMost }),
  });
  return [
    figure('requests', usage.requests, 'requests', 10),
    figure('itemsWritten', usage.itemsWritten, 'items', 18),
    figure('readUnits', usage.readUnits, 'RRU'),
    figure('writeUnits', usage.writeUnits, 'WRU'),
    figure('invocations', usage.invocations, 'invocations', 4),
    figure('invocationMs', usage.invocationMs, 'ms'),
    figure('signatures', usage.signatures, 'KMS', 1),
    figure(
      'standardTransitions',
      usage.transitions,
      'transitions',
      name === 'approveInBatch' ? 1 : 0,
    ),
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
  const before = transitionsOf(bench);
  const polls = await work();
  await settled(bench);
  const { requests, itemsWritten, readUnits, writeUnits } = bench.proxy.meter();
  const { calls, invocations } = bench.take();
  const each = (total: number) => total / count;
  return {
    requests: each(Object.values(requests).reduce((total, it) => total + it, -polls)),
    itemsWritten: each(itemsWritten),
    readUnits: each(readUnits - polls),
    writeUnits: each(writeUnits),
    invocations: each(invocations.length - polls),
    invocationMs: each(invocations.reduce((total, it) => total + it.endedAt - it.startedAt, 0)),
    signatures: each(calls.filter(({ name }) => name === 'Sign').length),
    transitions: each(transitionsOf(bench) - before),
  };
}

/** States entered by Standard executions, and one for each child that a Distributed Map starts: what is billed. */
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
